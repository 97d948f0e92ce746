import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Letters, Typefaces } from '../core/pictures/letters.ts';
import { CARD, type CardWords, drawCard, PALETTE } from '../core/pictures/share-card.ts';
import { decodePlaces, encodePlaces } from './png.ts';

/** Creators whose picture is kept; it is drawn once for every wording. */
const MOST_KEPT = 20;
/** Flat areas are as small at once as with more effort. */
const EFFORT = 6;

/**
 * Draws what a shared link shows where there is no portrait, as a PNG. Asked again for the same words it draws nothing.
 * The letters are read when first needed, and not kept: they are 3 MB that hardly anybody asks for twice.
 */
export function createSharePictures(): (words: CardWords) => Promise<Buffer> {
  const drawn = new Map<string, Promise<Buffer>>();
  return (words) => {
    const key = JSON.stringify(words);
    const known = drawn.get(key);
    if (known !== undefined) return known;
    const [oldest] = drawn.keys();
    if (oldest !== undefined && drawn.size >= MOST_KEPT) drawn.delete(oldest);
    const picture = draw(words);
    drawn.set(key, picture);
    picture.catch(() => drawn.delete(key));
    return picture;
  };
}

async function draw(words: CardWords): Promise<Buffer> {
  return encodePlaces(CARD.width, CARD.height, PALETTE, drawCard(words, await readTypefaces()), EFFORT);
}

/** What scripts/pictures/letters.ts made. */
async function readTypefaces(): Promise<Typefaces> {
  const read = (name: string) => readFile(join(import.meta.dirname, name));
  const [picture, letters] = await Promise.all([read('letters.png'), read('letters.json')]);
  const { width, places: cover } = decodePlaces(picture);
  const { name, text } = JSON.parse(letters.toString('utf8')) as { name: Letters; text: Letters };
  return { width, cover, name, text };
}
