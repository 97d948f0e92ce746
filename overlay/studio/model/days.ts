import type { Availability } from '../../../shared/booking.ts';
import type { CalendarDate } from '../../../shared/time.ts';

/* Edits of the days that differ from the week, each a new value. */

export type DayHours = Availability['exceptions'][number]['hours'];

/** Days in a row with the same hours; none is days off. `to` is the last of them. */
export interface Period {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
  readonly hours: DayHours;
}

const DAY = 86_400_000;
/** No holiday is longer, and the server takes a thousand days in all. */
export const LONGEST_DAYS = 366;

/** The periods that are not over on `today`, in order. */
export function periodsOf(week: Availability, today: CalendarDate): Period[] {
  const periods: Period[] = [];
  for (const { date, hours } of [...week.exceptions].sort((a, b) => a.date.localeCompare(b.date))) {
    const last = periods.at(-1);
    const goesOn = last && addDays(last.to, 1) === date && JSON.stringify(last.hours) === JSON.stringify(hours);
    if (goesOn) periods[periods.length - 1] = { ...last, to: date };
    else periods.push({ from: date, to: date, hours });
  }
  return periods.filter(({ to }) => to >= today);
}

/** Whether days off can be entered from one day to another, both counted. */
export function isSoundRange(from: CalendarDate, to: CalendarDate): boolean {
  return from !== '' && to >= from && to < addDays(from, LONGEST_DAYS);
}

/** Days without any time, both ends counted, whatever stood there before. The range must be sound. */
export function addDaysOff(week: Availability, from: CalendarDate, to: CalendarDate): Availability {
  const days: Availability['exceptions'] = [];
  for (let date = from; date <= to; date = addDays(date, 1)) days.push({ date, hours: [] });
  return placed(week, from, to, days);
}

/** Adds a span to a day's own hours; a day off, or one of the week's hours, gets it as its only one. */
export function addHoursOn(week: Availability, date: CalendarDate, span: DayHours[number]): Availability {
  const before = week.exceptions.find((day) => day.date === date)?.hours ?? [];
  const hours = [...before, span].sort((a, b) => a.from.localeCompare(b.from));
  return placed(week, date, date, [{ date, hours }]);
}

/** The week's own hours are back on these days. */
export function removeDays(week: Availability, { from, to }: Pick<Period, 'from' | 'to'>): Availability {
  return placed(week, from, to, []);
}

function placed(
  week: Availability,
  from: CalendarDate,
  to: CalendarDate,
  days: Availability['exceptions'],
): Availability {
  const others = week.exceptions.filter(({ date }) => date < from || date > to);
  return { ...week, exceptions: [...others, ...days].sort((a, b) => a.date.localeCompare(b.date)) };
}

function addDays(date: CalendarDate, days: number): CalendarDate {
  return new Date(Date.parse(date) + days * DAY).toISOString().slice(0, 10);
}
