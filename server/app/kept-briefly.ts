import type { EpochMillis } from '../../shared/time.ts';

/**
 * How long an answer may be shown again. Nothing is sold by it: a booking always asks the store. Longer where no other
 * process can change anything: a month of free times is ten milliseconds of work, which one viewer in thirty would wait for.
 */
const KEEP_MS = { alone: 3000, shared: 1000 };
/** An answer may be two months of free times: strangers who ask for ever new windows must not fill the memory. */
const MOST_KEPT = 50;

/**
 * Remembers answers for one second (`shared`: other processes write too) or three (`alone`), and not beyond the next change
 * here, so that ten thousand viewers who open the page at once cost one look at the calendar. A change by another process
 * shows after a second at most.
 */
export function keptBriefly<T>(
  clock: () => EpochMillis,
  onChange: (listener: () => void) => void,
  writers: keyof typeof KEEP_MS = 'shared',
): (key: string, make: () => Promise<T>) => Promise<T> {
  const kept = new Map<string, { readonly at: EpochMillis; readonly answer: Promise<T> }>();
  onChange(() => kept.clear());
  return (key, make) => {
    const now = clock();
    for (const [old, { at }] of kept) if (Math.abs(now - at) >= KEEP_MS[writers]) kept.delete(old);
    const known = kept.get(key);
    if (known) return known.answer;
    // A map keeps the order in which it was filled: the first is the oldest.
    const [oldest] = kept.keys();
    if (oldest !== undefined && kept.size >= MOST_KEPT) kept.delete(oldest);
    const answer = make();
    kept.set(key, { at: now, answer });
    answer.catch(() => {
      if (kept.get(key)?.answer === answer) kept.delete(key);
    });
    return answer;
  };
}
