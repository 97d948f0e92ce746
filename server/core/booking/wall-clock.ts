import { Temporal } from 'temporal-polyfill';
import type { EpochMillis, WallTime } from '../../../shared/time.ts';
import type { Span } from './span.ts';

/*
 * Wall times as instants. A day of wall time is written as if its zone were UTC; what a zone's clock reads is that minus
 * the offset which the zone keeps just then.
 */

/** A stretch in which a zone keeps one offset from UTC. */
export interface Offset extends Span {
  readonly millis: number;
}

export const MINUTE = 60_000;
export const DAY = 24 * 60 * MINUTE;
/** No zone is further than this from UTC, so wall times of a window lie within it by this much. */
export const WIDEST_OFFSET = 26 * 60 * MINUTE;

/** The zone's offsets over the window, ascending and without a gap. */
export function offsetsOf(zone: string, window: Span): Offset[] {
  const offsets: Offset[] = [];
  let at = Temporal.Instant.fromEpochMilliseconds(window.from).toZonedDateTimeISO(zone);
  while (at.epochMilliseconds < window.to) {
    const next = at.getTimeZoneTransition('next');
    const to = Math.min(next?.epochMilliseconds ?? window.to, window.to);
    offsets.push({ from: at.epochMilliseconds, to, millis: at.offsetNanoseconds / 1e6 });
    if (!next) break;
    at = next;
  }
  return offsets;
}

/** The offsets that decide about wall times of the window: also those just around it. */
export function offsetsAround(zone: string, window: Span): Offset[] {
  return offsetsOf(zone, { from: window.from - 2 * WIDEST_OFFSET, to: window.to + 2 * WIDEST_OFFSET });
}

/** The instants at which the wall clock reads a time of `wall` (written as if in UTC), joined where they touch. */
export function stretches(wall: Span, offsets: ReadonlyArray<Offset>): Span[] {
  const found: Span[] = [];
  for (const offset of offsets) {
    const from = Math.max(offset.from, wall.from - offset.millis);
    const to = Math.min(offset.to, wall.to - offset.millis);
    if (from >= to) continue;
    const last = found.at(-1);
    if (last?.to === from) found[found.length - 1] = { from: last.from, to };
    else found.push({ from, to });
  }
  return found;
}

/** Every date that some zone may read within the window, and the one before: hours may reach over midnight. */
export function datesOf(window: Span): Temporal.PlainDate[] {
  const dateAt = (at: EpochMillis) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate();
  const dates: Temporal.PlainDate[] = [];
  const last = dateAt(window.to + WIDEST_OFFSET);
  let date = dateAt(window.from - WIDEST_OFFSET).subtract({ days: 1 });
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    dates.push(date);
    date = date.add({ days: 1 });
  }
  return dates;
}

/** Numbers the zone's calendar days: equal for instants at which its clock reads the same date. Within the window. */
export function localDays(zone: string, window: Span): (at: EpochMillis) => number {
  const offsets = offsetsAround(zone, window);
  return (at) => {
    const offset = offsets.findLast(({ from }) => from <= at) ?? offsets[0];
    return Math.floor((at + (offset?.millis ?? 0)) / DAY);
  };
}

export function midnightOf(date: Temporal.PlainDate): EpochMillis {
  return date.toZonedDateTime('UTC').epochMilliseconds;
}

export function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
