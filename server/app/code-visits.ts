import { addVisits } from '../store/codes.ts';
import type { Store } from '../store/store.ts';

/**
 * Visits by short codes, counted in memory and kept by `flush`, so that ten thousand viewers who type a code at once are
 * not ten thousand writes; a crash loses the last seconds of a count, never a booking's code.
 */
export function codeVisits({ store, creatorId }: { store: Store; creatorId: string }) {
  const visits = new Map<string, number>();
  return {
    add: (code: string): void => void visits.set(code, (visits.get(code) ?? 0) + 1),
    /** Those that are not kept yet. */
    of: (code: string): number => visits.get(code) ?? 0,
    async flush(): Promise<void> {
      for (const [code, count] of [...visits]) {
        visits.delete(code);
        try {
          await addVisits(store.db, creatorId, code, count);
        } catch (error) {
          visits.set(code, (visits.get(code) ?? 0) + count);
          throw error;
        }
      }
    },
  };
}
