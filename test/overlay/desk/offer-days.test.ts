import { expect, test } from 'vitest';
import { daysOf, offeredStarts } from '../../../overlay/desk/offer-days.ts';

const [MONDAY, LATE, TUESDAY, FAR] = [
  '2026-11-23T09:00:00Z',
  '2026-11-23T23:30:00Z',
  '2026-11-24T09:00:00Z',
  '2026-12-20T09:00:00Z',
] as const;
const free = [MONDAY, LATE, TUESDAY, FAR];

test('[BK293] any free day of the creator’s zone can be chosen from', () => {
  expect(daysOf(free, 'UTC')).toEqual(['2026-11-23', '2026-11-24', '2026-12-20']);
  expect(daysOf([LATE], 'Europe/Berlin')).toEqual(['2026-11-24']);
});

test('[BK293] a day shows all its times with what is chosen already, and no day the nearest', () => {
  const offerable = { free, nearest: [MONDAY, TUESDAY], chosen: new Set([MONDAY]) };
  expect(offeredStarts({ ...offerable, day: null }, 'UTC')).toEqual([MONDAY, TUESDAY]);
  expect(offeredStarts({ ...offerable, day: '2026-12-20' }, 'UTC')).toEqual([MONDAY, FAR]);
  expect(offeredStarts({ ...offerable, day: '2026-11-24' }, 'Europe/Berlin')).toEqual([MONDAY, LATE, TUESDAY]);
});
