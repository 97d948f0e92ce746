import fc from 'fast-check';
import { expect, test } from 'vitest';
import { accentFor, accentProperties, contrast, themeGround } from '../../../overlay/stage/accent.ts';
import { THEMES } from '../../../shared/stage-design.ts';
import { tokensOf } from './themes-sheets.ts';

const brand = fc.integer({ min: 0, max: 0xffffff }).map((value) => `#${value.toString(16).padStart(6, '0')}`);
const theme = fc.constantFrom(...THEMES);

/** In degrees; null of a grey. */
function hue(colour: string): number | null {
  const [red = 0, green = 0, blue = 0] = [1, 3, 5].map((at) => Number.parseInt(colour.slice(at, at + 2), 16));
  const most = Math.max(red, green, blue);
  const spread = most - Math.min(red, green, blue);
  // Rounding to whole steps moves the hue of what is nearly grey.
  if (spread < 24) return null;
  const sixth =
    most === red ? (green - blue) / spread : most === green ? 2 + (blue - red) / spread : 4 + (red - green) / spread;
  return (sixth * 60 + 360) % 360;
}

test('[ST63] of any brand colour, text, bar and the words on the bar read in every theme', () => {
  fc.assert(
    fc.property(theme, brand, (name, own) => {
      const accent = accentFor(name, own);
      for (const ground of themeGround(name)) {
        expect(contrast(accent.text, ground)).toBeGreaterThanOrEqual(name === 'bold' ? 7 : 4.5);
        expect(contrast(accent.bar, ground)).toBeGreaterThanOrEqual(3);
      }
      expect(contrast(accent.onBar, accent.bar)).toBeGreaterThanOrEqual(4.5);
    }),
    { numRuns: 1000 },
  );
});

test('[ST63] a brand colour that is moved keeps its hue', () => {
  fc.assert(
    fc.property(theme, brand, (name, own) => {
      const [before, after] = [hue(own), hue(accentFor(name, own).text)];
      if (before === null || after === null) return;
      const apart = Math.abs(before - after);
      expect(Math.min(apart, 360 - apart)).toBeLessThan(5);
    }),
    { numRuns: 1000 },
  );
});

test('[ST63] a brand colour that reads is used as it is, and one that does not is said to be changed', () => {
  expect(accentFor('glass', '#FFC857')).toEqual({ text: '#ffc857', bar: '#ffc857', onBar: '#000000', changed: false });
  const navy = accentFor('glass', '#1a2b6d');
  expect(navy.changed).toBe(true);
  expect(navy.text).not.toBe('#1a2b6d');
  expect(accentFor('paper', '#1a2b6d').changed).toBe(false);
});

test('[ST63] a bar stays nearer to the brand than a word, which needs more contrast', () => {
  const { text, bar } = accentFor('paper', '#ffc857');
  expect(contrast(bar, '#ffc857')).toBeLessThan(contrast(text, '#ffc857'));
});

test('[ST64] every theme takes the brand colour for words, bars and what stands on bars, and has its own without one', () => {
  expect(accentProperties('glass', null)).toEqual({});
  const given = Object.keys(accentProperties('edge', '#1a2b6d'));
  expect(given).toEqual(['--accent-own', '--accent-own-text', '--accent-own-bar', '--accent-own-on-bar']);
  for (const name of THEMES) {
    const tokens = tokensOf(name);
    for (const token of ['--plate-accent', '--plate-bar', '--plate-on-bar']) {
      expect(tokens.get(token), `${token} of ${name}`).toMatch(/^#[\da-f]{6}$/);
    }
  }
});
