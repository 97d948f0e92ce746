import { signal } from '@preact/signals';
import type { Slot } from '../../shared/booking.ts';
import type { Instant } from '../../shared/time.ts';
import type { CalendarDay } from '../parts/calendar-days.ts';
import { firstDayOf, noonOf } from '../parts/calendar-days.ts';
import { byDay, dateIn } from './days.ts';
import type { Free } from './free-times.ts';
import { serverNow } from './server-clock.ts';
import { spoken } from './words.ts';

/** How the free times are laid out. */
export type TimeView = 'days' | 'week' | 'month';

export const timeView = signal<TimeView>('days');
/** The day that every view stands on, also when the viewer comes back to it; null until one is chosen, which is the first free one. */
export const chosenDay = signal<CalendarDay | null>(null);

/** What month and week are made of. */
export interface Calendar {
  readonly today: CalendarDay;
  /** The last day that can be booked at all. */
  readonly last: CalendarDay;
  readonly chosen: CalendarDay;
  /** Slots by the viewer's day. */
  readonly days: ReadonlyMap<CalendarDay, ReadonlyArray<Slot>>;
  /** Whether all free times of the day are known. */
  isKnown(day: CalendarDay): boolean;
}

/** `horizon`: the last moment that may be booked, in ms. */
export function calendarOf(horizon: number, known: Free, zone: string): Calendar {
  const today = dateIn(new Date(serverNow()).toISOString(), zone);
  const last = dateIn(new Date(horizon).toISOString(), zone);
  const days = new Map(byDay(known.slots, zone).map(({ date, slots }) => [date, slots]));
  const [first = today] = days.keys();
  const until = dateIn(new Date(known.until).toISOString(), zone);
  const all = known.until >= horizon;
  return {
    today,
    last,
    chosen: within(chosenDay.value ?? first, today, last),
    days,
    isKnown: (day) => all || day < until,
  };
}

/**
 * As of when the zone is named beside the times: of the chosen day, since the name changes with the clock. `slots`: at
 * least one, ascending.
 */
export function zoneAt(slots: ReadonlyArray<Slot>, zone: string, view: TimeView, day: CalendarDay | null): Instant {
  const [first] = slots;
  if (!first || day === null) return first?.start ?? new Date(serverNow()).toISOString();
  const chosen = slots.find(({ start }) => dateIn(start, zone) >= day) ?? slots.at(-1) ?? first;
  // Week and month also stand on days without a free time; the strip of days stands on the next that has one.
  return view === 'days' || dateIn(chosen.start, zone) === day ? chosen.start : noonOf(day);
}

/** The day, or the nearest that can be reached. */
export function within(day: CalendarDay, first: CalendarDay, last: CalendarDay): CalendarDay {
  return day < first ? first : day > last ? last : day;
}

export function firstWeekday(): number {
  return firstDayOf(spoken(), navigator.languages);
}
