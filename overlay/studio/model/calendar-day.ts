import type { CalendarDate } from '../../../shared/time.ts';
import { tongue } from './words.ts';

/** "Tue 24 Nov", with the year where it is another one than now: a day has no zone. */
export function calendarDay(date: CalendarDate): string {
  return written(date, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...(date.slice(0, 4) === new Date().toISOString().slice(0, 4) ? {} : { year: 'numeric' }),
  });
}

/** "Monday", written as in the middle of a sentence. */
export function weekdayName(place: number): string {
  // The fifth of January 2026 was a Monday.
  return written(`2026-01-${String(5 + place).padStart(2, '0')}`, { weekday: 'long' });
}

function written(date: CalendarDate, options: Intl.DateTimeFormatOptions): string {
  const language = tongue() === 'en' ? 'en-GB' : tongue();
  return new Intl.DateTimeFormat(language, { ...options, timeZone: 'UTC' }).format(new Date(date));
}
