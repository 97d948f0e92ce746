import type { OfferCard, StageView } from '../../shared/stage-view.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { isRefusal } from '../core/decision.ts';
import type { Address } from './address.ts';
import type { Booking } from './booking.ts';
import type { Codes } from './codes.ts';
import { kept } from './kept-until.ts';
import { qrOf } from './qr.ts';

/** The stage rotates through its offers; more than these nobody reads from a card. */
const OFFERS_ON_STAGE = 6;
const QRS_KEPT = 100;

type Card = Pick<StageView, 'bio' | 'booking'>;

/** Who is there, what is offered, and the address to book at with the code that is on. */
export function createStageCard(parts: {
  readonly booking: Booking;
  readonly codes: Pick<Codes, 'ofCard' | 'ofOffer'>;
  readonly address: Address;
  readonly clock: () => EpochMillis;
}) {
  const { booking, codes, address, clock } = parts;
  const card = kept(Number.POSITIVE_INFINITY, clock, make);
  /** Drawn once for each code and address: the view is made twenty times a second in a storm. */
  const qrs = new Map<string, ReturnType<typeof qrOf>>();
  booking.onChange(card.forget);
  address.onChange(card.forget);

  async function make() {
    const bio = await booking.offers.published();
    const page = bio ? await booking.offers.publicPage(bio.handle) : null;
    if (!page || isRefusal(page)) return null;
    const { name, handle, headline, skills, services } = page;
    const renamed = Object.entries(await booking.offers.oldSlugs());
    const offers = services.slice(0, OFFERS_ON_STAGE).map(({ id, slug, title, minutes, price }) => {
      const oldSlugs = renamed.flatMap(([before, offer]) => (offer === id ? before : []));
      return { id, card: { slug, oldSlugs, title, minutes, price } };
    });
    return { bio: { name, handle, headline, skills }, offers, booking: at(`/@${handle}`, null) };
  }

  function at(path: string, code: string | null): NonNullable<Card['booking']> {
    const url = `${address.url()}${path}`;
    const qr = qrs.get(url) ?? qrOf(url);
    if (qrs.size > QRS_KEPT) qrs.clear();
    qrs.set(url, qr);
    return { address: withoutScheme(url), code, qr };
  }

  function codeOf(service: string): OfferCard['code'] {
    const letters = codes.ofOffer(service);
    return letters === null ? null : { letters, address: withoutScheme(`${address.url()}/c/${letters}`) };
  }

  return {
    /** What is typed, scanned and said is one address: that of the code, so that each way of coming counts for it. */
    async now(stage: { readonly id: string; readonly name: string }, scene: string | null): Promise<Card> {
      const made = await card.now();
      if (!made) return { bio: null, booking: null };
      const code = await codes.ofCard(stage, scene);
      const offers = made.offers.map((offer) => ({ ...offer.card, code: codeOf(offer.id) }));
      return { bio: { ...made.bio, offers }, booking: code === null ? made.booking : at(`/c/${code}`, code) };
    },
  };
}

/** As it is typed. */
export function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '');
}
