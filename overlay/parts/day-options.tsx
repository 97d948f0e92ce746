import { localeOf } from '../../shared/time-words.ts';
import { type CalendarDay, monthOf, noonOf, plusDays } from './calendar-days.ts';

/*
 * Days and times as options of a `select`: a date field of the browser writes them in the browser's language and order,
 * whatever the page is read in.
 */

/** A day as an option: "Tuesday 24 November". */
interface NamedDay {
  readonly date: CalendarDay;
  readonly name: string;
}

export interface NamedMonth {
  /** "November 2026". */
  readonly name: string;
  readonly days: ReadonlyArray<NamedDay>;
}

/** The days from the first to the last, both included, by month. `language` is a tag as for Intl. */
export function namedMonths(first: CalendarDay, last: CalendarDay, language: string): NamedMonth[] {
  const names = (options: Intl.DateTimeFormatOptions) => {
    // Once for all: to make one takes longer than to name a hundred days.
    const format = new Intl.DateTimeFormat(localeOf(language), { ...options, timeZone: 'UTC' });
    return (date: CalendarDay) => {
      const text = format.format(new Date(noonOf(date)));
      return text.charAt(0).toLocaleUpperCase() + text.slice(1);
    };
  };
  const dayOf = names({ weekday: 'long', day: 'numeric', month: 'long' });
  const nameOf = names({ month: 'long', year: 'numeric' });
  const months = new Map<string, NamedDay[]>();
  for (let date = first; date <= last; date = plusDays(date, 1)) {
    const month = months.get(monthOf(date)) ?? [];
    month.push({ date, name: dayOf(date) });
    months.set(monthOf(date), month);
  }
  return [...months.values()].map((days) => ({ name: nameOf(days[0]?.date ?? first), days }));
}

/** The options of a `select` of days. */
export function DayOptions({ first, last, language }: { first: CalendarDay; last: CalendarDay; language: string }) {
  return (
    <>
      {namedMonths(first, last, language).map((month) => (
        <optgroup key={month.name} label={month.name}>
          {month.days.map(({ date, name }) => (
            <option key={date} value={date}>
              {name}
            </option>
          ))}
        </optgroup>
      ))}
    </>
  );
}
