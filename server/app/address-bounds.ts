import { createHmac, randomBytes } from 'node:crypto';
import type { HoldMade } from '../../shared/public-page.ts';
import { type EpochMillis, toMillis } from '../../shared/time.ts';
import { networkOf } from '../core/caller.ts';
import { isRefusal, type Refusal } from '../core/decision.ts';

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
  /** Makes a hold within the bound: counted before it is made, so that many at once are no more; null beyond it. */
  hold(
    from: From,
    instead: string | undefined,
    make: () => Promise<HoldMade | Refusal>,
  ): Promise<HoldMade | Refusal | null>;
  /** Its viewer asked with it. */
  ended(hold: string | undefined): void;
  /** One booking of this address, to be taken when a time is booked at once, and given back when it was not. */
  booking(from: From): Allowance;
}

/** One of so many. */
export interface Allowance {
  /** False when all are used up. Taken twice it is one still. */
  take(): boolean;
  giveBack(): void;
}

interface Kept {
  readonly holds: Map<string, EpochMillis>;
  /** Holds that are being made. */
  making: number;
  booked: number;
}

/** Kept in memory alone, by each program for itself, under a key that changes every day: no address is written anywhere. */
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
    const known = kept.get(name) ?? { holds: new Map(), making: 0, booked: 0 };
    for (const [hold, ends] of known.holds) if (ends <= now) known.holds.delete(hold);
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MOST_ADDRESSES && !kept.has(name)) kept.delete(oldest);
    kept.set(name, known);
    return known;
  }

  return {
    async hold(from, instead, make) {
      if (from === null) return make();
      const mine = of(from);
      const replaced = instead !== undefined && mine.holds.has(instead) ? 1 : 0;
      if (mine.holds.size + mine.making - replaced >= MOST_HOLDS) return null;
      mine.making += 1;
      try {
        const made = await make();
        if (isRefusal(made)) return made;
        if (instead !== undefined) mine.holds.delete(instead);
        mine.holds.set(made.id, toMillis(made.expiresAt));
        return made;
      } finally {
        mine.making -= 1;
      }
    },
    ended(hold) {
      if (hold === undefined) return;
      for (const { holds } of kept.values()) if (holds.delete(hold)) return;
    },
    booking(from) {
      let taken = false;
      return {
        take() {
          if (taken || from === null) return true;
          const mine = of(from);
          if (mine.booked >= MOST_BOOKED) return false;
          mine.booked += 1;
          taken = true;
          return true;
        },
        giveBack() {
          if (taken && from !== null) of(from).booked -= 1;
          taken = false;
        },
      };
    },
  };
}
