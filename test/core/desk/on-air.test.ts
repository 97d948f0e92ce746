import fc from 'fast-check';
import { expect, test } from 'vitest';
import { signOfText } from '../../../server/core/desk/spam-signs.ts';
import { airText, LONGEST_AIR_TEXT, tellsContact } from '../../../shared/on-air.ts';

test('[DK191] contacts are left out of what is proposed; times, dates and prices are not taken for one', () => {
  const message =
    'Hi! Mail me at vera@mail.example or +49 170 123 45 67,\nsee www.vera.example or vera.de/cv and @vera.v';
  expect(airText(message)).toBe('Hi! Mail me at … or …, see … or … and …');
  const harmless = 'Is 24.12.2026 at 18:30 free? From 2026-11-26 I have 1,250 EUR for 3 people.';
  expect(airText(harmless)).toBe(harmless);
  expect(tellsContact(harmless)).toBe(false);
});

test.each([
  'shop.top',
  'SHOP.DE/cheap',
  'www.shop.example',
  'http://shop.example/x',
  'followers4u.xyz',
  'a.biz',
  'b.nl',
])('[DK233] %s is a link to what is asked on air and to the signs of spam', (link) => {
  expect(airText(`See ${link} now`)).toBe('See … now');
  expect(signOfText(`See ${link} now`, null)).toBe('link');
});

test('[DK191] whatever was written, the proposal has no contact and no more than a plate holds', () => {
  const parts = fc.constantFrom(
    'vera@mail.example',
    '0170 1234567',
    '24.12.2026',
    'https://x.example/a',
    '🦊',
    'word',
    '\n',
    '  ',
  );
  const written = fc.oneof(
    fc.string({ unit: 'grapheme', maxLength: 600 }),
    fc.array(parts, { maxLength: 120 }).map((all) => all.join(' ')),
  );
  fc.assert(
    fc.property(written, (message) => {
      const text = airText(message);
      expect(text.length).toBeLessThanOrEqual(LONGEST_AIR_TEXT);
      expect(text.isWellFormed() || !message.isWellFormed()).toBe(true);
      expect(text).not.toMatch(/\n/);
    }),
  );
});

test('[DK191] a long message ends at a word', () => {
  const text = airText('A question of many words '.repeat(40));
  expect(text).toMatch(/(?:A|question|of|many|words)…$/);
});
