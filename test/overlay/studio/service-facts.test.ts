import { beforeAll, expect, test } from 'vitest';
import { labelBeside } from '../../../overlay/studio/model/codes.ts';
import { offerWords } from '../../../overlay/studio/model/offer-words.ts';
import { audienceOf, withinText } from '../../../overlay/studio/model/service-facts.ts';
import { words } from '../../../overlay/studio/model/words.ts';

beforeAll(async () => {
  await Promise.all([words.speak('en'), offerWords.speak('en')]);
});

test('[SU527] a product in the list says nothing of seats and age, which its form does not have', () => {
  const offer = { capacity: 1, adultsOnly: true, title: { en: 'Mug', de: 'Becher' }, link: null };
  expect(audienceOf({ ...offer, kind: 'consulting' })).toBe('For 1 person · 18+ · English, German');
  expect(audienceOf({ ...offer, kind: 'ecommerce', link: 'https://shop.example/mug' })).toBe('English, German');
});

test('[SU528] a promised answer is told in hours up to a day, and in days where they are whole', () => {
  expect([1, 24, 36, 48, 72, 168].map(withinText)).toEqual([
    ...['Within 1 hour', 'Within 24 hours', 'Within 36 hours', 'Within 2 days', 'Within 3 days', 'Within 7 days'],
  ]);
});

test('[SU529] the word of a code’s kind is not said twice', () => {
  expect(labelBeside('Moment', 'Moment 21:47')).toBe('21:47');
  expect(labelBeside('Moment', 'Momentum')).toBe('Momentum');
  expect(labelBeside('Offer', 'CV check')).toBe('CV check');
});
