import { capital } from './capital.ts';
import { cityName } from './city-names.ts';
import { dateFormat } from './date-format.ts';
import type { Language } from './local-text.ts';
import type { Instant } from './time.ts';

/*
 * How a time is written for a person, on a page and in a mail alike, so that both read the same for one instant. All by
 * Intl, with the zone said at every call: the machine's own zone never slips in unseen. Without zod: the stage reads this.
 */

/** "18:30"; "6:30 PM" where the country counts so, as `en-US` does. English alone is British. */
export function clock(instant: Instant, zone: string | undefined, language: string): string {
  return format(instant, zone, language, clockFace(language));
}

/**
 * How times are written for who has set these BCP 47 tags and reads the language: the first of them that is of that
 * language and names a country, `en-US`. Null where none does: the language says it all.
 */
export function localeIn(language: Language, tags: ReadonlyArray<string>): string | null {
  for (const tag of tags) {
    const [, own = '', country] = /^([a-z]{2})(?:-[a-z]{4})?-([a-z]{2})(?:-|$)/i.exec(tag) ?? [];
    if (own.toLowerCase() === language && country) return `${language}-${country.toUpperCase()}`;
  }
  return null;
}

const faces = new Map<string, Intl.DateTimeFormatOptions>();

/** Hours and minutes as the country writes them. */
function clockFace(language: string): Intl.DateTimeFormatOptions {
  const known = faces.get(language);
  if (known) return known;
  const { hourCycle } = new Intl.DateTimeFormat(localeOf(language), { hour: 'numeric' }).resolvedOptions();
  const face: Intl.DateTimeFormatOptions = hourCycle?.startsWith('h1')
    ? { hour: 'numeric', minute: '2-digit', hourCycle }
    : { hour: '2-digit', minute: '2-digit', hourCycle: 'h23' };
  faces.set(language, face);
  return face;
}

/** "Tue 24 Nov, 18:30": short enough for a row. With the year where `now` is given and lies in another one. */
export function dayAndClock(instant: Instant, zone: string | undefined, language: string, now?: Instant): string {
  return format(instant, zone, language, {
    weekday: 'short',
    day: 'numeric',
    month: 'short',
    ...otherYear(instant, zone, now),
    ...clockFace(language),
  });
}

/** The day as a heading: "Tuesday, 24 November". With the year where `now` is given and lies in another one. */
export function dayName(instant: Instant, zone: string | undefined, language: string, now?: Instant): string {
  const year = otherYear(instant, zone, now);
  return format(instant, zone, language, { weekday: 'long', day: 'numeric', month: 'long', ...year });
}

function otherYear(instant: Instant, zone: string | undefined, now: Instant | undefined): Intl.DateTimeFormatOptions {
  const yearOf = (at: Instant) => format(at, zone, 'en', { year: 'numeric' });
  return now !== undefined && yearOf(instant) !== yearOf(now) ? { year: 'numeric' } : {};
}

/** The day in full where it stands alone, with a capital letter: "Tuesday 24 November". */
export function dayTitle(instant: Instant, zone: string | undefined, language: string, now?: Instant): string {
  return capital(dayName(instant, zone, language, now));
}

/** "18:30–19:00", "17:00–01:00 +1 day" where it ends on a later one, or the start alone where there is no end. */
export function clockSpan(start: Instant, end: Instant | null, zone: string, language: string): string {
  const from = clock(start, zone, language);
  if (!end) return from;
  const later = daysBetween(start, end, zone);
  const days = new Intl.NumberFormat(localeOf(language), { style: 'unit', unit: 'day', unitDisplay: 'long' });
  return `${from}–${clock(end, zone, language)}${later > 0 ? ` +${days.format(later)}` : ''}`;
}

/** How many days of the zone the end is later than the start. */
function daysBetween(start: Instant, end: Instant, zone: string): number {
  const day = (at: Instant) =>
    Date.parse(format(at, zone, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' }));
  // Midnights of UTC, which has no clock changes.
  return Math.round((day(end) - day(start)) / 86_400_000);
}

/** "Berlin, CET": whose clock a time is of. The short name tells the two passes of a repeated hour apart; UTC has no place. */
export function zoneText(zone: string, at: Instant, language: string): string {
  const [place, name] = [zonePlace(zone, language), zoneName(at, zone, language, 'short')];
  return place === name ? name : `${place}, ${name}`;
}

/** "CET", "GMT+1", "Central European Standard Time": what the zone is called at that instant. */
export function zoneName(
  instant: Instant,
  zone: string,
  language: string,
  style: 'short' | 'long' | 'shortOffset',
): string {
  const parts = dateFormat(localeOf(language), { timeZone: zone, timeZoneName: style }).formatToParts(
    new Date(instant),
  );
  return parts.find((part) => part.type === 'timeZoneName')?.value ?? zone;
}

/** A zone's place for a person: `America/New_York` is "New York", `Europe/Vienna` in German "Wien". */
export function zonePlace(zone: string, language: string): string {
  return cityName(zone.split('/').at(-1) ?? zone, language).replaceAll('_', ' ');
}

export function sameDay(one: Instant, other: Instant, zone: string | undefined): boolean {
  const day = (instant: Instant) =>
    format(instant, zone, 'en-CA', { year: 'numeric', month: '2-digit', day: '2-digit' });
  return day(one) === day(other);
}

/** Any other form, in the same conventions. */
export function format(
  instant: Instant,
  zone: string | undefined,
  language: string,
  options: Intl.DateTimeFormatOptions,
): string {
  const tag = localeOf(language);
  const written = zone ? dateFormat(tag, { ...options, timeZone: zone }) : new Intl.DateTimeFormat(tag, options);
  const text = written.format(new Date(instant));
  // Before "PM" some have a space that others have not: a mail and a page read the same with the common one.
  return text.replace(/[\u00a0\u202f]/g, ' ');
}

/** The tag for Intl. English without a country would be American: month before day, and a clock of twelve hours. */
export function localeOf(language: string): string {
  return language === 'en' ? 'en-GB' : language;
}
