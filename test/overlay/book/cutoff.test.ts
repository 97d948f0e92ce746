import { expect, test } from 'vitest';
import { erasingCancels, shortNotice } from '../../../overlay/book/cutoff.ts';

const NOON = '2026-11-23T12:00:00Z';
const ONE = '2026-11-23T13:00:00Z';
const FOUR = '2026-11-23T16:00:00Z';

function threadWith(cutoffMinutes: number) {
  const price = { minor: 0, currency: 'EUR' };
  return { serverTime: NOON, service: { id: 'one', title: { en: 'Talk' }, minutes: 30, price, cutoffMinutes } };
}

test('[VP128] of the times to take those within the cut-off bind, and none where there is no cut-off', () => {
  expect(shortNotice(threadWith(120), [ONE, FOUR])).toEqual([ONE]);
  expect(shortNotice(threadWith(1440), [ONE, FOUR])).toEqual([ONE, FOUR]);
  expect(shortNotice(threadWith(30), [ONE, FOUR])).toEqual([]);
  expect(shortNotice(threadWith(0), [ONE, FOUR])).toEqual([]);
});

test('[VP128] erasing calls an appointment off that is to come, and nothing else', () => {
  expect(erasingCancels({ state: 'booked', start: ONE, serverTime: NOON })).toBe(true);
  expect(erasingCancels({ state: 'booked', start: NOON, serverTime: ONE })).toBe(false);
  expect(erasingCancels({ state: 'new', start: ONE, serverTime: NOON })).toBe(false);
  expect(erasingCancels({ state: 'booked', start: null, serverTime: NOON })).toBe(false);
});
