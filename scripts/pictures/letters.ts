/**
 * Makes server/pictures/letters.png and letters.json, which the share picture is written with, from the typefaces of the
 * pages: `node scripts/pictures/letters.ts`. To be run when those change.
 */
import { readFileSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { chromium } from '@playwright/test';
import type { Letters, Sign } from '../../server/core/pictures/letters.ts';
import { encodePlaces } from '../../server/pictures/png.ts';
import { desktopBrowser } from '../../test/e2e/browsers.ts';

const root = resolve(import.meta.dirname, '../..');
const WIDTH = 2048;
const FACES = {
  name: { family: 'bricolage-grotesque', weight: 700, size: 92, lineHeight: 102 },
  text: { family: 'instrument-sans', weight: 500, size: 42, lineHeight: 56 },
} as const;

const range = (from: number, to: number) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at));
/** Latin with its extensions of Europe, and the signs that stand in headlines. */
const SIGNS = [...range(0x20, 0x7e), ...range(0xa1, 0xac), ...range(0xae, 0x17f), ...'–—‘’‚“”„•…‹›€™ẞ'];
const PAIRED = [...range(0x41, 0x5a), ...range(0x61, 0x7a), ...'.,-’'];

interface Drawn {
  readonly sign: string;
  readonly width: number;
  readonly height: number;
  readonly left: number;
  readonly top: number;
  readonly advance: number;
  readonly cover: number[];
}

/** In the browser: every sign's box and how much of each pixel it covers. */
function drawSigns({ signs, font }: { signs: string[]; font: string }): Drawn[] {
  const size = 220;
  const canvas = Object.assign(document.createElement('canvas'), { width: size, height: size });
  const pen = canvas.getContext('2d', { willReadFrequently: true });
  if (!pen) throw new Error('no canvas');
  pen.font = font;
  return signs.map((sign) => {
    pen.clearRect(0, 0, size, size);
    pen.fillText(sign, 40, 150);
    const { data } = pen.getImageData(0, 0, size, size);
    const at = (x: number, y: number) => data[(y * size + x) * 4 + 3] ?? 0;
    const all = Array.from({ length: size }, (_, place) => place);
    const rows = all.filter((y) => all.some((x) => at(x, y) > 0));
    const columns = all.filter((x) => rows.some((y) => at(x, y) > 0));
    const [left = 40, top = 150] = [columns[0], rows[0]];
    const [width, height] = [(columns.at(-1) ?? left - 1) - left + 1, (rows.at(-1) ?? top - 1) - top + 1];
    const cover = Array.from({ length: width * height }, (_, place) =>
      at(left + (place % width), top + Math.floor(place / width)),
    );
    return { sign, width, height, left: left - 40, top: top - 150, advance: pen.measureText(sign).width, cover };
  });
}

/** In the browser: by how much pairs differ from the sum of both. */
function measurePairs({ signs, font }: { signs: string[]; font: string }): [string, number][] {
  const pen = document.createElement('canvas').getContext('2d');
  if (!pen) throw new Error('no canvas');
  pen.font = font;
  const width = (text: string) => pen.measureText(text).width;
  return signs.flatMap((one) =>
    signs.flatMap((other): [string, number][] => {
      const apart = width(one + other) - width(one) - width(other);
      return Math.abs(apart) < 0.4 ? [] : [[one + other, Math.round(apart * 10) / 10]];
    }),
  );
}

const sourceOf = (family: string, subset: string) => {
  const file = join(
    root,
    'node_modules',
    '@fontsource-variable',
    family,
    'files',
    `${family}-${subset}-wght-normal.woff2`,
  );
  return `url(data:font/woff2;base64,${readFileSync(file).toString('base64')})`;
};

const browser = await chromium.launch(desktopBrowser() ?? {});
const page = await browser.newPage();
const rules = Object.values(FACES).flatMap(({ family }) =>
  ['latin', 'latin-ext'].map(
    (subset) =>
      `@font-face{font-family:"${family} ${subset}";font-weight:200 800;src:${sourceOf(family, subset)} format("woff2")}`,
  ),
);
await page.setContent(`<style>${rules.join('')}</style>`);
const letters: Record<string, Letters> = {};
const boxes: { drawn: Drawn; x: number; y: number }[] = [];
let [x, y, rowHeight] = [0, 0, 0];
for (const [name, { family, weight, size, lineHeight }] of Object.entries(FACES)) {
  const font = `${weight} ${size}px "${family} latin", "${family} latin-ext"`;
  for (const part of ['latin', 'latin-ext']) {
    await page.evaluate((one) => document.fonts.load(one, 'Aā'), `${weight} ${size}px "${family} ${part}"`);
  }
  const signs: Record<string, Sign> = {};
  const all = await page.evaluate(drawSigns, { signs: SIGNS, font });
  // The highest first: rows without gaps.
  for (const drawn of all.toSorted((one, other) => other.height - one.height)) {
    if (x + drawn.width > WIDTH) [x, y, rowHeight] = [0, y + rowHeight, 0];
    rowHeight = Math.max(rowHeight, drawn.height);
    boxes.push({ drawn, x, y });
    signs[drawn.sign] = [x, y, drawn.width, drawn.height, drawn.left, drawn.top, Math.round(drawn.advance * 10) / 10];
    x += drawn.width;
  }
  letters[name] = {
    lineHeight,
    signs,
    pairs: Object.fromEntries(await page.evaluate(measurePairs, { signs: PAIRED, font })),
  };
}
await browser.close();
const height = y + rowHeight;
const cover = new Uint8Array(WIDTH * height);
for (const { drawn, x: left, y: top } of boxes) {
  drawn.cover.forEach((value, at) => {
    cover[(top + Math.floor(at / drawn.width)) * WIDTH + left + (at % drawn.width)] = value;
  });
}
const greys = Array.from({ length: 256 }, (_, shade) => (shade << 16) | (shade << 8) | shade);
const folder = join(root, 'server', 'pictures');
writeFileSync(join(folder, 'letters.png'), encodePlaces(WIDTH, height, greys, cover));
writeFileSync(join(folder, 'letters.json'), `${JSON.stringify(letters)}\n`);
