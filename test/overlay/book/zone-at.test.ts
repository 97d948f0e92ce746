import { expect, test } from 'vitest';
import { zoneAt } from '../../../overlay/book/calendar-state.ts';
import { sayZone } from '../../../overlay/book/times.ts';

const NEW_YORK = 'America/New_York';
/** Before and after the clock of New York goes forward on 14 March 2027. */
const SLOTS = ['2027-03-12T14:00:00Z', '2027-03-15T13:00:00Z'].map((start) => ({ start, end: start, seats: 1 }));

test('[VP140] the zone is named as on the chosen day, in each view, with or without a free time on it', () => {
  const nameOn = (view: 'days' | 'week' | 'month', day: string | null) =>
    sayZone(NEW_YORK, zoneAt(SLOTS, NEW_YORK, view, day));
  for (const view of ['days', 'week', 'month'] as const) {
    expect(nameOn(view, null)).toBe(sayZone(NEW_YORK, '2027-03-12T14:00:00Z'));
    expect(nameOn(view, '2027-03-15')).toBe(sayZone(NEW_YORK, '2027-03-15T13:00:00Z'));
  }
  expect(nameOn('week', '2027-03-17')).toBe(sayZone(NEW_YORK, '2027-03-17T13:00:00Z'));
  // The strip has free days alone, and shows the nearest where the chosen one is none.
  expect(nameOn('days', '2027-03-13')).toBe(nameOn('days', '2027-03-15'));
  expect(nameOn('days', '2027-03-17')).toBe(nameOn('days', '2027-03-15'));
  expect(nameOn('days', null)).not.toBe(nameOn('days', '2027-03-15'));
});
