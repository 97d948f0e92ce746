import { expect, test } from 'vitest';
import { gatherFromNow, type TimesSource } from '../../../overlay/book/free-times.ts';
import { serverNow } from '../../../overlay/book/server-clock.ts';

const HOUR = 3_600_000;

/** A server whose clock is so far ahead of this device's, with one free time an hour from its now. */
function serverAhead(ms: number) {
  const asked: number[] = [];
  const source: TimesSource = {
    horizon: () => Number.POSITIVE_INFINITY,
    ask: async (from) => {
      asked.push(from);
      const first = Date.now() + ms + HOUR;
      const start = from <= first ? new Date(first).toISOString() : '2099-01-01T00:00:00Z';
      const slots = [{ start, end: start, seats: 1 }];
      return { type: 'done', value: { slots }, at: Date.now() + ms };
    },
  };
  return { asked, source };
}

test('[VP126] a device whose clock is a day ahead is shown the free times of the server’s now', async () => {
  const { asked, source } = serverAhead(-26 * HOUR);
  const found = await gatherFromNow(source);
  expect(asked).toHaveLength(2);
  expect(asked[1]).toBeLessThanOrEqual(Date.now() - 26 * HOUR);
  expect(Date.parse(found.slots[0]?.start ?? '')).toBeLessThan(Date.now());
  expect(Math.abs(serverNow() - (Date.now() - 26 * HOUR))).toBeLessThan(HOUR);
  // From now on it is known.
  const later = serverAhead(-26 * HOUR);
  await gatherFromNow(later.source);
  expect(later.asked).toHaveLength(1);
});

test('[VP126] a clock that was set right meanwhile, or is off by seconds, is taken as it is', async () => {
  await gatherFromNow(serverAhead(-20_000).source);
  expect(Math.abs(serverNow() - Date.now())).toBeLessThan(HOUR);
  const { asked, source } = serverAhead(30_000);
  await gatherFromNow(source);
  expect(asked).toHaveLength(1);
});
