import { useEffect, useState } from 'preact/hooks';
import type { Language } from '../../shared/local-text.ts';
import { inLanguage } from '../../shared/local-text.ts';
import { formatMoney } from '../../shared/money-text.ts';
import type { OfferCard, StageView } from '../../shared/protocol.ts';
import { onAir } from './on-air.ts';
import { pricesCertain } from './state.ts';
import { words } from './words.ts';

const OFFER_SECONDS = 9;

/** The lower third: who this is, what for, and one offer at a time. */
export function BioCard({ bio, language }: { bio: NonNullable<StageView['bio']>; language: Language }) {
  const offer = useTurn(bio.offers);
  return (
    <section class="plate bio">
      <bdi class="line bio-name">{onAir(bio.name)}</bdi>
      {bio.headline && (
        <p class="line bio-headline" dir="auto">
          {bio.headline}
        </p>
      )}
      {offer && <Offer key={bio.offers.indexOf(offer)} offer={offer} language={language} />}
    </section>
  );
}

function Offer({ offer, language }: { offer: OfferCard; language: Language }) {
  return (
    <p class="offer">
      <bdi class="line offer-title">{inLanguage(offer.title, language)}</bdi>
      <span class="offer-fact">{words.say('minutes', { count: offer.minutes })}</span>
      {pricesCertain.value && <span class="offer-fact">{price(offer, language)}</span>}
    </p>
  );
}

function price({ price: { minor, currency } }: OfferCard, language: Language): string {
  return minor === 0 ? words.say('free') : formatMoney({ minor, currency }, language);
}

/** One of the list, the next every few seconds. With one or none there is no timer, so a quiet stage stays quiet. */
function useTurn<T>(list: ReadonlyArray<T>): T | undefined {
  const [turn, setTurn] = useState(0);
  const many = list.length > 1;
  useEffect(() => {
    if (!many) return;
    const timer = setInterval(() => setTurn((before) => before + 1), OFFER_SECONDS * 1000);
    return () => clearInterval(timer);
  }, [many]);
  return list[turn % Math.max(1, list.length)];
}
