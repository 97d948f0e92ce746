import { expect, test } from 'vitest';
import { byDay, clocks, dayFor, zonePlace } from '../../../overlay/book/days.ts';
import type { Slot } from '../../../shared/booking.ts';

function slot(start: string): Slot {
  return { start, end: new Date(Date.parse(start) + 1_800_000).toISOString(), seats: 1 };
}

test('[VP2] a slot belongs to the day on which it begins in the viewer’s zone', () => {
  const slots = [slot('2026-11-22T22:30:00Z'), slot('2026-11-22T23:30:00Z')];
  expect(byDay(slots, 'Europe/Berlin').map((day) => day.date)).toEqual(['2026-11-22', '2026-11-23']);
  expect(byDay(slots, 'America/New_York').map((day) => day.date)).toEqual(['2026-11-22']);
  expect(byDay(slots, 'Asia/Kathmandu').map((day) => day.date)).toEqual(['2026-11-23']);
});

test('[VP2] days without a free time are left out and the rest keep their order', () => {
  const days = byDay([slot('2026-11-23T10:00:00Z'), slot('2026-11-23T11:00:00Z'), slot('2026-11-26T10:00:00Z')], 'UTC');
  expect(days.map((day) => [day.date, day.slots.length])).toEqual([
    ['2026-11-23', 2],
    ['2026-11-26', 1],
  ]);
});

test('[VP3] in the hour that a clock change repeats, the two times carry their offset', () => {
  const slots = [slot('2026-10-25T00:00:00Z'), slot('2026-10-25T00:30:00Z'), slot('2026-10-25T01:30:00Z')];
  expect(clocks(slots, 'Europe/Berlin', 'en')).toEqual(['02:00', '02:30 GMT+2', '02:30 GMT+1']);
});

test('[VP3] a zone is named by its place', () => {
  expect(zonePlace('America/Argentina/Buenos_Aires', 'en')).toBe('Buenos Aires');
  expect(zonePlace('UTC', 'de')).toBe('UTC');
});

test('[VP181] a chosen day without a time leads to the next that has one, and beyond the last to that', () => {
  const days = ['2026-11-24', '2026-11-27'].map((date) => ({ date, slots: [] }));
  const shown = (day: string | null) => dayFor(days, day)?.date;
  expect([shown(null), shown('2026-11-24'), shown('2026-11-25'), shown('2026-12-01')]).toEqual([
    '2026-11-24',
    '2026-11-24',
    '2026-11-27',
    '2026-11-27',
  ]);
  expect(dayFor([], '2026-11-24')).toBeUndefined();
});
