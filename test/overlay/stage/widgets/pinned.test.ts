import { expect, test } from 'vitest';
import { pinnedOffer } from '../../../../overlay/stage/widgets/pinned.tsx';
import type { OfferCard } from '../../../../shared/stage-view.ts';

function card(slug: string, oldSlugs: string[] = []): OfferCard {
  return { slug, oldSlugs, title: { en: slug }, minutes: 30, price: { minor: 100, currency: 'EUR' }, code: null };
}

test('[BK209] a card that was made for an offer shows its code under the short name that the offer has now', () => {
  const offers = [card('talk', ['first-talk', 'cv']), card('cv')];
  expect(pinnedOffer(offers, 'first-talk')?.slug).toBe('talk');
  expect(pinnedOffer(offers, 'cv')?.slug).toBe('cv');
  expect(pinnedOffer(offers, 'gone')).toBeUndefined();
  expect(pinnedOffer(offers, undefined)).toBeUndefined();
});
