import { expect, test } from 'vitest';
import { codeFrom } from '../../../server/core/booking/short-code.ts';
import { readCode } from '../../../shared/short-code.ts';

test('[VP30] a short code is five letters that are said as a word and look like no digit', () => {
  for (let at = 0; at < 5000; at++) {
    const code = codeFrom(Uint8Array.from([at, at >> 3, at >> 5, at * 7, at * 13]));
    if (code !== null) expect(code).toMatch(/^[BDFGKLMNPRST][AEIOU][BDFGKLMNPRST][AEIOU][BDFGKLMNPRST]$/);
  }
});

test('[VP30] a code that nobody would say on air is not made', () => {
  const letters = (code: string) => [...code].map((letter, at) => (at % 2 ? 'AEIOU' : 'BDFGKLMNPRST').indexOf(letter));
  expect(codeFrom(Uint8Array.from(letters('PENIS')))).toBeNull();
  expect(codeFrom(Uint8Array.from(letters('KAMOR')))).toBe('KAMOR');
});

test('[VP31] a code is read as it is typed on a phone: small, parted, with digits for the letters they look like', () => {
  expect(['kamor', ' Ka-mor ', 'KAM0R', '#kamor', 'k4m0r'].map(readCode)).toEqual(Array(5).fill('KAMOR'));
  expect(['Kelo', 'ba na-nen', 'T1P5'].map(readCode)).toEqual(['KELO', 'BANANEN', 'TIPS']);
  const none = ['', 'kam', 'karamella', 'qwxyz', 'kfrt', 'ka<b>', 'unknown', 'K'.repeat(5000)];
  expect(none.map(readCode)).toEqual(none.map(() => null));
});
