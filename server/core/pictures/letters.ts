/** A typeface at one size as it is drawn: for each sign its box in a picture of all of them, and where it stands. */
export interface Letters {
  /** `[x, y, width, height, left, top, advance]` in pixels: the box in the picture, its corner from the pen on the base line, and how far the pen moves on. */
  readonly signs: Readonly<Record<string, Sign>>;
  /** By how much two signs are nearer to each other (negative) than their advance says. */
  readonly pairs: Readonly<Record<string, number>>;
  /** From one base line to the next, in pixels. */
  readonly lineHeight: number;
}

export type Sign = readonly [
  x: number,
  y: number,
  width: number,
  height: number,
  left: number,
  top: number,
  advance: number,
];

/** How much of every pixel a sign covers, 0 to 255, with what lies where. */
export interface Typefaces {
  readonly width: number;
  readonly cover: Uint8Array;
  readonly name: Letters;
  readonly text: Letters;
}

/** The text as the letters can write it: accents that they lack are left off, and signs that they lack are left out. */
export function writable(text: string, { signs }: Letters): string {
  return Array.from(text.normalize('NFC').replace(/\s+/g, ' '), (sign) => {
    if (sign in signs) return sign;
    const [bare = ''] = sign.normalize('NFD');
    return bare in signs ? bare : '';
  })
    .join('')
    .replace(/ {2,}/g, ' ')
    .trim();
}

/** Whether enough of the text can be written to be read: names in other scripts cannot. */
export function isWritable(text: string, letters: Letters): boolean {
  const wanted = Array.from(text.normalize('NFC')).filter((sign) => /[\p{L}\p{N}]/u.test(sign));
  return wanted.length > 0 && Array.from(writable(wanted.join(''), letters)).length * 2 > wanted.length;
}

/** In pixels. */
export function widthOf(text: string, { signs, pairs }: Letters): number {
  let width = 0;
  let before = '';
  for (const sign of text) {
    width += (signs[sign]?.[6] ?? 0) + (pairs[before + sign] ?? 0);
    before = sign;
  }
  return width;
}

/** The text in at most `most` lines no wider than `width`; what has no room ends in an ellipsis. */
export function linesOf(text: string, letters: Letters, width: number, most: number): string[] {
  const lines: string[] = [];
  let left = text.split(' ').flatMap((word) => piecesOf(word, letters, width));
  while (left.length > 0 && lines.length < most) {
    let count = 1;
    while (count < left.length && widthOf(left.slice(0, count + 1).join(' '), letters) <= width) count += 1;
    lines.push(left.slice(0, count).join(' '));
    left = left.slice(count);
  }
  const last = lines.at(-1);
  if (left.length > 0 && last !== undefined) lines[lines.length - 1] = shortened(last, letters, width);
  return lines;
}

/** A word that is wider than a line, in parts that are not. */
function piecesOf(word: string, letters: Letters, width: number): string[] {
  const pieces = [''];
  for (const sign of word) {
    const last = pieces.length - 1;
    if (widthOf(pieces[last] + sign, letters) <= width) pieces[last] += sign;
    else pieces.push(sign);
  }
  return pieces;
}

function shortened(line: string, letters: Letters, width: number): string {
  const signs = Array.from(line);
  while (signs.length > 0 && widthOf(`${signs.join('').trimEnd()}…`, letters) > width) signs.pop();
  return `${signs.join('').replace(/[\s,.;:]+$/, '')}…`;
}
