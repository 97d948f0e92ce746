/** How long to wait before the next try: `firstMillis` to twice that at first, doubling up to `mostMillis`. */
export interface Backoff {
  readonly firstMillis: number;
  readonly mostMillis: number;
}

/**
 * Milliseconds before try number `attempt + 2`; `attempt` counts the failures in a row, from 0. `random` is from 0 up
 * to 1 and spreads the tries of many programs that lost the same peer at once.
 */
export function backoffMillis(attempt: number, random: number, { firstMillis, mostMillis }: Backoff): number {
  // 2 ** 30 times anything is over the limit; a larger power would become Infinity, and Infinity * 0 no number.
  const least = firstMillis * 2 ** Math.min(attempt, 30);
  return Math.round(Math.min(mostMillis, least * (1 + random)));
}
