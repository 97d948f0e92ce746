import { expect, test } from 'vitest';
import { timesToChoose } from '../../../overlay/parts/time-options.tsx';
import { dayChoices, monthChoices, movedTo } from '../../../overlay/studio/model/day-choice.ts';

test('[SU260] a day is chosen by month and number, named in the language of the page, from the first that is ahead', () => {
  const months = (language: string) => monthChoices('2026-11-26', language);
  expect(months('en').map(({ value }) => value)).toHaveLength(25);
  expect(months('en').slice(0, 3)).toEqual([
    { value: '2026-11', name: 'Nov 2026' },
    { value: '2026-12', name: 'Dec 2026' },
    { value: '2027-01', name: 'Jan 2027' },
  ]);
  expect(['de', 'nl', 'nb'].map((language) => months(language)[1]?.name)).toEqual([
    'Dez. 2026',
    'Dec 2026',
    'Des. 2026',
  ]);
  const days = (month: string, language: string) => dayChoices(month, '2026-11-26', language);
  expect(days('2026-11', 'en').map(({ name }) => name)).toEqual(['Thu 26', 'Fri 27', 'Sat 28', 'Sun 29', 'Mon 30']);
  expect(['de', 'nl', 'nb'].map((language) => days('2026-11', language)[0]?.name)).toEqual([
    'Do., 26.',
    'Do 26',
    'Tor. 26.',
  ]);
  // Over the changes of the clocks no day is missing, and a leap day is there.
  expect(days('2027-03', 'en')).toHaveLength(31);
  expect(days('2028-02', 'en').at(-1)?.value).toBe('2028-02-29');
  expect(days('2026-10', 'en')).toEqual([]);
});

test('[SU260] a chosen day keeps its number in another month, or is the last of it, and never before the first', () => {
  expect(movedTo('2027-01-31', '2027-02', '2026-11-26')).toBe('2027-02-28');
  expect(movedTo('2027-01-12', '2027-04', '2026-11-26')).toBe('2027-04-12');
  expect(movedTo('2027-01-12', '2026-11', '2026-11-26')).toBe('2026-11-26');
});

test('[SU260] times are quarters of an hour, a kept one between them among them, and an end is as late as 24:00', () => {
  expect(timesToChoose(undefined, false)).toHaveLength(96);
  expect(timesToChoose('09:05', false).slice(36, 39)).toEqual(['09:00', '09:05', '09:15']);
  expect(timesToChoose('24:00', true).at(-1)).toBe('24:00');
  expect(timesToChoose('24:00', true)).not.toContain('00:00');
  expect(timesToChoose('24:00', true)).toHaveLength(96);
});
