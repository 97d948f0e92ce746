import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { PictureHeader } from '../core/pictures/header.ts';

export interface EncodeAsk {
  readonly type: PictureHeader['type'];
  readonly bytes: Uint8Array;
}

/** A WebP of at most 300 kB and 1600 pixels a side, without any of the metadata that the original had. */
export interface EncodedPicture {
  readonly bytes: Uint8Array;
  readonly width: number;
  readonly height: number;
}

/** The slowest picture that is taken needs a few seconds on an old machine. */
const LIMIT_MILLIS = 30_000;

/**
 * Encodes a picture anew on a thread of its own, so that the show beside it does not wait, and so that its memory is
 * given back whole. Null when the bytes cannot be decoded. One at a time: two large ones at once are memory for nothing.
 */
export function createEncoder(): (ask: EncodeAsk) => Promise<EncodedPicture | null> {
  let before: Promise<unknown> = Promise.resolve();
  return (ask) => {
    const mine = before.then(() => encodeOnThread(ask));
    before = mine.catch(() => undefined);
    return mine;
  };
}

async function encodeOnThread(ask: EncodeAsk): Promise<EncodedPicture | null> {
  const worker = new Worker(join(import.meta.dirname, 'encode-worker.ts'), {
    workerData: ask,
    resourceLimits: { maxOldGenerationSizeMb: 256 },
    stderr: true,
    stdout: true,
  });
  const made = Promise.withResolvers<EncodedPicture | null>();
  worker.on('message', made.resolve);
  // Out of memory or a trap of the codec: the picture's fault, as far as anybody can tell.
  worker.on('error', () => made.resolve(null));
  worker.on('exit', () => made.resolve(null));
  const limit = setTimeout(() => made.resolve(null), LIMIT_MILLIS);
  try {
    return await made.promise;
  } finally {
    clearTimeout(limit);
    await worker.terminate();
  }
}
