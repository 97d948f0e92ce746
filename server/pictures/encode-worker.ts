/**
 * The thread of `encode.ts`: decodes one picture, makes it small enough and encodes it anew, so that nothing of the file
 * that came is kept: no place, no camera, no text, nothing hidden behind the picture. It ends after that one picture.
 */
import { readFile } from 'node:fs/promises';
import { parentPort, workerData } from 'node:worker_threads';
import decodeJpeg, { init as initJpeg } from '@jsquash/jpeg/decode.js';
import decodePng, { init as initPng } from '@jsquash/png/decode.js';
import resize, { initResize } from '@jsquash/resize';
import decodeWebp, { init as initWebpDecoder } from '@jsquash/webp/decode.js';
import encodeWebp, { init as initWebpEncoder } from '@jsquash/webp/encode.js';
import type { EncodeAsk, EncodedPicture } from './encode.ts';

const MOST_BYTES = 300_000;
/** The first that is small enough is kept: less quality before less size. */
const TRIES = [
  { side: 1600, quality: 82 },
  { side: 1600, quality: 68 },
  { side: 1200, quality: 60 },
  { side: 800, quality: 50 },
  { side: 480, quality: 35 },
] as const;

type Pixels = Pick<ImageData, 'data' | 'width' | 'height'>;

/** The codecs are written for browsers, where this is. */
class Picture implements Pixels {
  readonly data: Uint8ClampedArray<ArrayBuffer>;
  readonly width: number;
  readonly height: number;
  constructor(data: Uint8ClampedArray<ArrayBuffer>, width: number, height: number) {
    this.data = data;
    this.width = width;
    this.height = height;
  }
}
Object.assign(globalThis, { ImageData: Picture });

async function compiled(path: string): Promise<WebAssembly.Module> {
  const file = new URL(import.meta.resolve(path));
  return WebAssembly.compile(new Uint8Array(await readFile(file)));
}

async function decode({ type, bytes }: EncodeAsk): Promise<ImageData> {
  const buffer = new Uint8Array(bytes).buffer;
  if (type === 'jpeg') {
    await initJpeg(await compiled('@jsquash/jpeg/codec/dec/mozjpeg_dec.wasm'));
    return decodeJpeg(buffer, { preserveOrientation: true });
  }
  if (type === 'png') {
    await initPng(await compiled('@jsquash/png/codec/pkg/squoosh_png_bg.wasm'));
    return decodePng(buffer);
  }
  await initWebpDecoder(await compiled('@jsquash/webp/codec/dec/webp_dec.wasm'));
  return decodeWebp(buffer);
}

async function encode(ask: EncodeAsk): Promise<EncodedPicture | null> {
  let picture = await decode(ask);
  await initResize(await compiled('@jsquash/resize/lib/resize/pkg/squoosh_resize_bg.wasm'));
  await initWebpEncoder(await compiled('@jsquash/webp/codec/enc/webp_enc_simd.wasm'));
  for (const { side, quality } of TRIES) {
    const scale = Math.min(1, side / Math.max(picture.width, picture.height));
    if (scale < 1) {
      const shrunk = (length: number) => Math.max(1, Math.round(length * scale));
      picture = await resize(picture, { width: shrunk(picture.width), height: shrunk(picture.height) });
    }
    const bytes = new Uint8Array(await encodeWebp(picture, { quality }));
    if (bytes.length <= MOST_BYTES) return { bytes, width: picture.width, height: picture.height };
  }
  return null;
}

encode(workerData as EncodeAsk).then(
  (made) => parentPort?.postMessage(made),
  // A decoder that stumbles over the bytes says so in words of its own; whoever sent them is told that they are broken.
  () => parentPort?.postMessage(null),
);
