import type { Instant } from '../../shared/time.ts';
import { zoneName } from '../../shared/time-words.ts';
import { clock, sameDay } from '../parts/time-words.ts';
import { words } from './words.ts';

const DAY_MILLIS = 86_400_000;

/** "CET": whose clock the time is of, as briefly as a broadcast says it; viewers are in every zone. */
export function zoneOnAir(start: Instant, zone: string): string {
  return zoneName(start, zone, words.language.value ?? 'en', 'short');
}

/** "today 18:30", "tomorrow 09:00", "Tue 09:00" within the week, else "24 Nov 09:00"; in the creator's zone. */
export function timeOnAir(start: Instant, zone: string, now: Date = new Date()): string {
  const language = words.language.value ?? 'en';
  const time = clock(start, zone, language);
  if (sameDay(start, now.toISOString(), zone)) return words.say('today', { clock: time });
  const tomorrow = new Date(now.getTime() + DAY_MILLIS).toISOString();
  if (sameDay(start, tomorrow, zone)) return words.say('tomorrow', { clock: time });
  const near = Date.parse(start) - now.getTime() < 6 * DAY_MILLIS;
  const day: Intl.DateTimeFormatOptions = near ? { weekday: 'short' } : { day: 'numeric', month: 'short' };
  const name = new Intl.DateTimeFormat(language === 'en' ? 'en-GB' : language, { ...day, timeZone: zone });
  return `${name.format(new Date(start))} ${time}`;
}
