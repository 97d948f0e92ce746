import { readFile } from 'node:fs/promises';
import { crc32, deflateSync } from 'node:zlib';
import encodeJpegPixels, { init } from '@jsquash/jpeg/encode.js';

/* Pictures that are made here, byte by byte where it matters. */

export const CANARY = 'taken at 52.5200 13.4050 by Ada';

/** A JPEG of two colours with an EXIF block: lying on its side (orientation 6) and with {@link CANARY} in it. */
export async function jpegWithExif(width: number, height: number): Promise<Uint8Array> {
  const file = new URL(import.meta.resolve('@jsquash/jpeg/codec/enc/mozjpeg_enc.wasm'));
  await init(await WebAssembly.compile(new Uint8Array(await readFile(file))));
  const data = new Uint8ClampedArray(width * height * 4).map((_, at) => (at % 4 === 3 ? 255 : at % 251));
  const jpeg = Buffer.from(await encodeJpegPixels({ data, width, height, colorSpace: 'srgb' } as ImageData));
  const tiff = Buffer.concat([
    Buffer.from('4d4d002a00000008000101120003000000010006000000000000', 'hex'),
    Buffer.from(CANARY, 'latin1'),
  ]);
  const block = Buffer.concat([Buffer.from('Exif\0\0', 'latin1'), tiff]);
  const head = Buffer.from([0xff, 0xe1, 0, 0]);
  head.writeUInt16BE(block.length + 2, 2);
  return new Uint8Array(Buffer.concat([jpeg.subarray(0, 2), head, block, jpeg.subarray(2)]));
}

function chunk(type: string, data: Uint8Array): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), data]);
  const [length, sum] = [Buffer.alloc(4), Buffer.alloc(4)];
  length.writeUInt32BE(data.length);
  sum.writeUInt32BE(crc32(body));
  return Buffer.concat([length, body, sum]);
}

interface PngOptions {
  /** Animated: with the chunk that says so. */
  readonly moving?: boolean;
  /** Only the header and an empty picture, whatever size the header names. */
  readonly hollow?: boolean;
  /** A text chunk. */
  readonly text?: string;
  /** Noise, which no encoder makes small. */
  readonly noise?: boolean;
}

export function png(width: number, height: number, { moving, hollow, text, noise }: PngOptions = {}): Uint8Array {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 2, 0, 0, 0], 8);
  const rows = Buffer.alloc(hollow ? 0 : (width * 3 + 1) * height, 0x7f);
  let seed = 1;
  for (let at = 0; at < rows.length; at += 1) {
    seed = (seed * 48_271) % 2_147_483_647;
    if (at % (width * 3 + 1) === 0) rows[at] = 0;
    else if (noise) rows[at] = seed & 255;
  }
  return new Uint8Array(
    Buffer.concat([
      Buffer.from('89504e470d0a1a0a', 'hex'),
      chunk('IHDR', header),
      ...(moving ? [chunk('acTL', Buffer.from('0000000200000000', 'hex'))] : []),
      ...(text ? [chunk('tEXt', Buffer.from(`Comment\0${text}`, 'latin1'))] : []),
      chunk('IDAT', deflateSync(rows)),
      chunk('IEND', new Uint8Array()),
    ]),
  );
}

/** An extended WebP by its header alone. */
export function webpHeader(width: number, height: number, moving: boolean): Uint8Array {
  const file = Buffer.alloc(40);
  file.write('RIFF', 0, 'latin1');
  file.write('WEBPVP8X', 8, 'latin1');
  file[20] = moving ? 0b10 : 0;
  file.writeUIntLE(width - 1, 24, 3);
  file.writeUIntLE(height - 1, 27, 3);
  return new Uint8Array(file);
}
