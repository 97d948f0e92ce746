import { expect, test } from 'vitest';
import { countryAt } from '../../../overlay/parts/zone-countries.ts';

test('[BK295] a new bio begins with the country that has the computer’s time zone, else with that of its language', () => {
  expect(countryAt('Europe/Amsterdam', 'en-US')).toBe('NL');
  expect(countryAt('Europe/Oslo', 'nb')).toBe('NO');
  expect(countryAt('UTC', 'de-CH')).toBe('CH');
  expect(countryAt('UTC', 'de')).toBeNull();
});
