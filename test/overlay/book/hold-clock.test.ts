import { expect, test } from 'vitest';
import { onOwnClock } from '../../../overlay/book/hold-clock.ts';

const hold = { id: 'h', expiresAt: '2026-11-22T11:05:00Z' };

test('[VP19] a hold ends after the same time on a device whose clock is an hour wrong', () => {
  const anHourLate = Date.parse('2026-11-22T12:00:00Z');
  const made = onOwnClock({ ...hold, serverTime: '2026-11-22T11:00:00Z' }, anHourLate);
  expect(Date.parse(made.expiresAt) - anHourLate).toBe(300_000);
});

test('[VP19] a server that does not say its time is taken by its word', () => {
  expect(onOwnClock(hold, 0)).toEqual(hold);
});
