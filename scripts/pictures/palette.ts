import { encodePlaces } from '../../server/pictures/png.ts';
import { decode, type Pixels } from './png.ts';

const MOST = 256;

/** Colours as `0xrrggbb` with how many pixels have them. */
type Counted = readonly (readonly [colour: number, count: number])[];

/** The same picture in at most 256 colours: a third of the bytes, and no eye tells them apart. */
export function withPalette(file: Buffer): Buffer {
  const pixels = decode(file);
  const counts = new Map<number, number>();
  each(pixels, (colour) => counts.set(colour, (counts.get(colour) ?? 0) + 1));
  const groups = split([...counts]);
  const place = new Map(groups.flatMap((group, at) => group.map(([colour]) => [colour, at] as const)));
  const places = new Uint8Array(pixels.width * pixels.height);
  each(pixels, (colour, at) => {
    places[at] = place.get(colour) ?? 0;
  });
  return encodePlaces(pixels.width, pixels.height, groups.map(mean), places);
}

function each({ bytes, depth }: Pixels, tell: (colour: number, at: number) => void): void {
  for (let at = 0; at * depth < bytes.length; at += 1) {
    const start = at * depth;
    tell(((bytes[start] ?? 0) << 16) | ((bytes[start + 1] ?? 0) << 8) | (bytes[start + 2] ?? 0), at);
  }
}

/** Cuts the group that errs most at its mean, along the channel in which it is widest, until there are enough. */
function split(all: Counted): Counted[] {
  let groups: { colours: Counted; error: number; shift: number }[] = [weighed(all)];
  while (groups.length < MOST) {
    const worst = groups.reduce((one, other) => (other.error > one.error ? other : one));
    if (worst.error === 0) break;
    const middle = (mean(worst.colours) >> worst.shift) & 255;
    const isLow = ([colour]: readonly [number, number]) => ((colour >> worst.shift) & 255) <= middle;
    const [low, high] = [worst.colours.filter(isLow), worst.colours.filter((one) => !isLow(one))];
    if (low.length === 0 || high.length === 0) worst.error = 0;
    else groups = [...groups.filter((group) => group !== worst), weighed(low), weighed(high)];
  }
  return groups.map(({ colours }) => colours);
}

/** How far the pixels of a group are from its mean, and in which channel most. */
function weighed(colours: Counted): { colours: Counted; error: number; shift: number } {
  const middle = mean(colours);
  const errors = [16, 8, 0].map((shift) => ({
    shift,
    error: colours.reduce((sum, [colour, count]) => {
      const apart = ((colour >> shift) & 255) - ((middle >> shift) & 255);
      return sum + apart * apart * count;
    }, 0),
  }));
  const most = errors.reduce((one, other) => (other.error > one.error ? other : one));
  return { colours, ...most };
}

function mean(colours: Counted): number {
  const all = colours.reduce((sum, [, count]) => sum + count, 0);
  const channel = (shift: number) =>
    Math.round(colours.reduce((sum, [colour, count]) => sum + ((colour >> shift) & 255) * count, 0) / all) << shift;
  return channel(16) | channel(8) | channel(0);
}
