import { bioIn, proofTitle } from '../../shared/bio-text.ts';
import type { Language } from '../../shared/local-text.ts';
import { isProduct } from '../../shared/product-link.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import { OFFERS_IN_TURN, type OfferCard, PROOFS_IN_TURN, type StageView } from '../../shared/stage-view.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { isRefusal } from '../core/decision.ts';
import type { Address } from './address.ts';
import type { Booking } from './booking.ts';
import type { Codes } from './codes.ts';
import { kept } from './kept-until.ts';
import { qrOf } from './qr.ts';

const QRS_KEPT = 100;

type Card = Pick<StageView, 'bio' | 'booking'>;

/** `pinned`: the short names that cards of the stage are pinned to (`pinnedIn`). */
interface CardStage {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly pinned: ReadonlySet<string>;
}

/** Who is there, what is offered, and the address to book at with the code that is on. */
export function createStageCard(parts: {
  readonly booking: Booking;
  readonly codes: Pick<Codes, 'ofCard' | 'ofOffer'>;
  readonly address: Pick<Address, 'url' | 'onChange'>;
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
    const { name, handle, services } = page;
    const renamed = Object.entries(await booking.offers.oldSlugs());
    const offers = services.map((service) => {
      const { id, slug, title, price } = service;
      const minutes = isProduct(service) ? null : service.minutes;
      const oldSlugs = renamed.flatMap(([before, offer]) => (offer === id ? before : []));
      return { id, card: { slug, oldSlugs, title, minutes, price } };
    });
    return { page, name, handle, offers, booking: at(`/@${handle}`, null) };
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
    async now(stage: CardStage, scene: string | null): Promise<Card> {
      const made = await card.now();
      if (!made) return { bio: null, booking: null };
      const code = await codes.ofCard(stage, scene);
      const shown = made.offers.filter(({ card }, place) => place < OFFERS_IN_TURN || isPinned(card, stage.pinned));
      const offers = shown.map((offer) => ({ ...offer.card, code: codeOf(offer.id) }));
      const { headline, skills } = bioIn(made.page, stage.language);
      const proofs = made.page.proofs.slice(0, PROOFS_IN_TURN).map((proof) => proofTitle(proof, stage.language));
      const bio = { name: made.name, handle: made.handle, headline, skills: [...skills], offers, proofs };
      return { bio, booking: code === null ? made.booking : at(`/c/${code}`, code) };
    },
  };
}

/** By its short name, or one that it had before: a card outlives a new name. */
function isPinned({ slug, oldSlugs }: Pick<OfferCard, 'slug' | 'oldSlugs'>, pinned: CardStage['pinned']): boolean {
  return pinned.size > 0 && [slug, ...oldSlugs].some((name) => pinned.has(name));
}

/** The offers that the cards of a look are pinned to, by the short names that they were made with. */
export function pinnedIn({ widgets }: Pick<StageDesign, 'widgets'>): ReadonlySet<string> {
  return new Set(widgets.flatMap((widget) => (widget.kind === 'pinned' && widget.offer ? widget.offer : [])));
}

/** As it is typed. */
export function withoutScheme(url: string): string {
  return url.replace(/^https?:\/\//, '');
}
