import fc from 'fast-check';
import { Temporal } from 'temporal-polyfill';
import { expect, test } from 'vitest';
import { snoozeChoices } from '../../../overlay/desk/snoozing.ts';
import { instantOf, tomorrowAt, wallTime } from '../../../overlay/desk/wall-clock.ts';

test('[DP147] tomorrow at nine is by the creator’s clock, also over a clock change and at the year’s end', () => {
  expect(tomorrowAt('2026-11-22T12:00:00.000Z', 9, 'Europe/Berlin')).toBe('2026-11-23T08:00:00.000Z');
  expect(tomorrowAt('2026-11-22T23:30:00.000Z', 9, 'Europe/Berlin')).toBe('2026-11-24T08:00:00.000Z');
  expect(tomorrowAt('2026-10-24T12:00:00.000Z', 9, 'Europe/Berlin')).toBe('2026-10-25T08:00:00.000Z');
  expect(tomorrowAt('2026-03-28T12:00:00.000Z', 9, 'Europe/Berlin')).toBe('2026-03-29T07:00:00.000Z');
  expect(tomorrowAt('2026-12-31T12:00:00.000Z', 9, 'America/New_York')).toBe('2027-01-01T14:00:00.000Z');
});

test('[DP147] an own time is read as Temporal reads it, in the hour that is left out and in the one that comes twice too', () => {
  const zones = ['Europe/Berlin', 'America/New_York', 'Australia/Lord_Howe', 'Asia/Kathmandu', 'UTC'];
  const minutes = fc.integer({ min: Date.UTC(2026, 0) / 60_000, max: Date.UTC(2027, 11) / 60_000 });
  const changes = ['2026-03-29T01:00', '2026-10-25T00:30', '2026-11-01T05:30', '2026-03-08T06:30', '2026-04-04T14:45'];
  const near = fc
    .tuple(fc.constantFrom(...changes), fc.integer({ min: -300, max: 300 }))
    .map(([change, by]) => Date.parse(`${change}Z`) / 60_000 + by);
  fc.assert(
    fc.property(fc.constantFrom(...zones), fc.oneof(minutes, near), (zone, minute) => {
      const wall = new Date(minute * 60_000).toISOString().slice(0, 16);
      const expected = Temporal.PlainDateTime.from(wall).toZonedDateTime(zone).toInstant().epochMilliseconds;
      expect(Date.parse(instantOf(wall, zone) ?? '')).toBe(expected);
    }),
    { numRuns: 150, examples: changes.map((change) => ['Europe/Berlin', Date.parse(`${change}Z`) / 60_000 + 90]) },
  );
});

test('[DP147] what is no time is none, and what is offered depends on whether a live runs', () => {
  expect(instantOf('', 'UTC')).toBeNull();
  expect(wallTime('2026-11-22T12:00:00.000Z', 'Asia/Tokyo')).toBe('2026-11-22T21:00');
  const words = (live: boolean) => snoozeChoices('2026-11-22T12:00:00.000Z', live, 'UTC').map(({ word }) => word);
  expect(words(false)).toEqual(['minutes', 'tomorrow']);
  expect(words(true)).toEqual(['minutes', 'live', 'tomorrow']);
});
