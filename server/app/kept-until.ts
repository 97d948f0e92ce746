import type { EpochMillis } from '../../shared/time.ts';

/** Keeps what is dear to make for a while, or until it is forgotten; what failed is made anew at the next asking. */
export function kept<T>(forMs: number, clock: () => EpochMillis, make: () => Promise<T>) {
  let made: { at: EpochMillis; value: Promise<T> } | null = null;
  return {
    now(): Promise<T> {
      const at = clock();
      if (made && at - made.at <= forMs) return made.value;
      const mine = { at, value: make() };
      made = mine;
      mine.value.catch(() => {
        if (made === mine) made = null;
      });
      return mine.value;
    },
    forget(): void {
      made = null;
    },
  };
}
