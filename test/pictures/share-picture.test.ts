import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import {
  isWritable,
  type Letters,
  linesOf,
  type Typefaces,
  widthOf,
  writable,
} from '../../server/core/pictures/letters.ts';
import { CARD, drawCard } from '../../server/core/pictures/share-card.ts';
import { decodePlaces } from '../../server/pictures/png.ts';
import { createSharePictures } from '../../server/pictures/share-picture.ts';

const folder = join(import.meta.dirname, '../../server/pictures');
const letters = JSON.parse(readFileSync(join(folder, 'letters.json'), 'utf8')) as { name: Letters; text: Letters };
const { width, places: cover } = decodePlaces(readFileSync(join(folder, 'letters.png')));
const faces: Typefaces = { width, cover, ...letters };
const WORDS = { name: 'Lena', headline: 'Helps', address: 'book.example/@lena', handle: 'lena' };
const LONG =
  'Bewerbungen, die gelesen werden, für alle, die sich trauen wollen, aber nicht wissen, womit sie am besten anfangen';

test('[VP103] the share picture is a PNG of 1200 by 630, made once for the same words', async () => {
  const draw = createSharePictures();
  const [one, again, other] = await Promise.all([draw(WORDS), draw({ ...WORDS }), draw({ ...WORDS, name: 'Mo' })]);
  expect(one.subarray(1, 4).toString('latin1')).toBe('PNG');
  expect([one.readUInt32BE(16), one.readUInt32BE(20)]).toEqual([CARD.width, CARD.height]);
  expect(again).toBe(one);
  expect(other.equals(one)).toBe(false);
  expect(decodePlaces(one).places).toEqual(drawCard(WORDS, faces));
});

test('[VP103] the longest name and headline stay within the edges', () => {
  const words = { ...WORDS, name: `${'Maximiliane '.repeat(6)}Sample`, headline: LONG };
  const places = drawCard(words, faces);
  const isGround = (x: number, y: number) => places[y * CARD.width + x] === 0;
  const edge = 70;
  for (let y = 0; y < CARD.height; y += 1) {
    for (let x = 0; x < CARD.width; x += 1) {
      const outside = x < edge || x >= CARD.width - edge || y < 50 || y >= CARD.height - 40;
      if (outside && !isGround(x, y)) throw new Error(`something is drawn at ${x}, ${y}`);
    }
  }
});

test('[VP103] what the letters lack is left out, and a name in another script gives way to the handle', () => {
  expect(writable('Zoë  Škvorecký 🎉 Ngọc', letters.name)).toBe('Zoë Škvorecký Ngoc');
  expect(isWritable('Мария', letters.name)).toBe(false);
  expect(isWritable('🎉', letters.name)).toBe(false);
  expect(isWritable('Mo 🎉', letters.name)).toBe(true);
  const russian = drawCard({ ...WORDS, name: 'Мария', headline: 'Психолог' }, faces);
  expect(russian).toEqual(drawCard({ ...WORDS, name: '@lena', headline: '' }, faces));
});

test('[VP103] words go over lines, one that is too wide is broken, and what has no room ends in an ellipsis', () => {
  const lines = linesOf(LONG, letters.text, 500, 3);
  expect(lines).toHaveLength(3);
  expect(lines.at(-1)).toMatch(/\S…$/);
  for (const line of lines) expect(widthOf(line, letters.text)).toBeLessThanOrEqual(500);
  const broken = linesOf('w'.repeat(60), letters.text, 500, 9);
  expect(broken.join('')).toBe('w'.repeat(60));
  expect(linesOf('', letters.text, 500, 2)).toEqual(['']);
});
