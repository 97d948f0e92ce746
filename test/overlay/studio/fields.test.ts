import fc from 'fast-check';
import { expect, test } from 'vitest';
import { readProblem } from '../../../overlay/parts/ask.ts';
import { keyIn } from '../../../overlay/parts/login.ts';
import { readAmount, readHandle, readList, slugOf, writeAmount } from '../../../overlay/studio/model/fields.ts';

test('[SU6] an amount is read with a point or a comma', () => {
  expect(readAmount('45', 'EUR')).toEqual({ minor: 4500, currency: 'EUR' });
  expect(readAmount('45.5', 'EUR')).toEqual({ minor: 4550, currency: 'EUR' });
  expect(readAmount(' 45,05 ', 'EUR')).toEqual({ minor: 4505, currency: 'EUR' });
  expect(readAmount('4500', 'JPY')).toEqual({ minor: 4500, currency: 'JPY' });
});

test('[SU6] an amount that is too fine, negative or no number is refused', () => {
  for (const text of ['', '-1', '1.234', '1,000.00', 'free', '1e3', '٤٥']) expect(readAmount(text, 'EUR')).toBe(null);
  expect(readAmount('45.5', 'JPY')).toBe(null);
  expect(readAmount('45', 'euro')).toBe(null);
});

test('[SU7] an amount that is written and read again is the same', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 0, max: 100_000_000 }),
      fc.constantFrom('EUR', 'JPY', 'NOK'),
      fc.constantFrom('en', 'de', 'nl', 'nb'),
      (minor, currency, language) => {
        expect(readAmount(writeAmount({ minor, currency }, language), currency)).toEqual({ minor, currency });
      },
    ),
  );
});

test('[SU371] an amount stands in its field as the language of the studio writes it', () => {
  const written = (minor: number, currency: string, language: string) => writeAmount({ minor, currency }, language);
  expect(written(4950, 'EUR', 'en')).toBe('49.50');
  expect(['de', 'nl', 'nb'].map((language) => written(4950, 'EUR', language))).toEqual(['49,50', '49,50', '49,50']);
  expect(written(450_000, 'NOK', 'nb')).toBe('4500');
  expect(written(4950, 'JPY', 'de')).toBe('4950');
});

test('[SU8] a short name spells umlauts and drops the rest', () => {
  expect(slugOf('Gespräch über Größe & Maß!')).toBe('gespraech-ueber-groesse-mass');
  expect(slugOf('Én økt på låven')).toBe('en-okt-pa-laven');
});

test('[SU8] a short name of any title is one that the server takes, or empty', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 200 }), (title) => {
      expect(slugOf(title)).toMatch(/^(?:[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?)?$/);
    }),
  );
});

test('[SU9] a handle is taken with its sign or as an address', () => {
  expect(readHandle(' @Sample.Name ')).toBe('sample.name');
  expect(readHandle('https://www.tiktok.com/@sample.name/live?lang=en')).toBe('sample.name');
});

test('[SU9] a list of words is read once each', () => {
  expect(readList('baking, cooking ,, baking')).toEqual(['baking', 'cooking']);
});

test('[SU23] a whole link, its fragment or the key alone is a key', () => {
  const key = 'abcDEF123_-abcDEF123';
  expect(keyIn(`http://127.0.0.1:4747/studio#key=${key}`)).toBe(key);
  expect(keyIn(`#key=${key}`)).toBe(key);
  expect(keyIn(` ${key}\n`)).toBe(key);
});

test('[SU23] other text is no key', () => {
  for (const text of ['', 'short', 'two words here', 'http://127.0.0.1:4747/studio']) expect(keyIn(text)).toBe(null);
});

test('[SU24] an answer without a problem is refused by its status', () => {
  expect(readProblem(null, 401).why).toBe('not-signed-in');
  expect(readProblem('<html>', 502).why).toBe('unavailable');
  expect(readProblem({ why: 'slot-taken', nearest: ['2026-11-22T18:00:00Z'] }, 409)).toEqual({
    why: 'slot-taken',
    detail: '',
    issues: [],
    nearest: ['2026-11-22T18:00:00Z'],
  });
});
