import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { contrast, over, themeGround } from '../../../overlay/stage/accent.ts';
import { THEMES, type Theme } from '../../../shared/stage-design.ts';
import { sheetOf, tokensOf } from './themes-sheets.ts';

const BLACKEST = '#000000';
const WHITEST = '#ffffff';

/** Each ground of the theme's sheet as it looks over the extremes of a video. Without a plate it is the letters' outline. */
function groundsOf(theme: Theme): string[] {
  const tokens = tokensOf(theme);
  const grounds = ['--plate', '--plate-second']
    .map((name) => tokens.get(name) ?? '')
    .map((ground) => (ground === 'transparent' ? (tokens.get('--plate-outline') ?? '') : ground));
  return [...new Set(grounds.flatMap((ground) => [over(ground, BLACKEST), over(ground, WHITEST)]))];
}

test.each(THEMES)('[ST1] every text of %s reads at WCAG AA over the blackest and the whitest video', (theme) => {
  const tokens = tokensOf(theme);
  const token = (name: string) => tokens.get(name) ?? '';
  const onGrounds = groundsOf(theme).flatMap((ground) =>
    [
      ...['--plate-text', '--plate-quiet', '--plate-accent', '--plate-gold'].map((name) => ({ name, least: 4.5 })),
      { name: '--plate-bar', least: 3 },
    ].map(({ name, least }) => ({ pair: `${name} on ${ground}`, least, is: contrast(token(name), ground) })),
  );
  const onOthers = [
    ['--plate-on-bar', '--plate-bar'],
    ['--code-text', '--code'],
  ].map(([text = '', ground = '']) => ({
    pair: `${text} on ${ground}`,
    least: 4.5,
    is: contrast(token(text), token(ground)),
  }));
  expect([...onGrounds, ...onOthers].filter(({ is, least }) => !(is >= least))).toEqual([]);
});

test.each(THEMES)('[ST56] %s says each thing that a plate is drawn with', (theme) => {
  const sheet = readFileSync(new URL('../../../overlay/stage/plates.css', import.meta.url), 'utf8');
  const used = ['plate', 'plate-second', 'plate-text', 'plate-quiet', 'plate-accent', 'plate-gold', 'plate-bar']
    .concat('plate-on-bar', 'plate-line', 'plate-track', 'plate-corner', 'bar-corner', 'code', 'code-text')
    .map((name) => `--${name}`);
  const tokens = tokensOf(theme);
  expect(used.filter((name) => !tokens.has(name))).toEqual([]);
  expect(sheet).toContain(`@import "./themes/${theme}.css";`);
});

test.each(THEMES)('[ST57] the ground that a brand colour is measured on is the ground of the sheet of %s', (theme) => {
  expect(new Set(themeGround(theme))).toEqual(new Set(groundsOf(theme)));
});

test('[ST58] letters without a plate have an opaque outline that is closed all around', () => {
  const shadow = /text-shadow:([^;]+);/.exec(sheetOf('bold'))?.[1] ?? '';
  const length = (text: string) => Number(/\*\s*(-?[\d.]+)/.exec(text)?.[1] ?? 0);
  const copies = [
    ...shadow.matchAll(
      /^\s*(0|calc\([^)]*\)\s*\*[^)]*\)|calc\(var\(--u\) \* -?[\d.]+\)) (0|calc\(.*?[\d.]+\)) 0 var/gm,
    ),
  ].map(([, across = '', down = '']) => ({ x: length(across), y: length(down) }));
  const outer = copies.filter(({ x, y }) => Math.hypot(x, y) >= 5.5);
  const angles = outer.map(({ x, y }) => Math.atan2(y, x)).sort((one, other) => one - other);
  const gaps = angles.map((angle, at) => (angles[at + 1] ?? (angles[0] ?? 0) + 2 * Math.PI) - angle);
  expect(outer.length).toBeGreaterThanOrEqual(12);
  expect(Math.max(...gaps)).toBeLessThan(0.6);
  expect(tokensOf('bold').get('--plate-outline')).toMatch(/^#[\da-f]{6}$/);
});

