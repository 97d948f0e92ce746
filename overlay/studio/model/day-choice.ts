import { localeOf } from '../../../shared/time-words.ts';
import {
  type CalendarDay,
  firstOfMonth,
  lastOfMonth,
  monthOf,
  noonOf,
  plusDays,
  plusMonths,
} from '../../parts/calendar-days.ts';

/*
 * A day to choose by its month and its number, in the page's language. A list of all days of two years is too long to
 * find one in, and a date field of the browser writes it in the browser's order: 03/04 is two days.
 */

export interface Choice {
  readonly value: string;
  readonly name: string;
}

/** As far ahead as anything can be booked. */
const MONTHS = 25;

/** The months from that of the first day on, by `2026-11`: "Nov 2026". */
export function monthChoices(first: CalendarDay, language: string): Choice[] {
  const named = naming(language, { month: 'short', year: 'numeric' });
  const months = Array.from({ length: MONTHS }, (_, ahead) => plusMonths(firstOfMonth(first), ahead));
  return months.map((month) => ({ value: monthOf(month), name: named(month) }));
}

/** The days of the month, none before the first: "Tue 24". */
export function dayChoices(month: string, first: CalendarDay, language: string): Choice[] {
  const named = naming(language, { weekday: 'short', day: 'numeric' });
  const last = lastOfMonth(`${month}-01`);
  const days: Choice[] = [];
  for (let day = first > `${month}-01` ? first : `${month}-01`; day <= last; day = plusDays(day, 1))
    days.push({ value: day, name: named(day) });
  return days;
}

/** The day of the same number in another month: its last where it has fewer, and never before the first. */
export function movedTo(day: CalendarDay, month: string, first: CalendarDay): CalendarDay {
  const last = lastOfMonth(`${month}-01`);
  const same = `${month}-${day.slice(8)}`;
  const there = same > last ? last : same;
  return there < first ? first : there;
}

function naming(language: string, options: Intl.DateTimeFormatOptions): (day: CalendarDay) => string {
  const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
  return (day) => {
    const text = format.format(new Date(noonOf(day)));
    return text.charAt(0).toLocaleUpperCase() + text.slice(1);
  };
}
