import type { Instant } from '../../shared/time.ts';
import { clock, dayAndClock, format, sameDay } from '../../shared/time-words.ts';

export { clock, dayAndClock, dayName, sameDay } from '../../shared/time-words.ts';

/*
 * Times as the pages of the streamer's side write them: relative when near, absolute when they matter. All by Intl, with
 * the zone said at every call, so that the machine's own zone never slips in unseen.
 */

const UNITS: ReadonlyArray<readonly [Intl.RelativeTimeFormatUnit, number]> = [
  ['day', 86_400],
  ['hour', 3600],
  ['minute', 60],
  ['second', 1],
];

/** "4 minutes ago", "in 2 hours". Under five seconds either way it is "now" in the language's own word. */
export function relative(instant: Instant, now: Instant, language: string, style: 'long' | 'narrow' = 'long'): string {
  const seconds = (Date.parse(instant) - Date.parse(now)) / 1000;
  const format = new Intl.RelativeTimeFormat(language, { numeric: 'auto', style });
  if (Math.abs(seconds) < 5) return format.format(0, 'second');
  const [unit, length] = UNITS.find(([, size]) => Math.abs(seconds) >= size) ?? (['second', 1] as const);
  return format.format(Math.trunc(seconds / length), unit);
}

/** An age for a narrow column, without the word "ago": `now`-ish is `0 s`, then `40 s`, `12 min`, `3 h`, `5 d`. */
export function age(instant: Instant, now: Instant, language: string): string {
  const seconds = Math.max(0, (Date.parse(now) - Date.parse(instant)) / 1000);
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? (['second', 1] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(Math.trunc(seconds / size));
}

/** A span in words for a sentence: "4 min", "2 hr". At least a second. */
export function span(fromMillis: number, toMillis: number, language: string): string {
  const seconds = Math.max(1, Math.round((toMillis - fromMillis) / 1000));
  const [unit, size] = UNITS.find(([, length]) => seconds >= length) ?? (['second', 1] as const);
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit,
    unitDisplay: 'short',
    maximumFractionDigits: 0,
  }).format(Math.round(seconds / size));
}

/** For a narrow column: "18:30" today, "Tue 18:30" within six days either way, "24 Nov" beyond. */
export function shortTime(instant: Instant, now: Instant, zone: string | undefined, language: string): string {
  if (sameDay(instant, now, zone)) return clock(instant, zone, language);
  const days = Math.abs(Date.parse(instant) - Date.parse(now)) / 86_400_000;
  if (days > 6) return format(instant, zone, language, { day: 'numeric', month: 'short' });
  return `${format(instant, zone, language, { weekday: 'short' })} ${clock(instant, zone, language)}`;
}

/** "18:30" on the same day in that zone, else "Tue 24 Nov, 18:30". */
export function nearTime(instant: Instant, now: Instant, zone: string | undefined, language: string): string {
  return sameDay(instant, now, zone) ? clock(instant, zone, language) : dayAndClock(instant, zone, language);
}

/** "18:30:05" on the same day in that zone, else "Tue 24 Nov, 18:30:05": for lists in which much happens in a minute. */
export function nearSecond(instant: Instant, now: Instant, zone: string | undefined, language: string): string {
  return sameDay(instant, now, zone) ? format(instant, zone, language, SECOND) : dayAndSecond(instant, zone, language);
}

/** "Tue 24 Nov, 18:30:05", today too: for what is read back over days. */
export function dayAndSecond(instant: Instant, zone: string | undefined, language: string): string {
  return format(instant, zone, language, { weekday: 'short', day: 'numeric', month: 'short', ...SECOND });
}
const SECOND = { hour: '2-digit', minute: '2-digit', second: '2-digit', hourCycle: 'h23' } as const;