test('[ST59] where a ground fades, no word stands: its room is kept free at the end of every plate', () => {
  const plate = /\.stage\[data-theme="edge"\] \.plate \{([^}]+)\}/.exec(sheetOf('edge'))?.[1] ?? '';
  expect(plate).toContain('padding-right: calc(var(--u) * var(--fade));');
  expect(plate).toContain('linear-gradient(90deg, var(--plate) calc(100% - var(--u) * var(--fade)), #080c0e00)');
  const right = /\[data-side="right"\] \.plate \{([^}]+)\}/.exec(sheetOf('edge'))?.[1] ?? '';
  expect(right).toContain('padding-left: calc(var(--u) * var(--fade));');
  expect(right).toContain('linear-gradient(270deg, var(--plate) calc(100% - var(--u) * var(--fade)), #080c0e00)');
  // The one plate with less room where others fade has a ground that does not.
  const rules = sheetOf('edge').match(/^\.stage[^{]*\{[^}]+\}/gm) ?? [];
  const tight = rules.filter((rule) => /\.more \{/.test(rule));
  expect(tight).toHaveLength(2);
  for (const rule of tight) expect(rule).toContain('background: var(--plate);');
});

test('[ST78] what moves in Bold is moved by transform and opacity alone', () => {
  const [, ...frames] = sheetOf('bold').split('@keyframes');
  const moved = frames.flatMap((text) => [...text.matchAll(/([\w-]+):/g)].map(([, name]) => name));
  expect(moved.length).toBeGreaterThan(0);
  expect(moved.filter((name) => name !== 'transform' && name !== 'opacity')).toEqual([]);
});

test.each(THEMES)(
  '[ST60] %s moves a thing once, in 160 to 320 ms, and not at all where motion is unwelcome',
  (theme) => {
    const sheet = sheetOf(theme);
    expect(sheet).not.toMatch(/infinite|transition/);
    const [still = '', ...moving] = sheet.split('@media (prefers-reduced-motion: no-preference)');
    expect(still).not.toMatch(/animation/);
    for (const [, millis] of moving.join('').matchAll(/animation: [\w-]+ (\d+)ms/g)) {
      expect(Number(millis)).toBeGreaterThanOrEqual(160);
      expect(Number(millis)).toBeLessThanOrEqual(320);
    }
  },
);

test.each(THEMES)('[ST61] %s loads nothing and is written in what Chromium 103 knows', (theme) => {
  expect(sheetOf(theme)).not.toMatch(
    /url\(|:has\(|@container|@layer|@scope|color-mix|oklch|light-dark|\bdvh\b|^\s*(translate|scale|rotate):|backdrop-filter|&/m,
  );
});

test('[ST62] no two themes draw a plate by the same ground, corner and decoration', () => {
  const looks = THEMES.map((theme) =>
    ['--plate', '--plate-corner', '--bar-corner'].map((name) => tokensOf(theme).get(name)).join(' '),
  );
  expect(new Set(looks).size).toBe(THEMES.length);
});

test.each(THEMES)('[ST192] every class that the sheet of %s names is one that a plate has', (theme) => {
  const stage = join(import.meta.dirname, '../../../overlay/stage');
  const plates = globSync('**/*.tsx', { cwd: stage }).map((file) => readFileSync(join(stage, file), 'utf8'));
  const named = new Set([...sheetOf(theme).matchAll(/\.([a-z][a-z-]+)/g)].map(([, name]) => String(name)));
  expect(named.size).toBeGreaterThan(3);
  // Those of alerts and of the feed are put together of the kind.
  const unknown = [...named].filter(
    (name) => !plates.some((text) => new RegExp(`(?<![\\w-])${name}(?![\\w-])`).test(text)),
  );
  expect(unknown.filter((name) => !/^(?:alert|feed)-/.test(name))).toEqual([]);
});
