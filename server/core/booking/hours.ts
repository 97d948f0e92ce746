import { Temporal } from 'temporal-polyfill';
import type { Availability } from '../../../shared/booking.ts';
import { type EpochMillis, WEEKDAYS } from '../../../shared/time.ts';
import type { Span } from './span.ts';
import { DAY, datesOf, MINUTE, midnightOf, minutesOf, offsetsAround, stretches } from './wall-clock.ts';

/**
 * The stretches between `from` and `to` in which the creator's wall clock reads a time of the hours, in order of their
 * weekly hours within each day. A stretch may reach over the window's edges; one of the hours that a clock change cuts
 * in two comes as two, and one that a change skips altogether does not come. Hours in the repeated hour come twice.
 */
export function openSpans(availability: Availability, window: Span): Span[] {
  const offsets = offsetsAround(availability.zone, window);
  const exceptions = new Map(availability.exceptions.map((day) => [day.date, day.hours]));
  const spans: Span[] = [];
  for (const date of datesOf(window)) {
    const weekday = WEEKDAYS[date.dayOfWeek - 1];
    const hours = exceptions.get(date.toString()) ?? availability.weekly.filter((weekly) => weekly.day === weekday);
    const midnight = midnightOf(date);
    for (const { from, to } of hours) {
      const wall = { from: midnight + minutesOf(from) * MINUTE, to: midnight + minutesOf(to) * MINUTE };
      spans.push(...stretches(wall, offsets));
    }
  }
  return spans.filter((span) => span.from < window.to && span.to > window.from);
}

/** The planned lives that touch the window; one that ends at or before its start by the clock ends on the next day. */
export function plannedLives(availability: Availability, window: Span): Span[] {
  if (availability.lives.length === 0) return [];
  const offsets = offsetsAround(availability.zone, window);
  const spans: Span[] = [];
  for (const date of datesOf(window)) {
    const weekday = WEEKDAYS[date.dayOfWeek - 1];
    const name = date.toString();
    const midnight = midnightOf(date);
    for (const live of availability.lives) {
      if ('day' in live ? live.day !== weekday : live.date !== name) continue;
      const from = midnight + minutesOf(live.from) * MINUTE;
      const to = midnight + minutesOf(live.to) * MINUTE;
      spans.push(...stretches({ from, to: to > from ? to : to + DAY }, offsets));
    }
  }
  return spans.filter((span) => span.from < window.to && span.to > window.from);
}

/** A live that broke off may go on: so long after its end it counts as over. */
const SETTLED = 10 * MINUTE;

/** Whether the planned live is over before its plan: the last session ended in it, and none goes on. Null: one runs. */
export function isOverEarly(live: Span, endedAt: EpochMillis | null, now: EpochMillis): boolean {
  return endedAt !== null && endedAt > live.from && endedAt < live.to && now - endedAt >= SETTLED;
}

/** How long a live without a plan is taken to go on, from every moment anew; and so early a planned one may start. */
export const LIVE_GOES_ON = 60 * MINUTE;

/**
 * What a live that runs now takes of the creator's time: until the end of the planned one that it is, or which is about to
 * begin, since lives start early; without one for the next hour.
 */
export function runningLive(availability: Availability, now: EpochMillis): Span {
  const near = plannedLives(availability, { from: now, to: now + LIVE_GOES_ON });
  const [first] = near.sort((a, b) => a.from - b.from);
  return { from: now, to: first?.to ?? now + LIVE_GOES_ON };
}

/** What a live that ended without a plan no longer takes; null once that is past, or while it may come back. */
export function restOfUnplanned(endedAt: EpochMillis | null, now: EpochMillis): Span | null {
  if (endedAt === null || now - endedAt < SETTLED || now >= endedAt + LIVE_GOES_ON) return null;
  return { from: now, to: endedAt + LIVE_GOES_ON };
}

/** When the ISO week (Monday to Sunday) of `at` ends in a zone. */
export function endOfWeek(at: EpochMillis, zone: string): EpochMillis {
  const day = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone).startOfDay();
  return day.add({ days: 8 - day.dayOfWeek }).startOfDay().epochMilliseconds;
}

/** Minutes since midnight on the clock of that zone. */
export function minuteOfDay(at: EpochMillis, zone: string): number {
  const { hour, minute } = Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(zone);
  return hour * 60 + minute;
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

/** The whole days of a zone's calendar that the span touches. */
export function wholeDays({ from, to }: Span, zone: string): Span {
  const last = Temporal.Instant.fromEpochMilliseconds(Math.max(from, to - 1))
    .toZonedDateTimeISO(zone)
    .startOfDay();
  return { from: startOfDay(from, zone), to: last.add({ days: 1 }).startOfDay().epochMilliseconds };
}
