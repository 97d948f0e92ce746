import { expect, test } from 'vitest';
import { namedMonths } from '../../../overlay/parts/day-options.tsx';

test('[VP123] days to choose from are named in the language of the page, month by month, over a change of the clocks', () => {
  const months = (language: string) => namedMonths('2027-03-27', '2027-04-01', language);
  expect(months('de').map(({ name, days }) => [name, days.length])).toEqual([
    ['März 2027', 5],
    ['April 2027', 1],
  ]);
  expect(months('en')[0]?.days.map(({ date }) => date)).toEqual([27, 28, 29, 30, 31].map((day) => `2027-03-${day}`));
  const first = (language: string) => months(language)[0]?.days[0]?.name;
  expect(['en', 'en-US', 'de', 'nl', 'nb'].map(first)).toEqual([
    'Saturday 27 March',
    'Saturday, March 27',
    'Samstag, 27. März',
    'Zaterdag 27 maart',
    'Lørdag 27. mars',
  ]);
  expect(namedMonths('2027-03-28', '2027-03-27', 'en')).toEqual([]);
});
