import { createHmac } from 'node:crypto';
import type { EpochMillis } from '../../shared/time.ts';
import type { Picture } from '../pictures/fetch.ts';

/** Kinds of gifts that a stage may be shown in an evening, and more. */
const MOST_KNOWN = 1000;
const MOST_KEPT_BYTES = 8 * 1024 * 1024;
/** Until a picture that could not be had is asked for again. */
const AGAIN_AFTER_MS = 5 * 60_000;
/** 132 bits. */
const KEY_LENGTH = 22;

export const PICTURE_PATH = '/stage/gift/';

export type GiftPictures = ReturnType<typeof createGiftPictures>;

/**
 * The platform's pictures of gifts, which a stage never loads from there. Nothing is fetched until a page asks for a path,
 * and no path is given but to stages whose design shows pictures. A path is made from the picture's address by a secret of
 * this server: it can neither be guessed nor made to fetch anything, and is the same after a restart.
 */
export function createGiftPictures(deps: {
  readonly secret: string;
  readonly clock: () => EpochMillis;
  /** Whether an address is one that is fetched at all. */
  readonly isFetched: (address: string) => boolean;
  /** Null for what cannot be had; never rejects. */
  readonly fetchPicture: (address: string) => Promise<Picture | null>;
}) {
  const { secret, clock, isFetched, fetchPicture } = deps;
  /** By key, those that were named longest ago first. */
  const addresses = new Map<string, string>();
  const keys = new Map<string, string>();
  const kept = new Map<string, Picture>();
  const failed = new Map<string, EpochMillis>();
  const fetching = new Map<string, Promise<Picture | null>>();
  let keptBytes = 0;

  function nameKey(address: string): string {
    const key = createHmac('sha256', secret).update(address).digest('base64url').slice(0, KEY_LENGTH);
    addresses.set(key, address);
    keys.set(address, key);
    const [oldest] = addresses;
    if (oldest && addresses.size > MOST_KNOWN) forget(...oldest);
    return key;
  }

  function forget(key: string, address: string): void {
    addresses.delete(key);
    keys.delete(address);
    failed.delete(key);
    drop(key);
  }

  function drop(key: string): void {
    keptBytes -= kept.get(key)?.bytes.length ?? 0;
    kept.delete(key);
  }

  function keep(key: string, picture: Picture): void {
    kept.set(key, picture);
    keptBytes += picture.bytes.length;
    for (const oldest of kept.keys()) {
      if (keptBytes <= MOST_KEPT_BYTES) break;
      drop(oldest);
    }
  }

  async function load(key: string, address: string): Promise<Picture | null> {
    const picture = await fetchPicture(address);
    fetching.delete(key);
    // Forgotten meanwhile: it would be kept without anything to drop it again.
    if (!addresses.has(key)) return picture;
    if (picture) keep(key, picture);
    else failed.set(key, clock());
    return picture;
  }

  return {
    /** Where the picture at this address of the platform's is served; null for one that is never fetched. */
    pathOf(address: string): string | null {
      const key = keys.get(address) ?? (isFetched(address) ? nameKey(address) : null);
      return key === null ? null : PICTURE_PATH + key;
    },

    /** Null when it cannot be had; undefined for a key that is none. */
    async find(key: string): Promise<Picture | null | undefined> {
      const address = addresses.get(key);
      if (address === undefined) return undefined;
      const picture = kept.get(key);
      if (picture) return picture;
      const failedAt = failed.get(key);
      if (failedAt !== undefined && Math.abs(clock() - failedAt) < AGAIN_AFTER_MS) return null;
      const running = fetching.get(key) ?? load(key, address);
      fetching.set(key, running);
      return running;
    },
  };
}
