import { inflateSync } from 'node:zlib';
import { SIGNATURE } from '../../server/pictures/png.ts';

/** Eight bits a channel, without gaps between the rows. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  /** Bytes a pixel: 3 or 4. */
  readonly depth: number;
  readonly bytes: Uint8Array;
}

/** Reads what a browser's screenshot is: eight bits, true colour, not interlaced. */
export function decode(file: Buffer): Pixels {
  const parts: Buffer[] = [];
  let [width, height, depth] = [0, 0, 3];
  for (let at = SIGNATURE.length; at < file.length; ) {
    const length = file.readUInt32BE(at);
    const type = file.toString('latin1', at + 4, at + 8);
    const data = file.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') {
      [width, height] = [data.readUInt32BE(0), data.readUInt32BE(4)];
      depth = data[9] === 6 ? 4 : 3;
    }
    if (type === 'IDAT') parts.push(data);
    at += length + 12;
  }
  return { width, height, depth, bytes: unfilter(inflateSync(Buffer.concat(parts)), width * depth, height, depth) };
}

/** PNG specification, section 9: each byte is told as the difference to a guess from the ones before it. */
function unfilter(raw: Uint8Array, row: number, height: number, depth: number): Uint8Array {
  const bytes = new Uint8Array(row * height);
  for (let y = 0; y < height; y += 1) {
    const filter = raw[y * (row + 1)];
    for (let x = 0; x < row; x += 1) {
      const at = y * row + x;
      const left = x < depth ? 0 : (bytes[at - depth] ?? 0);
      const above = y === 0 ? 0 : (bytes[at - row] ?? 0);
      const corner = x < depth || y === 0 ? 0 : (bytes[at - row - depth] ?? 0);
      bytes[at] = (raw[y * (row + 1) + 1 + x] ?? 0) + guess(filter, left, above, corner);
    }
  }
  return bytes;
}

function guess(filter: number | undefined, left: number, above: number, corner: number): number {
  if (filter === 1) return left;
  if (filter === 2) return above;
  if (filter === 3) return (left + above) >> 1;
  if (filter !== 4) return 0;
  const [byLeft, byAbove, byCorner] = [above - corner, left - corner, left + above - 2 * corner].map(Math.abs) as [
    number,
    number,
    number,
  ];
  if (byLeft <= byAbove && byLeft <= byCorner) return left;
  return byAbove <= byCorner ? above : corner;
}
