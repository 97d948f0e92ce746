import fc from 'fast-check';
import { expect, test, vi } from 'vitest';
import { backoffMillis } from '../../server/sources/backoff.ts';
import { watchdog } from '../../server/sources/watchdog.ts';

const TIKTOK = { firstMillis: 5000, mostMillis: 300_000 };

test('[SR12] the first wait is 5 to 10 s, each next one twice as long, up to the limit', () => {
  expect([0, 1, 2, 9].map((attempt) => backoffMillis(attempt, 0, TIKTOK))).toEqual([5000, 10_000, 20_000, 300_000]);
  expect(backoffMillis(0, 0.999, TIKTOK)).toBeLessThan(10_000);
  expect(backoffMillis(0, 0.5, TIKTOK)).toBe(7500);
});

test('[SR12] no wait is ever below the first or above the limit, after any number of failures', () => {
  fc.assert(
    fc.property(fc.nat(), fc.double({ min: 0, max: 1, maxExcluded: true, noNaN: true }), (attempt, random) => {
      const wait = backoffMillis(attempt, random, TIKTOK);
      expect(wait).toBeGreaterThanOrEqual(5000);
      expect(wait).toBeLessThanOrEqual(300_000);
    }),
  );
});

test('[SR13] the watchdog calls out once after the silence, however late a sign of life comes', async () => {
  let calls = 0;
  const dog = watchdog(40, () => {
    calls += 1;
  });
  await vi.waitFor(() => expect(calls).toBe(1));
  dog.heard();
  const next = Promise.withResolvers<void>();
  const other = watchdog(80, next.resolve);
  await next.promise;
  expect(calls).toBe(1);
  dog.stop();
  other.stop();
});

test('[SR13] a watchdog that is held hears no silence until it goes on, whatever it hears meanwhile', async () => {
  let calls = 0;
  const dog = watchdog(40, () => {
    calls += 1;
  });
  dog.hold();
  dog.heard();
  const later = Promise.withResolvers<void>();
  const other = watchdog(120, later.resolve);
  await later.promise;
  expect(calls).toBe(0);
  dog.goOn();
  await vi.waitFor(() => expect(calls).toBe(1));
  dog.goOn();
  dog.stop();
  other.stop();
});
