import type { Availability, Service } from '../../../shared/booking.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { endOfWeek, openSpans, type Span } from './hours.ts';

/** A sold or held stretch of the creator's time, and what is left of it. `from` and `to` are with the buffers. */
export interface TakenTime extends Span {
  readonly service: string;
  readonly start: EpochMillis;
  readonly end: EpochMillis;
  readonly capacity: number;
  readonly seatsTaken: number;
}

/** A bookable time; `seats` is how many are left, 1 or more. */
export interface FreeSlot {
  readonly start: EpochMillis;
  readonly end: EpochMillis;
  readonly seats: number;
}

/** What decides about a service's slots. `taken` is ordered by time and does not overlap: the store makes sure of both. */
export interface Calendar {
  readonly availability: Availability;
  readonly service: Service;
  readonly taken: ReadonlyArray<TakenTime>;
  readonly now: EpochMillis;
}

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;

/**
 * All bookable slots that start in the window, ascending, each start once. The step counts real elapsed time from the
 * start of each span of hours, and the end must lie in the same span, so a clock change neither loses nor doubles one.
 */
export function bookableSlots(calendar: Calendar, window: Span): FreeSlot[] {
  const { service, taken } = calendar;
  const slots: FreeSlot[] = [];
  let first = 0;
  for (const start of offeredStarts(calendar, window)) {
    const { from } = needOf(service, start);
    for (let at = taken[first]; at && at.to <= from; at = taken[first]) first++;
    const seats = seatsLeft(service, start, taken, first);
    if (seats > 0) slots.push({ start, end: endOf(service, start), seats });
  }
  return slots;
}

/** Whether a start lies in the hours, on the step, after the notice and before the horizon; not whether it is free. */
export function isOffered(calendar: Calendar, start: EpochMillis): boolean {
  return offeredStarts(calendar, { from: start, to: start + 1 }).includes(start);
}

/** How many seats a start has left, 0 when its time (with buffers) is taken by anything else. */
export function seatsLeft(service: Service, start: EpochMillis, taken: ReadonlyArray<TakenTime>, first = 0): number {
  const need = needOf(service, start);
  let free = service.capacity;
  for (let at = first; at < taken.length; at++) {
    const other = taken[at];
    if (!other || other.from >= need.to) break;
    if (other.to <= need.from) continue;
    const own = other.service === service.id && other.start === start && other.end === endOf(service, start);
    if (!own) return 0;
    free = Math.max(0, Math.min(service.capacity, other.capacity) - other.seatsTaken);
  }
  return free;
}

/** The creator's time that a slot needs: with the buffers. */
export function needOf(service: Service, start: EpochMillis): Span {
  return {
    from: start - service.bufferBeforeMinutes * MINUTE,
    to: endOf(service, start) + service.bufferAfterMinutes * MINUTE,
  };
}

export function endOf(service: Service, start: EpochMillis): EpochMillis {
  return start + service.minutes * MINUTE;
}

/** The window in which the service can be booked at all: after the notice, up to the horizon. */
export function bookingWindow(service: Service, now: EpochMillis): Span {
  return { from: now + service.noticeMinutes * MINUTE, to: now + service.horizonDays * DAY + 1 };
}

/** The `count` slots nearest to an asked start, without it, in order of time. Of two as near the later one goes first. */
export function nearestOf(slots: ReadonlyArray<FreeSlot>, asked: EpochMillis, count: number): EpochMillis[] {
  const distance = (start: EpochMillis) => Math.abs(start - asked);
  return slots
    .map((slot) => slot.start)
    .filter((start) => start !== asked)
    .sort((a, b) => distance(a) - distance(b) || b - a)
    .slice(0, count)
    .sort((a, b) => a - b);
}

/** How many viewers can still be served until the creator's week ends: slots that do not stand in each other's way. */
export function leftInWeek(calendar: Calendar): number {
  const { availability, service, now } = calendar;
  let left = 0;
  let busyUntil = Number.NEGATIVE_INFINITY;
  for (const slot of bookableSlots(calendar, { from: now, to: endOfWeek(now, availability.zone) })) {
    const need = needOf(service, slot.start);
    if (need.from < busyUntil) continue;
    left += slot.seats;
    busyUntil = need.to;
  }
  return left;
}

function offeredStarts(calendar: Calendar, window: Span): EpochMillis[] {
  const { availability, service, now } = calendar;
  const bookable = bookingWindow(service, now);
  const from = Math.max(window.from, bookable.from);
  const to = Math.min(window.to, bookable.to);
  if (from >= to) return [];
  const step = availability.stepMinutes * MINUTE;
  // Two spans of one day may overlap; a start that both offer is one start.
  const starts = new Set<EpochMillis>();
  for (const span of openSpans(availability, { from, to })) {
    const skipped = Math.max(0, Math.ceil((from - span.from) / step));
    for (let start = span.from + skipped * step; start < to && endOf(service, start) <= span.to; start += step) {
      starts.add(start);
    }
  }
  return [...starts].sort((a, b) => a - b);
}
