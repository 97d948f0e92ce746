import { readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const sheet = readFileSync(new URL('../../overlay/theme/tokens.css', import.meta.url), 'utf8');

/** The custom properties of the first block that follows `selector`. */
function tokensOf(css: string, selector: string): Map<string, string> {
  const start = css.indexOf(selector);
  if (start < 0) throw new Error(`no block ${selector}`);
  const block = css.slice(css.indexOf('{', start) + 1, css.indexOf('}', start));
  return new Map([...block.matchAll(/(--[\w-]+):\s*([^;]+);/g)].map((match) => [match[1] ?? '', match[2] ?? '']));
}

/** Relative luminance of `#rrggbb`, WCAG 2.2. */
function luminance(hex: string): number {
  if (!/^#[\da-f]{6}$/i.test(hex)) throw new Error(`not a plain colour: ${hex}`);
  const [red = 0, green = 0, blue = 0] = [1, 3, 5]
    .map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255)
    .map((part) => (part <= 0.04045 ? part / 12.92 : ((part + 0.055) / 1.055) ** 2.4));
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(one: string, other: string): number {
  const [low = 0, high = 0] = [luminance(one), luminance(other)].sort((a, b) => a - b);
  return (high + 0.05) / (low + 0.05);
}

const grounds = ['--surface', '--surface-raised', '--surface-sunken', '--surface-hover'];
const pairs: [text: string, ground: string, least: number][] = [
  ...grounds.flatMap((ground): [string, string, number][] => [
    ['--text', ground, 4.5],
    ['--text-quiet', ground, 4.5],
    ['--accent-text', ground, 4.5],
  ]),
  ...['positive', 'warning', 'danger', 'live'].flatMap((tone): [string, string, number][] => [
    [`--${tone}`, `--${tone}-tint`, 4.5],
    [`--${tone}`, '--surface', 4.5],
    [`--${tone}`, '--surface-raised', 4.5],
    ['--text', `--${tone}-tint`, 4.5],
  ]),
  ['--accent-text', '--accent-tint', 4.5],
  ['--text', '--accent-tint', 4.5],
  ['--text-quiet', '--accent-tint', 4.5],
  ['--on-accent', '--accent', 4.5],
  ['--on-accent', '--accent-hover', 4.5],
  ['--on-danger', '--danger', 4.5],
  ['--on-danger', '--danger-hover', 4.5],
  ['--on-live', '--live', 4.5],
  ['--line-strong', '--surface-raised', 3],
  ['--line-strong', '--surface', 3],
  ['--focus', '--surface', 3],
  ['--focus', '--surface-raised', 3],
];

test.each([
  ['light', ':root {'],
  ['dark', ':root[data-theme="dark"] {'],
])('[VP1] every pair of text and ground reads at WCAG AA in the %s theme', (_, selector) => {
  const tokens = tokensOf(sheet, selector);
  const tooWeak = pairs
    .map(([text, ground, least]) => ({
      pair: `${text} on ${ground}`,
      least,
      is: contrast(tokens.get(text) ?? '', tokens.get(ground) ?? ''),
    }))
    .filter(({ is, least }) => is < least);
  expect(tooWeak).toEqual([]);
});

test('[VP1] the dark theme is the same whether the system or the page asks for it', () => {
  const bySystem = tokensOf(sheet, ':root:not([data-theme="light"])');
  expect(Object.fromEntries(bySystem)).toEqual(Object.fromEntries(tokensOf(sheet, ':root[data-theme="dark"] {')));
});
