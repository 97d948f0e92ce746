import { addressPieces } from './spoken-groups.ts';

/*
 * Sizes of what a viewer has to type, by the number of its signs: measuring would lay the page out once more at each
 * view. In pixels of the canvas.
 */

/** The mean sign of an address in the display type, and of a code in capitals with its spacing; parts of the size. */
const ADDRESS_SIGN = 0.54;
const CODE_SIGN = 0.76;

const ADDRESS_SIZES = [54, 48, 42, 38];
const BROKEN_ADDRESS_SIZES = [48, 42, 38, 34];
/** Under 34, as for a plate that its box is too low for: small is read with pains, a word cut in two is typed wrongly. */
const PIECE_SIZES = [42, 38, 34, 30, 26, 22];
const CODE_SIZES = [58, 50, 42, 36];

/**
 * The largest size in which the address stands in one line, else in a line for each of its groups, else in lines that
 * break at its dots and strokes alone. In a box narrower than the smallest of these a line breaks anywhere.
 */
export function addressSize(groups: ReadonlyArray<string>, room: number): number {
  const fitting = (sizes: ReadonlyArray<number>, signs: number) =>
    sizes.find((size) => signs * ADDRESS_SIGN * size <= room);
  return (
    fitting(ADDRESS_SIZES, groups.join('').length) ??
    fitting(BROKEN_ADDRESS_SIZES, longest(groups)) ??
    fitting(PIECE_SIZES, longest(groups.flatMap(addressPieces))) ??
    22
  );
}

function longest(texts: ReadonlyArray<string>): number {
  return Math.max(...texts.map((text) => text.length));
}

/** The largest size in which the code stands in one line; one that is longer still is broken, never cut. */
export function codeSize(code: string, room: number): number {
  return CODE_SIZES.find((size) => code.length * CODE_SIGN * size <= room) ?? 36;
}
