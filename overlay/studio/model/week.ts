import type { Availability } from '../../../shared/booking.ts';
import type { Weekday } from '../../../shared/time.ts';

/* Edits of the weekly hours, each a new value: what the editor does between two saves. */

export type WeeklyHours = Availability['weekly'][number];

export const DAYS: ReadonlyArray<Weekday> = ['mon', 'tue', 'wed', 'thu', 'fri', 'sat', 'sun'];
const WORKDAYS = DAYS.slice(0, 5);

/** What the editor starts from where nothing was saved. */
export function emptyWeek(zone: string): Availability {
  return { zone, stepMinutes: 30, weekly: [], exceptions: [], lives: [] };
}

/** One day's spans with their places in the whole list, in the order in which they begin. */
export function spansOf(week: Availability, day: Weekday): { index: number; span: WeeklyHours }[] {
  return week.weekly
    .map((span, index) => ({ index, span }))
    .filter(({ span }) => span.day === day)
    .sort((a, b) => a.span.from.localeCompare(b.span.from));
}

/** Adds a span after the day's last: an hour later for three hours, or 09:00 to 17:00 on an empty day. */
export function addSpan(week: Availability, day: Weekday): Availability {
  const last = spansOf(week, day).at(-1)?.span;
  const hour = last ? Math.min(Number(last.to.slice(0, 2)) + 1, 23) : 9;
  const span = last ? { day, from: wall(hour), to: wall(Math.min(hour + 3, 24)) } : { day, from: '09:00', to: '17:00' };
  return { ...week, weekly: [...week.weekly, span] };
}

export function changeSpan(week: Availability, index: number, change: Partial<WeeklyHours>): Availability {
  return { ...week, weekly: week.weekly.map((span, at) => (at === index ? { ...span, ...change } : span)) };
}

export function removeSpan(week: Availability, index: number): Availability {
  return { ...week, weekly: week.weekly.filter((_, at) => at !== index) };
}

/** The hours of `day` on each day from Monday to Friday; the weekend stays as it is. */
export function copyToWorkdays(week: Availability, day: Weekday): Availability {
  const spans = spansOf(week, day).map(({ span }) => span);
  const kept = week.weekly.filter((span) => !WORKDAYS.includes(span.day));
  return { ...week, weekly: [...WORKDAYS.flatMap((each) => spans.map((span) => ({ ...span, day: each }))), ...kept] };
}

/** Monday to Friday, 09:00 to 17:00. */
export function usualWeek(week: Availability): Availability {
  return copyToWorkdays({ ...week, weekly: [{ day: 'mon', from: '09:00', to: '17:00' }] }, 'mon');
}

/** True when the span ends after it begins; both ends are there. `24:00` is written as the end of the day. */
export function isSound(span: Pick<WeeklyHours, 'from' | 'to'>): boolean {
  return span.from !== '' && span.from < span.to;
}

/** Hours a week, to half an hour. */
export function hoursAWeek(week: Availability): number {
  const minutes = week.weekly.filter(isSound).reduce((sum, span) => sum + minutesOf(span.to) - minutesOf(span.from), 0);
  return Math.round(minutes / 30) / 2;
}

function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3, 5));
}

function wall(hour: number): string {
  return `${String(hour).padStart(2, '0')}:00`;
}
