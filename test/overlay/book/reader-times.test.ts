import { expect, test } from 'vitest';
import { clock, clockSpan, dayAndClock, dayTitle, localeIn } from '../../../shared/time-words.ts';

const AT = '2026-11-24T17:30:00Z';

test('[VP104] the clock is the reader’s country’s, and English alone is British', () => {
  const berlin = (tag: string) => clock(AT, 'Europe/Berlin', tag);
  for (const tag of ['en', 'en-GB', 'de', 'de-AT', 'nl-NL', 'nb']) expect(berlin(tag)).toBe('18:30');
  for (const tag of ['en-US', 'en-CA']) expect(berlin(tag).toLowerCase().replaceAll('.', '')).toBe('6:30 pm');
  expect(clock('2026-11-24T23:05:00Z', 'Europe/Berlin', 'en-US')).toBe('12:05 AM');
  expect(clock('2026-11-24T23:05:00Z', 'Europe/Berlin', 'de-DE')).toBe('00:05');
  expect(dayTitle(AT, 'Europe/Berlin', 'en-US')).toBe('Tuesday, November 24');
  expect(dayAndClock(AT, 'Europe/Berlin', 'en-US')).toBe('Tue, Nov 24, 6:30 PM');
});

test('[VP104] the country is of the first tag that is of the page’s language', () => {
  expect(localeIn('en', ['fr-FR', 'en', 'en-us', 'en-GB'])).toBe('en-US');
  expect(localeIn('de', ['en-US', 'de'])).toBeNull();
  expect(localeIn('en', ['en-Latn-AU-x-private'])).toBe('en-AU');
  expect(localeIn('nb', ['no-NO', 'nn-NO'])).toBeNull();
  expect(localeIn('en', ['en-US-u-ca-buddhist'])).toBe('en-US');
});

test('[VP141] an end on a later day of the zone says by how many days, in the language, and on no clock change', () => {
  const late = (language: string, zone = 'Europe/Berlin', end = '2026-11-25T00:00:00Z') =>
    clockSpan('2026-11-24T16:00:00Z', end, zone, language);
  expect(['en', 'de', 'nl', 'nb'].map((language) => late(language))).toEqual([
    '17:00–01:00 +1 day',
    '17:00–01:00 +1 Tag',
    '17:00–01:00 +1 dag',
    '17:00–01:00 +1 døgn',
  ]);
  expect(late('en', 'America/New_York')).toBe('11:00–19:00');
  expect(late('en', 'Europe/Berlin', '2026-11-26T16:00:00Z')).toBe('17:00–17:00 +2 days');
  expect(clockSpan('2026-10-25T00:00:00Z', '2026-10-25T01:30:00Z', 'Europe/Berlin', 'en')).toBe('02:00–02:30');
});

test('[VP141] a date has its year where it is not this one, by the calendar of its zone', () => {
  const now = '2026-12-31T22:30:00Z';
  const text = (at: string, zone: string) => dayAndClock(at, zone, 'en', now);
  expect(text('2026-12-31T22:45:00Z', 'Europe/Berlin')).not.toContain('2026');
  expect(text('2026-12-31T23:15:00Z', 'Europe/Berlin')).toMatch(/1 Jan 2027/);
  expect(text('2026-12-31T23:15:00Z', 'UTC')).not.toMatch(/\d{4}/);
  expect(dayTitle('2027-01-11T09:00:00Z', 'UTC', 'de', now)).toBe('Montag, 11. Januar 2027');
  expect(dayTitle('2027-01-11T09:00:00Z', 'UTC', 'de')).toBe('Montag, 11. Januar');
});
