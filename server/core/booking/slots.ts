import type { Availability, Service } from '../../../shared/booking.ts';
import { isProduct } from '../../../shared/product-link.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { endOfWeek, openSpans } from './hours.ts';
import { joined, type Span } from './span.ts';
import { DAY, localDays, MINUTE } from './wall-clock.ts';

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

/**
 * What decides about a service's slots. `taken` is ordered by time and does not overlap: the store makes sure of both.
 * For a service with a daily cap it holds the whole days of what is asked about.
 */
export interface Calendar {
  readonly availability: Availability;
  readonly service: Service;
  readonly taken: ReadonlyArray<TakenTime>;
  /** What the creator's other calendars say; nothing can be booked into it, whoever agreed to it. */
  readonly busy: ReadonlyArray<Span>;
  /** Planned lives. They keep time from being offered; what a person agreed to stands. */
  readonly lives: ReadonlyArray<Span>;
  readonly now: EpochMillis;
}

/**
 * All bookable slots that start in the window, ascending, each start once. The step counts real elapsed time from the
 * start of each span of hours, and the end must lie in the same span, so a clock change neither loses nor doubles one.
 */
export function bookableSlots(calendar: Calendar, window: Span): FreeSlot[] {
  const { service, taken } = calendar;
  const blocked = joined([...calendar.busy, ...calendar.lives]);
  const left = leftOfDay(calendar);
  const slots: FreeSlot[] = [];
  let first = 0;
  let firstBlocked = 0;
  for (const start of offeredStarts(calendar, window)) {
    const { from, to } = needOf(service, start);
    for (let at = taken[first]; at && at.to <= from; at = taken[first]) first++;
    for (let at = blocked[firstBlocked]; at && at.to <= from; at = blocked[firstBlocked]) firstBlocked++;
    if ((blocked[firstBlocked]?.from ?? to) < to) continue;
    const seats = Math.min(seatsLeft(service, start, taken, first), left(start));
    if (seats > 0) slots.push({ start, end: endOf(service, start), seats });
  }
  return slots;
}

/**
 * Whether a start that is offered can be had. `offered`: nothing at all stands in its way; `free`: a person agreed to
 * it, so a planned live does not.
 */
export function isFree(calendar: Calendar, start: EpochMillis, check: 'offered' | 'free'): boolean {
  const { service, taken, busy, lives } = calendar;
  const need = needOf(service, start);
  const touches = (span: Span) => span.from < need.to && span.to > need.from;
  if (busy.some(touches) || (check === 'offered' && lives.some(touches))) return false;
  return Math.min(seatsLeft(service, start, taken), leftOfDay(calendar)(start)) > 0;
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

/** How many more bookings the service takes on the creator's day of a start: by its daily cap, else any number. */
function leftOfDay({ availability, service, taken }: Calendar): (start: EpochMillis) => number {
  const { dailyCap } = service;
  if (dailyCap === null) return () => Number.POSITIVE_INFINITY;
  const own = taken.filter((other) => other.service === service.id);
  const [first, last] = [own[0], own.at(-1)];
  if (!first || !last) return () => dailyCap;
  const dayOf = localDays(availability.zone, { from: first.from, to: last.to });
  const sold = new Map<number, number>();
  for (const { start, seatsTaken } of own) {
    const day = dayOf(start);
    sold.set(day, (sold.get(day) ?? 0) + seatsTaken);
  }
  return (start) => Math.max(0, dailyCap - (sold.get(dayOf(start)) ?? 0));
}

function offeredStarts(calendar: Calendar, window: Span): EpochMillis[] {
  const { availability, service, now } = calendar;
  if (isProduct(service)) return [];
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
