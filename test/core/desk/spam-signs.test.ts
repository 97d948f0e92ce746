import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Unanswered } from '../../../server/core/desk/floods.ts';
import { sameTexts, signOfText, wordsPattern } from '../../../server/core/desk/spam-signs.ts';

const NOON = Date.UTC(2026, 10, 22, 12);
const MINUTE = 60_000;
const asked = (id: string, more: Partial<Unanswered> = {}): Unanswered => ({
  ...{ id, text: 'Cheap followers for you', email: `${id}@mail.example`, createdAt: NOON, ...more },
});

test('[DK200] a link, a shortener, shouting or a word of the creator is a sign, and an ordinary question is none', () => {
  const of = (text: string, words: string[] = []) => signOfText(text, wordsPattern(words));
  expect(of('Look at https://shop.example/x')).toBe('link');
  expect(of('grow on followers4u.xyz now')).toBe('link');
  expect(of('Go to https://bit.ly/3x')).toBe('shortener');
  expect(of('BUY FOLLOWERS NOW CHEAP CHEAP')).toBe('shouting');
  expect(of('Hellooooooooo there')).toBe('shouting');
  expect(of('I have Crypto for you', ['crypto'])).toBe('word');
  expect(of('Ein Schnäppchen', ['schnappchen'])).toBe('word');
  expect(of('a cryptography course', ['crypto'])).toBeNull();
  expect(of('c++ (and more)', ['(and more)'])).toBe('word');
  for (const text of [
    'May I ask about my CV?',
    'OK THANKS',
    'Version 2.5 at 18.30, e.g. Monday...',
    '',
    'Ich bin z.B. um 9.Uhr da',
  ])
    expect([text, of(text, ['crypto'])]).toEqual([text, null]);
});

test('[DK200] the same text of three persons within ten minutes is a sign; of one who writes thrice, or later, it is not', () => {
  const three = [
    asked('a'),
    asked('b', { createdAt: NOON + 9 * MINUTE }),
    asked('c', { text: 'CHEAP followers, for you 77' }),
  ];
  expect([...sameTexts(three)].toSorted()).toEqual(['a', 'b', 'c']);
  const one = ['a', 'b', 'c'].map((id) => asked(id, { email: 'Same@mail.example' }));
  expect(sameTexts(one).size).toBe(0);
  expect(sameTexts([asked('a'), asked('b'), asked('c', { createdAt: NOON + 11 * MINUTE })]).size).toBe(0);
  expect(sameTexts(['a', 'b', 'c'].map((id) => asked(id, { text: 'Hi!' }))).size).toBe(0);
});

test('[DK200] whatever is written, the order in which asks are looked at changes nothing, and each that is found has company', () => {
  const asks = fc.array(
    fc.record({
      text: fc.constantFrom('Cheap followers for you', 'May I ask something?'),
      minute: fc.nat(40),
      who: fc.nat(5),
    }),
    { maxLength: 18 },
  );
  fc.assert(
    fc.property(asks, fc.array(fc.string(), { maxLength: 5 }), (given, words) => {
      expect(() => wordsPattern(words)?.test('anything')).not.toThrow();
      const all = given.map(({ text, minute, who }, at) =>
        asked(`r${at}`, { text, email: `${who}@mail.example`, createdAt: NOON + minute * MINUTE + at }),
      );
      const found = sameTexts(all);
      expect([...sameTexts(all.toReversed())].toSorted()).toEqual([...found].toSorted());
      for (const id of found) {
        const own = all.find((ask) => ask.id === id);
        const near = all.filter(
          (ask) => ask.text === own?.text && Math.abs(ask.createdAt - own.createdAt) <= 10 * MINUTE,
        );
        expect(new Set(near.map(({ email }) => email)).size).toBeGreaterThanOrEqual(3);
      }
    }),
  );
});
