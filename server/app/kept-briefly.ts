import type { EpochMillis } from '../../shared/time.ts';

/** How long an answer may be shown again. Nothing is sold by it: a booking always asks the store. */
const KEEP_MS = 1000;
const MOST_KEPT = 500;

/**
 * Remembers answers for a second, and not beyond the next change here, so that ten thousand viewers who open the page at
 * once cost one look at the calendar. A change by another process shows after a second at most.
 */
export function keptBriefly<T>(
  clock: () => EpochMillis,
  onChange: (listener: () => void) => void,
): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly at: EpochMillis; readonly answer: Promise<T> }>();
  onChange(() => kept.clear());
  return (key, make) => {
    const known = kept.get(key);
    const now = clock();
    if (known && Math.abs(now - known.at) < KEEP_MS) return known.answer;
    if (kept.size >= MOST_KEPT) kept.clear();
    const answer = make();
    kept.set(key, { at: now, answer });
    answer.catch(() => kept.delete(key));
    return answer;
  };
}
