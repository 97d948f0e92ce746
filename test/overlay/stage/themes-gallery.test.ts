import { readdirSync, statSync } from 'node:fs';
import { crc32, deflateSync, inflateSync } from 'node:zlib';
import { expect, test } from 'vitest';
import { withPalette } from '../../../scripts/pictures/palette.ts';
import { decode } from '../../../scripts/pictures/png.ts';
import { THEMES } from '../../../shared/stage-design.ts';

const folder = new URL('../../../docs/pictures/', import.meta.url);
/** One sheet has all widgets, and with the other all kinds of alerts. */
const pictureOf = (theme: string, shape: string, frame: string) =>
  shape === 'widgets' ? `stage-widgets-${theme}-${frame}.png` : `stage-${theme}-${shape}-${frame}.png`;
const gallery = THEMES.flatMap((theme) => [
  ...['tall', 'wide', 'widgets'].flatMap((shape) => ['bright', 'dark'].map((frame) => pictureOf(theme, shape, frame))),
]);

/** A PNG of three bytes a pixel, whose rows take turns through the five filters. */
function trueColoured(width: number, height: number, colourOf: (at: number) => number): Buffer {
  const row = width * 3;
  const plain = Buffer.alloc(row * height);
  for (let at = 0; at < width * height; at += 1) plain.writeUIntBE(colourOf(at), at * 3, 3);
  const told = Buffer.alloc((row + 1) * height);
  for (let y = 0; y < height; y += 1) {
    told[y * (row + 1)] = y % 5;
    for (let x = 0; x < row; x += 1) {
      const before = (dx: number, dy: number) => (x < dx || y < dy ? 0 : (plain[(y - dy) * row + x - dx] ?? 0));
      const [left, above, corner] = [before(3, 0), before(0, 1), before(3, 1)];
      const nearest = [left, above, corner].reduce((one, other) =>
        Math.abs(left + above - corner - other) < Math.abs(left + above - corner - one) ? other : one,
      );
      const guess = [0, left, above, (left + above) >> 1, nearest][y % 5] ?? 0;
      told[y * (row + 1) + 1 + x] = (plain[y * row + x] ?? 0) - guess;
    }
  }
  const head = Buffer.alloc(13);
  head.writeUInt32BE(width, 0);
  head.writeUInt32BE(height, 4);
  head.set([8, 2], 8);
  const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
  return Buffer.concat([
    signature,
    chunk('IHDR', head),
    chunk('IDAT', deflateSync(told)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, data: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

function chunkOf(file: Buffer, type: string): Buffer {
  const at = file.indexOf(type, 0, 'latin1');
  return file.subarray(at + 4, at + 4 + file.readUInt32BE(at - 4));
}

test('[ST65] the gallery has every theme, tall and wide, and all its widgets on a sheet, over bright and dark', () => {
  const there = new Set(readdirSync(folder));
  expect(gallery.filter((name) => !there.has(name))).toEqual([]);
});

test('[ST65] no picture of the gallery is over 250 kB, and all of them are under 3 MB', () => {
  const sizes = gallery.map((name) => statSync(new URL(name, folder)).size);
  expect(Math.max(...sizes)).toBeLessThan(250_000);
  expect(sizes.reduce((sum, size) => sum + size, 0)).toBeLessThan(3_000_000);
});

test('[ST66] a picture of few colours is the same with a palette', () => {
  const palette = [0x10181b, 0xffffff, 0x7fdbe0];
  const places = Uint8Array.from({ length: 40 * 30 }, (_, at) => (at * 7 + (at >> 5)) % 3);
  const trueColour = trueColoured(40, 30, (at) => palette[places[at] ?? 0] ?? 0);
  const small = withPalette(trueColour);
  const [colours, rows] = [chunkOf(small, 'PLTE'), inflateSync(chunkOf(small, 'IDAT'))];
  const drawn = Array.from(places, (_, at) => {
    const place = (rows[Math.floor(at / 40) * 41 + 1 + (at % 40)] ?? 0) * 3;
    return colours.readUIntBE(place, 3);
  });
  expect(drawn).toEqual(Array.from(places, (place) => palette[place]));
});

test('[ST66] every way in which PNG tells a row is read', () => {
  const picture = trueColoured(16, 10, (at) => (at * 0x010307) & 0xffffff);
  const { bytes, width, height, depth } = decode(picture);
  expect({ width, height, depth }).toEqual({ width: 16, height: 10, depth: 3 });
  const read = Array.from({ length: 160 }, (_, at) => Buffer.from(bytes).readUIntBE(at * 3, 3));
  expect(read).toEqual(Array.from({ length: 160 }, (_, at) => (at * 0x010307) & 0xffffff));
});
