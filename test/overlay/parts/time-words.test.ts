import { expect, test } from 'vitest';
import { age, nearSecond, nearTime, relative, sameDay, shortTime } from '../../../overlay/parts/time-words.ts';

const now = '2026-11-22T12:00:00.000Z';

test('[DP13] an age is counted in the largest whole unit', () => {
  expect(age('2026-11-22T11:59:20.000Z', now, 'en')).toBe('40 sec');
  expect(age('2026-11-22T09:30:00.000Z', now, 'en')).toBe('2 hr');
  expect(age('2026-11-22T12:00:03.000Z', now, 'en')).toBe('0 sec');
});

test('[DP13] a time that is near is relative, in the words of the language', () => {
  expect(relative('2026-11-22T11:56:00.000Z', now, 'de')).toBe('vor 4 Minuten');
  expect(relative('2026-11-22T14:00:00.000Z', now, 'nl')).toBe('over 2 uur');
  expect(relative('2026-11-22T12:00:01.000Z', now, 'en')).toBe('now');
});

test('[DP13] a time is written in the zone that is named', () => {
  expect(nearTime('2026-11-22T20:30:00Z', now, 'Europe/Berlin', 'de')).toBe('21:30');
  expect(nearTime('2026-11-22T20:30:00Z', now, 'Asia/Kolkata', 'en')).toContain('02:00');
  expect(sameDay('2026-11-22T20:30:00Z', now, 'Asia/Kolkata')).toBe(false);
});

test('[DP13] a narrow column has the clock today, the weekday this week, the date beyond', () => {
  expect(shortTime('2026-11-22T17:30:00Z', now, 'UTC', 'en')).toBe('17:30');
  expect(shortTime('2026-11-24T17:30:00Z', now, 'UTC', 'en')).toBe('Tue 17:30');
  expect(shortTime('2026-12-24T17:30:00Z', now, 'UTC', 'en')).toBe('24 Dec');
});

test('[SU222] in a list of what happened a time has its seconds, and its day when that is another', () => {
  expect(nearSecond('2026-11-22T17:30:05Z', now, 'UTC', 'en')).toBe('17:30:05');
  expect(nearSecond('2026-11-24T17:30:05Z', now, 'UTC', 'en')).toMatch(/^Tue,? 24 Nov,? 17:30:05$/);
});
