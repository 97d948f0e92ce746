import type { Instant } from '../../shared/time.ts';
import { format } from '../../shared/time-words.ts';

/** The days of the creator's zone that have a free start, ascending: `2026-11-24`. */
export function daysOf(free: ReadonlyArray<Instant>, zone: string | undefined): string[] {
  return [...new Set(free.map((start) => dayIn(start, zone)))].sort();
}

/** What can be chosen from, ascending: the nearest, what is chosen already, and all of the day. */
export function offeredStarts(
  { free, nearest, chosen, day }: Offerable,
  zone: string | undefined,
): ReadonlyArray<Instant> {
  const ofDay = day === null ? [] : free.filter((start) => dayIn(start, zone) === day);
  return [...new Set([...(day === null ? nearest : []), ...chosen, ...ofDay])].sort();
}

export interface Offerable {
  readonly free: ReadonlyArray<Instant>;
  readonly nearest: ReadonlyArray<Instant>;
  readonly chosen: ReadonlySet<Instant>;
  /** Null: the nearest, of whichever days. */
  readonly day: string | null;
}

function dayIn(start: Instant, zone: string | undefined): string {
  // Sweden writes ISO dates.
  return format(start, zone, 'sv-SE', { year: 'numeric', month: '2-digit', day: '2-digit' });
}
