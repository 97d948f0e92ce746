/*
 * Sizes of what a viewer has to type, by the number of its signs: measuring would lay the page out once more at each
 * view. In pixels of the canvas.
 */

/** The mean sign of an address in the display type, and of a code in capitals with its spacing; parts of the size. */
const ADDRESS_SIGN = 0.54;
const CODE_SIGN = 0.76;

const ADDRESS_SIZES = [54, 48, 42, 38];
const BROKEN_ADDRESS_SIZES = [48, 42, 38, 34];
const CODE_SIZES = [58, 50, 42, 36];

/** The largest size in which the address stands in one line, else in a line for each of its groups. */
export function addressSize(groups: ReadonlyArray<string>, room: number): number {
  const lengths = groups.map((group) => group.length);
  const whole = lengths.reduce((sum, length) => sum + length, 0);
  const longest = Math.max(...lengths);
  return (
    ADDRESS_SIZES.find((size) => whole * ADDRESS_SIGN * size <= room) ??
    BROKEN_ADDRESS_SIZES.find((size) => longest * ADDRESS_SIGN * size <= room) ??
    34
  );
}

/** The largest size in which the code stands in one line; one that is longer still is broken, never cut. */
export function codeSize(code: string, room: number): number {
  return CODE_SIZES.find((size) => code.length * CODE_SIGN * size <= room) ?? 36;
}
