import { addressPieces } from './spoken-groups.ts';

/*
 * Sizes of what a viewer has to type, by the number of its signs: measuring would lay the page out once more at each
 * view. In pixels of the canvas.
 */

/** The mean sign of an address in the display type, and of a code in capitals with its spacing; parts of the size. */
const ADDRESS_SIGN = 0.54;
const CODE_SIGN = 0.76;
/** How many signs a capital of an address is as wide as. */
const CAPITAL = 1.28;

const ADDRESS_SIZES = [54, 48, 42, 38];
const BROKEN_ADDRESS_SIZES = [48, 42, 38, 34];
/** Under 34, as for a plate that its box is too low for: small is read with pains, a word cut in two is typed wrongly. */
const PIECE_SIZES = [42, 38, 34, 30, 26, 22];
const CODE_SIZES = [58, 50, 42, 36];

/** The height of a line in parts of its size, and the gap above the address (widgets.css). */
const ADDRESS_LINE = 1.15;
const ADDRESS_GAP = 6;

/**
 * The largest size in which the address stands in one line, else in a line for each of its groups, else in lines that
 * break at its dots and strokes alone; no higher than `height` where that is legible. In a box narrower than the
 * smallest of these a line breaks anywhere.
 */
export function addressSize(groups: ReadonlyArray<string>, room: number, height = Number.POSITIVE_INFINITY): number {
  const low = (size: number) => addressHeight(groups, room, size) <= height;
  const inLinesOf = (texts: ReadonlyArray<string>) => (size: number) => texts.every((text) => isWide(text, room, size));
  const whole = inLinesOf([groups.join('')]);
  const broken = inLinesOf(groups);
  const pieces = inLinesOf(groups.flatMap(addressPieces));
  return (
    ADDRESS_SIZES.find((size) => whole(size) && low(size)) ??
    BROKEN_ADDRESS_SIZES.find((size) => broken(size) && low(size)) ??
    BROKEN_ADDRESS_SIZES.findLast(broken) ??
    PIECE_SIZES.find((size) => pieces(size) && low(size)) ??
    PIECE_SIZES.findLast(pieces) ??
    22
  );
}

/** How high the address stands in that size. */
export function addressHeight(groups: ReadonlyArray<string>, room: number, size: number): number {
  const texts = isWide(groups.join(''), room, size) ? [groups.join('')] : groups;
  const lines = texts.reduce((sum, text) => sum + linesOf(text, room, size), 0);
  return ADDRESS_GAP + lines * size * ADDRESS_LINE;
}

/** The lines of a group that is broken between its pieces, as late as can be. */
function linesOf(group: string, room: number, size: number): number {
  let lines = 0;
  let line = '';
  for (const piece of addressPieces(group)) {
    if (lines > 0 && isWide(line + piece, room, size)) line += piece;
    else {
      lines += 1;
      line = piece;
    }
  }
  return lines;
}

/** Whether the room is wide enough for the text. */
function isWide(text: string, room: number, size: number): boolean {
  return signsOf(text) * ADDRESS_SIGN * size <= room;
}

function signsOf(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return text.length + capitals * (CAPITAL - 1);
}

/** The largest size in which the code stands in one line; one that is longer still is broken, never cut. */
export function codeSize(code: string, room: number): number {
  return CODE_SIZES.find((size) => code.length * CODE_SIGN * size <= room) ?? 36;
}
