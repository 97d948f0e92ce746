/*
 * Days of the calendar as `2026-11-24`, without a zone. Counting them by UTC is exact, since UTC has no clock changes;
 * Temporal would add 20 kB to a page that is to open on a slow network. Everything with a clock goes by Intl (days.ts).
 */

/** `2026-11-24`. */
export type CalendarDay = string;

const DAY_MILLIS = 86_400_000;

export function plusDays(date: CalendarDay, days: number): CalendarDay {
  return dayOf(millisOf(date) + days * DAY_MILLIS);
}

/** The same day of another month, or that month's last day where it has fewer. */
export function plusMonths(date: CalendarDay, months: number): CalendarDay {
  const at = new Date(millisOf(date));
  const first = Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + months, 1);
  const last = lastOfMonth(dayOf(first));
  return dayOf(first + (Math.min(at.getUTCDate(), Number(last.slice(8))) - 1) * DAY_MILLIS);
}

/** `2026-11`. */
export function monthOf(date: CalendarDay): string {
  return date.slice(0, 7);
}

export function firstOfMonth(date: CalendarDay): CalendarDay {
  return `${monthOf(date)}-01`;
}

export function lastOfMonth(date: CalendarDay): CalendarDay {
  const at = new Date(millisOf(date));
  return dayOf(Date.UTC(at.getUTCFullYear(), at.getUTCMonth() + 1, 0));
}

/** The seven days of the week that holds `date`; `firstDay` is 1 for Monday to 7 for Sunday. */
export function weekOf(date: CalendarDay, firstDay: number): CalendarDay[] {
  const back = (new Date(millisOf(date)).getUTCDay() - firstDay + 7) % 7;
  return Array.from({ length: 7 }, (_, index) => plusDays(date, index - back));
}

/** The weeks of a month; null for the days of the months beside it. */
export function weeksOf(date: CalendarDay, firstDay: number): (CalendarDay | null)[][] {
  const month = monthOf(date);
  const weeks: (CalendarDay | null)[][] = [];
  for (let start = firstOfMonth(date); monthOf(start) === month; ) {
    const week = weekOf(start, firstDay);
    weeks.push(week.map((day) => (monthOf(day) === month ? day : null)));
    start = plusDays(week[6] ?? start, 1);
  }
  return weeks;
}

/** An instant of that day, to be formatted in UTC. */
export function noonOf(date: CalendarDay): string {
  return `${date}T12:00:00Z`;
}

export function millisOf(date: CalendarDay): number {
  return Date.parse(`${date}T00:00:00Z`);
}

function dayOf(millis: number): CalendarDay {
  return new Date(millis).toISOString().slice(0, 10);
}

interface WeekInfo {
  readonly firstDay: number;
}

/**
 * The first day of the week, 1 for Monday to 7 for Sunday, where the language is spoken: by the viewer's own tag if it is
 * one of that language (`en-US` begins on Sunday), else by the language's own country. Monday where the browser cannot tell.
 */
export function firstDayOf(language: string, tags: ReadonlyArray<string>): number {
  const own = tags.find((tag) => tag.includes('-') && tag.toLowerCase().startsWith(`${language}-`));
  const locale = new Intl.Locale(own ?? (language === 'en' ? 'en-GB' : language)) as Intl.Locale & {
    getWeekInfo?: () => WeekInfo;
    weekInfo?: WeekInfo;
  };
  return (locale.getWeekInfo?.() ?? locale.weekInfo)?.firstDay ?? 1;
}
