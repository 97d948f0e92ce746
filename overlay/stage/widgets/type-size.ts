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
const CODE_SIZES = [58, 50, 42, 36];

/** The height of a line in parts of its size, and the gap above the address (widgets.css). */
const ADDRESS_LINE = 1.15;
const ADDRESS_GAP = 6;

/**
 * The largest size in which the address stands in one line, else in a line for each of its groups; no higher than
 * `height` where that is legible.
 */
export function addressSize(groups: ReadonlyArray<string>, room: number, height = Number.POSITIVE_INFINITY): number {
  const fits = (size: number) => addressHeight(groups, room, size) <= height;
  const isWhole = (size: number) => isInOneLine(groups, room, size);
  const isBroken = (size: number) => longestOf(groups) * ADDRESS_SIGN * size <= room;
  return (
    ADDRESS_SIZES.find((size) => isWhole(size) && fits(size)) ??
    BROKEN_ADDRESS_SIZES.find((size) => isBroken(size) && fits(size)) ??
    34
  );
}

/** How high the address stands in that size. */
export function addressHeight(groups: ReadonlyArray<string>, room: number, size: number): number {
  const lines = isInOneLine(groups, room, size) ? 1 : groups.length;
  return ADDRESS_GAP + lines * size * ADDRESS_LINE;
}

function isInOneLine(groups: ReadonlyArray<string>, room: number, size: number): boolean {
  return signsOf(groups.join('')) * ADDRESS_SIGN * size <= room;
}

function longestOf(groups: ReadonlyArray<string>): number {
  return Math.max(...groups.map(signsOf));
}

function signsOf(text: string): number {
  const capitals = text.match(/\p{Lu}/gu)?.length ?? 0;
  return text.length + capitals * (CAPITAL - 1);
}

/** The largest size in which the code stands in one line; one that is longer still is broken, never cut. */
export function codeSize(code: string, room: number): number {
  return CODE_SIZES.find((size) => code.length * CODE_SIGN * size <= room) ?? 36;
}
