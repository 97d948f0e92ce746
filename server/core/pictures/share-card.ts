import { isWritable, type Letters, linesOf, type Typefaces, widthOf, writable } from './letters.ts';

/*
 * The picture that a link to the viewers' page has where it is shared, when the creator has no portrait: name, headline
 * and address in the colours of Cuedesk. One byte a pixel: a place in PALETTE.
 */

/** What chats and feeds show whole. */
export const CARD = { width: 1200, height: 630 } as const;

const GROUND = 0x0b6470;
const INKS = { white: 0xffffff, soft: 0xd3e9eb, bright: 0x7fdbe0 } as const;
type Ink = keyof typeof INKS;
/** Shades of an ink over the ground, so that three of them and the ground are 256 places. */
const SHADES = 85;
const EDGE = 80;
const WIDE = CARD.width - 2 * EDGE;

/** `0xrrggbb` by place: the ground, then each ink from the faintest to the full. */
export const PALETTE: ReadonlyArray<number> = [
  GROUND,
  ...Object.values(INKS).flatMap((ink) => Array.from({ length: SHADES }, (_, at) => mixed(ink, (at + 1) / SHADES))),
];

export interface CardWords {
  readonly name: string;
  readonly headline: string;
  /** The address that can be typed, without its scheme: "book.example/@lena". */
  readonly address: string;
  readonly handle: string;
}

/** The card's pixels, row by row. A name that the letters cannot write is told by the handle, which they always can. */
export function drawCard({ name, headline, address, handle }: CardWords, faces: Typefaces): Uint8Array {
  const places = new Uint8Array(CARD.width * CARD.height);
  const title = isWritable(name, faces.name) ? name : `@${handle}`;
  const titles = linesOf(writable(title, faces.name), faces.name, WIDE, 2);
  const most = 4 - titles.length;
  const says = isWritable(headline, faces.text) ? linesOf(writable(headline, faces.text), faces.text, WIDE, most) : [];
  drawMark(places);
  const high = titles.length * faces.name.lineHeight + says.length * faces.text.lineHeight + (says.length > 0 ? 16 : 0);
  // Between the mark and the address, in the middle.
  let base = Math.round((CARD.height - high) / 2 + faces.name.lineHeight * 0.8);
  for (const line of titles) {
    write(places, faces, faces.name, line, base, 'white');
    base += faces.name.lineHeight;
  }
  base += 16 - Math.round((faces.name.lineHeight - faces.text.lineHeight) * 0.8);
  for (const line of says) {
    write(places, faces, faces.text, line, base, 'soft');
    base += faces.text.lineHeight;
  }
  const [below = ''] = linesOf(writable(address, faces.text), faces.text, WIDE, 1);
  write(places, faces, faces.text, below, CARD.height - 64, 'bright');
  return places;
}

/** The three bars of theme/icon.svg, without the ground that they have there: here it is everywhere. */
function drawMark(places: Uint8Array): void {
  const unit = 3;
  const bar = (x: number, y: number, width: number, height: number, ink: Ink, cover = 255) =>
    fill(places, EDGE + (x - 7) * unit, 56 + (y - 9) * unit, width * unit, height * unit, placeOf(ink, cover));
  bar(7, 9, 3, 14, 'bright');
  bar(13, 10, 12, 5, 'white');
  bar(13, 18, 8, 4, 'white', 153);
}

function fill(places: Uint8Array, x: number, y: number, width: number, height: number, place: number): void {
  for (let row = y; row < y + height; row += 1) places.fill(place, row * CARD.width + x, row * CARD.width + x + width);
}

/** One line from the left edge, `base` being where its letters stand. */
function write(places: Uint8Array, faces: Typefaces, letters: Letters, line: string, base: number, ink: Ink): void {
  for (let end = 0, signs = Array.from(line); end < signs.length; end += 1) {
    const sign = letters.signs[signs[end] ?? ''];
    if (!sign) continue;
    const [x, y, width, height, left, top] = sign;
    const pen = EDGE + widthOf(signs.slice(0, end + 1).join(''), letters) - sign[6];
    for (let row = 0; row < height; row += 1) {
      const from = (y + row) * faces.width + x;
      const to = (base + top + row) * CARD.width + Math.round(pen) + left;
      for (let column = 0; column < width; column += 1) {
        const cover = faces.cover[from + column] ?? 0;
        if (cover > 0) places[to + column] = placeOf(ink, cover);
      }
    }
  }
}

/** `cover`: 0 to 255. */
function placeOf(ink: Ink, cover: number): number {
  const shade = Math.round((cover / 255) * SHADES);
  return shade === 0 ? 0 : Object.keys(INKS).indexOf(ink) * SHADES + shade;
}

function mixed(ink: number, share: number): number {
  const channel = (shift: number) => {
    const under = (GROUND >> shift) & 255;
    return Math.round(under + (((ink >> shift) & 255) - under) * share) << shift;
  };
  return channel(16) | channel(8) | channel(0);
}
