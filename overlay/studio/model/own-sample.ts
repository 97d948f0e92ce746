import { bioIn, proofTitle } from '../../../shared/bio-text.ts';
import { SAMPLE_REACHED } from '../../../shared/goal-reached.ts';
import type { Language } from '../../../shared/local-text.ts';
import { isProduct } from '../../../shared/product-link.ts';
import type { StageDesign, Widget } from '../../../shared/stage-design.ts';
import { OFFERS_IN_TURN, PROOFS_IN_TURN, type StageView } from '../../../shared/stage-view.ts';
import type { StudioView } from '../../../shared/studio-view.ts';
import { isOn } from '../../stage/widgets/presence.ts';
import { onOffer } from './on-offer.ts';
import { SAMPLE_FIGURES, SAMPLE_VIEW } from './sample-stage.ts';

/** What the preview knows of the creator. */
export type OwnFacts = Pick<StudioView, 'bio' | 'services' | 'licences' | 'address' | 'codes'>;

export const SAMPLE_TIME = Date.parse(SAMPLE_VIEW.serverTime);
const SAMPLE_LETTERS = 'KAMOR';

/** The sample stage with the creator's own card, offers and address: of each, the sample's where there is none. */
export function ownView(own: OwnFacts | null, language: Language): StageView {
  const view = { ...SAMPLE_VIEW, stage: { ...SAMPLE_VIEW.stage, language } };
  if (!own) return view;
  const { nextFree } = view;
  return {
    ...view,
    bio: bioOf(own, language),
    booking: bookingOf(own),
    nextFree: nextFree && own.bio ? { ...nextFree, zone: own.bio.zone } : nextFree,
  };
}

function bioOf(own: OwnFacts, language: Language): StageView['bio'] {
  const { bio: sample } = SAMPLE_VIEW;
  const cards = onOffer(own).map((service) => ({
    slug: service.slug,
    oldSlugs: [],
    title: service.title,
    minutes: isProduct(service) ? null : service.minutes,
    price: service.price,
    code: null,
  }));
  const offers = cards.length > 0 ? cards.slice(0, OFFERS_IN_TURN) : (sample?.offers ?? []);
  if (!own.bio) return sample && { ...sample, offers };
  const { name, handle, proofs } = own.bio;
  const { headline, skills } = bioIn(own.bio, language);
  const shown = proofs.filter((proof) => proof.public).slice(0, PROOFS_IN_TURN);
  return { name, handle, headline, skills: [...skills], offers, proofs: shown.map((one) => proofTitle(one, language)) };
}

/** The picture to scan stays the sample's: nobody is to book by a preview. */
function bookingOf({ address, codes }: OwnFacts): StageView['booking'] {
  const { booking } = SAMPLE_VIEW;
  const code = codes.moment?.code ?? SAMPLE_LETTERS;
  const host = address.url.replace(/^https?:\/\//, '');
  return booking && { ...booking, code, address: `${host}/c/${code}` };
}

/** The design with each goal well on its way, whatever it measures and how far it goes. */
export function underWay(design: StageDesign): StageDesign {
  return { ...design, widgets: design.widgets.map(begun) };
}

function begun(widget: Widget): Widget {
  if (widget.kind !== 'goal') return widget;
  const { since: _, ...goal } = widget;
  return { ...goal, from: Math.max(goal.from, Math.round(goal.target * SAMPLE_REACHED)) };
}

/** Whether nothing of it stands in the preview, however it is filled: its frame says whose it is. */
export function isEmptyInPreview(widget: Widget): boolean {
  // A comment is in the picture while its box is shaped, and else in the place of another widget.
  if (widget.kind === 'featured') return false;
  return !isOn(widget, { view: SAMPLE_VIEW, figures: SAMPLE_FIGURES, certain: true }, SAMPLE_TIME);
}
