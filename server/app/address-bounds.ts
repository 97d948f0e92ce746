import { createHmac, randomBytes } from 'node:crypto';
import { isIPv6 } from 'node:net';
import type { EpochMillis } from '../../shared/time.ts';

/** Times kept at once for one network address. Viewers of one phone carrier may share it, and an ask needs no hold. */
const MOST_HOLDS = 10;
/** Times booked at once, without the desk, from one network address in a day. */
const MOST_BOOKED = 20;
/** The oldest are forgotten first. */
const MOST_ADDRESSES = 20_000;
const DAY = 24 * 60 * 60_000;

/** Where a viewer asks from: an address of the network, or null for this machine itself, which nothing bounds. */
export type From = string | null;

/** What one network address may have at once, whatever names and contacts it gives (security.md E7). */
export interface AddressBounds {
  mayHold(from: From): boolean;
  held(from: From, hold: string, until: EpochMillis): void;
  /** Its viewer gave it back, or asked with it. */
  ended(hold: string | undefined): void;
  mayBook(from: From): boolean;
  booked(from: From): void;
}

interface Kept {
  readonly holds: Map<string, EpochMillis>;
  booked: number;
}

/** Kept in memory alone, under a key that changes every day: no address is written anywhere. */
export function createAddressBounds(clock: () => EpochMillis): AddressBounds {
  let key = randomBytes(32);
  let until = clock() + DAY;
  const kept = new Map<string, Kept>();

  function of(from: string): Kept {
    const now = clock();
    if (now >= until) {
      key = randomBytes(32);
      until = now + DAY;
      kept.clear();
    }
    const name = createHmac('sha256', key).update(networkOf(from)).digest('base64');
    const known = kept.get(name) ?? { holds: new Map(), booked: 0 };
    for (const [hold, ends] of known.holds) if (ends <= now) known.holds.delete(hold);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MOST_ADDRESSES && !kept.has(name)) kept.delete(oldest);
    kept.set(name, known);
    return known;
  }

  return {
    mayHold: (from) => from === null || of(from).holds.size < MOST_HOLDS,
    held(from, hold, ends) {
      if (from !== null) of(from).holds.set(hold, ends);
    },
    ended(hold) {
      if (hold === undefined) return;
      for (const { holds } of kept.values()) if (holds.delete(hold)) return;
    },
    mayBook: (from) => from === null || of(from).booked < MOST_BOOKED,
    booked(from) {
      if (from !== null) of(from).booked += 1;
    },
  };
}

/** Of IPv6 the network of 64 bits: whoever has one address has all of it. */
function networkOf(address: string): string {
  const plain = address.replace(/^::ffff:(?=\d+\.)/i, '');
  if (!isIPv6(plain)) return plain;
  const [head = '', tail = ''] = plain.toLowerCase().split('::');
  const [left, right] = [head.split(':'), tail === '' ? [] : tail.split(':')];
  const whole = [...left, ...Array<string>(Math.max(0, 8 - left.length - right.length)).fill('0'), ...right];
  return whole
    .slice(0, 4)
    .map((group) => group.replace(/^0+(?=.)/, '') || '0')
    .join(':');
}
