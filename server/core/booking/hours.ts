import { Temporal } from 'temporal-polyfill';
import type { Availability } from '../../../shared/booking.ts';
import { type EpochMillis, type WallTime, WEEKDAYS } from '../../../shared/time.ts';

/** A half-open stretch of time: `to` is not in it. */
export interface Span {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
}

/** A stretch in which a zone keeps one offset from UTC. */
interface Offset extends Span {
  readonly millis: number;
}

const MINUTE = 60_000;
/** No zone is further than this from UTC, so wall times of a window lie within it by this much. */
const WIDEST_OFFSET = 26 * 60 * MINUTE;

/**
 * The stretches between `from` and `to` in which the creator's wall clock reads a time of the hours, in order of their
 * weekly hours within each day. A stretch may reach over the window's edges; one of the hours that a clock change cuts
 * in two comes as two, and one that a change skips altogether does not come. Hours in the repeated hour come twice.
 */
export function openSpans(availability: Availability, window: Span): Span[] {
  const offsets = offsetsOf(availability.zone, {
    from: window.from - 2 * WIDEST_OFFSET,
    to: window.to + 2 * WIDEST_OFFSET,
  });
  const exceptions = new Map(availability.exceptions.map((day) => [day.date, day.hours]));
  const spans: Span[] = [];
  for (const date of datesOf(window)) {
    const weekday = WEEKDAYS[date.dayOfWeek - 1];
    const hours = exceptions.get(date.toString()) ?? availability.weekly.filter((weekly) => weekly.day === weekday);
    const midnight = date.toZonedDateTime('UTC').epochMilliseconds;
    for (const { from, to } of hours) {
      const wall = { from: midnight + minutesOf(from) * MINUTE, to: midnight + minutesOf(to) * MINUTE };
      spans.push(...stretches(wall, offsets));
    }
  }
  return spans.filter((span) => span.from < window.to && span.to > window.from);
}

/** When the ISO week (Monday to Sunday) of `at` ends in a zone. */
export function endOfWeek(at: EpochMillis, zone: string): EpochMillis {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay();
  return day.add({ days: 8 - day.dayOfWeek }).startOfDay().epochMilliseconds;
}

/** When the day of `at` began in a zone; some begin at one in the morning. */
export function startOfDay(at: EpochMillis, zone: string): EpochMillis {
  return Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay().epochMilliseconds;
}

/** The wall-clock reading of an instant in a zone, `2026-11-22T18:30`, for the record that a booking keeps. */
export function wallTime(at: EpochMillis, zone: string): string {
  const local = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).toPlainDateTime();
  return local.toString({ smallestUnit: 'minute' });
}

/** The instants at which the wall clock reads a time of `wall` (written as if in UTC), joined where they touch. */
function stretches(wall: Span, offsets: ReadonlyArray<Offset>): Span[] {
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

function offsetsOf(zone: string, window: Span): Offset[] {
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

/** Every date that some zone may read within the window. */
function datesOf(window: Span): Temporal.PlainDate[] {
  const dateAt = (at: EpochMillis) =>
    Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO('UTC').toPlainDate();
  const dates: Temporal.PlainDate[] = [];
  const last = dateAt(window.to + WIDEST_OFFSET);
  // Starts a day early: hours up to 24:00 may reach into the window from the day before.
  let date = dateAt(window.from - WIDEST_OFFSET).subtract({ days: 1 });
  while (Temporal.PlainDate.compare(date, last) <= 0) {
    dates.push(date);
    date = date.add({ days: 1 });
  }
  return dates;
}

function minutesOf(time: WallTime): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}
