import { CircleCheck } from 'lucide';
import { lengthText } from '../../../shared/length-words.ts';
import { inLanguage } from '../../../shared/local-text.ts';
import type { WidgetOf } from '../../../shared/stage-design.ts';
import { OFFERS_IN_TURN, type OfferCard } from '../../../shared/stage-view.ts';
import { Icon } from '../../parts/icon.tsx';
import type { Air, WidgetProps } from './air.ts';
import { priceOf } from './amounts.ts';
import { useTurn } from './turns.ts';

const MOST_SKILLS = 4;
/** A headline is the streamer's own sentence; what two lines cannot hold is cut by them. */
const LONGEST_HEADLINE = 160;

/** The lower third: who this is, what for, and one offer at a time, in turn with what proves the skill. */
export function BioCard({ widget, air }: WidgetProps<WidgetOf<'bio'>>) {
  const { bio } = air.view;
  const offers = (widget.offers && bio?.offers.slice(0, OFFERS_IN_TURN)) || [];
  const proofs = (widget.proofs && bio?.proofs) || [];
  // A proof stands in the headline's place, which has its turn in any case.
  const { one, turn } = useTurn<OfferCard | string | null>(
    [...(offers.length > 0 ? offers : [null]), ...proofs],
    widget.turnSeconds,
  );
  if (!bio) return null;
  const skills = widget.skills ? bio.skills.slice(0, MOST_SKILLS) : [];
  const isProof = typeof one === 'string';
  return (
    <section class="plate bio">
      <bdi class="line bio-name">{air.text(bio.name)}</bdi>
      {isProof && (
        <p class="bio-proof" key={turn}>
          <Icon node={CircleCheck} />
          <span class="bio-headline" dir="auto">
            {air.text(one, LONGEST_HEADLINE)}
          </span>
        </p>
      )}
      {!isProof && bio.headline && (
        <p class="bio-headline" dir="auto">
          {air.text(bio.headline, LONGEST_HEADLINE)}
        </p>
      )}
      {skills.length > 0 && (
        <p class="bio-skills">
          {skills.map((skill) => (
            <bdi class="line bio-skill" key={skill}>
              {air.text(skill)}
            </bdi>
          ))}
        </p>
      )}
      {one && !isProof && <Offer key={turn} offer={one} price={widget.prices} air={air} />}
    </section>
  );
}

function Offer({ offer, price, air }: { offer: OfferCard; price: boolean; air: Air }) {
  return (
    <p class="offer">
      <bdi class="line offer-title">{air.text(inLanguage(offer.title, air.language), 80)}</bdi>
      {offer.code === null ? (
        offer.minutes !== null && <span class="offer-fact">{lengthText(offer.minutes, air.language)}</span>
      ) : (
        // In place of the length, which its page says: a title that is cut short sells nothing.
        <b class="offer-code" dir="ltr">
          {offer.code.letters}
        </b>
      )}
      {price && air.certain && <span class="offer-fact">{priceOf(offer.price, air)}</span>}
    </p>
  );
}
