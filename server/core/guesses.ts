import type { EpochMillis } from '../../shared/time.ts';

/** Guesses that are compared at all within the window, of one account and of one address (security.md E3). */
const MOST_GUESSES = 10;
const WINDOW_MS = 15 * 60_000;
/** Addresses that are remembered; beyond it the oldest is forgotten, and the account's own bucket still holds. */
const MOST_BUCKETS = 10_000;

/** Counts guesses by account and by address. A refused one costs nothing and is compared with nothing. */
export function createGuesses() {
  const buckets = new Map<string, EpochMillis[]>();

  function recent(name: string, now: EpochMillis): EpochMillis[] {
    return (buckets.get(name) ?? []).filter((at) => at > now - WINDOW_MS);
  }

  return {
    /** Whether one more guess may be compared; it is counted in every bucket then. */
    take(names: ReadonlyArray<string>, now: EpochMillis): boolean {
      const counted = names.map((name) => [name, recent(name, now)] as const);
      if (counted.some(([, times]) => times.length >= MOST_GUESSES)) return false;
      for (const [name, times] of counted) {
        buckets.delete(name);
        buckets.set(name, [...times, now]);
      }
      for (const name of buckets.keys()) {
        if (buckets.size <= MOST_BUCKETS) break;
        buckets.delete(name);
      }
      return true;
    },

    /** The last one was right, and is no guess; what others have guessed still counts. */
    giveBack(names: ReadonlyArray<string>): void {
      for (const name of names) buckets.get(name)?.pop();
    },
  };
}
