import type { Page } from '@playwright/test';
import { contrast } from '../../overlay/stage/accent.ts';

/** A text as it is drawn: how far its letters stand out from what is really behind and around them. */
export interface ReadText {
  readonly text: string;
  readonly sizePixels: number;
  /** 1 to 21; of the worst hundredth of the ground that touches the letters. */
  readonly contrast: number;
}

interface Spot {
  readonly text: string;
  readonly sizePixels: number;
  readonly x: number;
  readonly y: number;
  readonly width: number;
  readonly height: number;
}

/**
 * Reads every text under `root` off two pictures of the page, one with letters and one without. Where they differ is a
 * letter; what the other picture has there and beside it is its ground, whatever plate, outline, fade or video that is.
 */
export async function readTexts(page: Page, root: string): Promise<ReadText[]> {
  const spots = await page.evaluate(spotsOf, root);
  const withLetters = await page.screenshot();
  await page.evaluate(showLetters, false);
  const without = await page.screenshot();
  await page.evaluate(showLetters, true);
  const reader = await page.context().newPage();
  const found = await reader.evaluate(coloursOf, {
    spots,
    pictures: [withLetters.toString('base64'), without.toString('base64')] as const,
  });
  await reader.close();
  return found.flatMap(({ spot, letter, grounds }) => {
    if (!letter) return [];
    const worst = worstHundredth(grounds.map(([ground, count]) => [contrast(letter, ground), count]));
    return [{ text: spot.text, sizePixels: spot.sizePixels, contrast: worst }];
  });
}

function worstHundredth(counted: (readonly [contrast: number, count: number])[]): number {
  const all = counted.reduce((sum, [, count]) => sum + count, 0);
  let passed = 0;
  for (const [is, count] of counted.toSorted(([one], [other]) => one - other)) {
    passed += count;
    if (passed > all / 100) return is;
  }
  return 1;
}

/** In the page: where each text stands. */
function spotsOf(root: string): Spot[] {
  const spots: Spot[] = [];
  for (const place of document.querySelectorAll(root)) {
    const walk = document.createTreeWalker(place, NodeFilter.SHOW_TEXT);
    for (let node = walk.nextNode(); node; node = walk.nextNode()) {
      const text = (node.textContent ?? '').trim();
      const style = node.parentElement && getComputedStyle(node.parentElement);
      if (!text || !style || style.visibility === 'hidden') continue;
      const range = document.createRange();
      range.selectNodeContents(node);
      for (const { x, y, width, height } of range.getClientRects())
        spots.push({ text, sizePixels: Number.parseFloat(style.fontSize), x, y, width, height });
    }
  }
  return spots;
}

/** In the page: by the object model, which its policy leaves free. Shadows and outlines stay: they are ground. */
function showLetters(shown: boolean): void {
  for (const each of document.querySelectorAll<HTMLElement | SVGElement>('.stage, .stage *'))
    if (shown) each.style.removeProperty('-webkit-text-fill-color');
    else each.style.setProperty('-webkit-text-fill-color', 'transparent', 'important');
}

/** In an empty page: the letters' own colour and every colour that touches them, of each text. */
async function coloursOf({ spots, pictures }: { spots: Spot[]; pictures: readonly [string, string] }) {
  const [inked, bare] = await Promise.all(pictures.map(read));
  if (!inked || !bare) throw new Error('no picture');
  const { width, height } = inked;

  async function read(base64: string): Promise<ImageData> {
    const bytes = Uint8Array.from(atob(base64), (sign) => sign.charCodeAt(0));
    const bitmap = await createImageBitmap(new Blob([bytes], { type: 'image/png' }));
    const context = new OffscreenCanvas(bitmap.width, bitmap.height).getContext('2d');
    if (!context) throw new Error('no canvas');
    context.drawImage(bitmap, 0, 0);
    return context.getImageData(0, 0, bitmap.width, bitmap.height);
  }
  const colourAt = ({ data }: ImageData, at: number) =>
    `#${[0, 1, 2].map((part) => (data[at * 4 + part] ?? 0).toString(16).padStart(2, '0')).join('')}`;
  const change = new Uint16Array(width * height);
  for (let at = 0; at < change.length * 4; at += 1)
    if (at % 4 < 3) change[at >> 2] = (change[at >> 2] ?? 0) + Math.abs((inked.data[at] ?? 0) - (bare.data[at] ?? 0));

  /** The letters' pixels of a text. */
  function lettersOf(spot: Spot): number[] {
    const found: number[] = [];
    const [right, bottom] = [Math.min(width, spot.x + spot.width), Math.min(height, spot.y + spot.height)];
    for (let y = Math.max(0, Math.floor(spot.y)); y < bottom; y += 1)
      for (let x = Math.max(0, Math.floor(spot.x)); x < right; x += 1)
        if (change[y * width + x]) found.push(y * width + x);
    return found;
  }
  return spots.map((spot) => {
    const letters = lettersOf(spot);
    const core = letters.reduce((best, at) => ((change[at] ?? 0) > (change[best] ?? 0) ? at : best), letters[0] ?? -1);
    const around = new Set(letters.flatMap((at) => [at, at - 1, at + 1, at - width, at + width]));
    const grounds = new Map<string, number>();
    for (const at of around) {
      const colour = colourAt(bare, at);
      grounds.set(colour, (grounds.get(colour) ?? 0) + 1);
    }
    return { spot, letter: core < 0 ? null : colourAt(inked, core), grounds: [...grounds] };
  });
}
