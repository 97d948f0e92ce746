import { expect, test } from 'vitest';
import { clock, dayAndClock, dayTitle, localeIn } from '../../../shared/time-words.ts';

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
