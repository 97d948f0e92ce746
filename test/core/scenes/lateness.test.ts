import { expect, test } from 'vitest';
import { newLateness } from '../../../server/core/scenes/lateness.ts';

const SECOND = 1000;

test('[SC123] an event is late by what it is older than its feed is wont to be', () => {
  const late = newLateness();
  expect(late.of('tiktok', 100 * SECOND, 120 * SECOND)).toBe(20 * SECOND);
  for (let at = 200; at < 210; at++) late.of('tiktok', at * SECOND - 300, at * SECOND);
  expect(late.of('tiktok', 200 * SECOND, 212 * SECOND)).toBe(11_700);
  expect(late.of('other', 212 * SECOND, 212 * SECOND)).toBe(0);
});

test('[SC123] a clock that is always off is no lateness once that is known; a backlog that comes at once is', () => {
  const late = newLateness();
  const off = 30 * SECOND;
  for (let at = 0; at < 10; at++) late.of('tiktok', at * SECOND - off, at * SECOND);
  expect(late.of('tiktok', 20 * SECOND - off, 20 * SECOND)).toBe(0);
  expect(late.of('tiktok', 10 * SECOND - off, 20 * SECOND)).toBe(10 * SECOND);
  const burst = newLateness();
  for (let gift = 0; gift < 50; gift++) expect(burst.of('tiktok', gift, 20 * SECOND)).toBeGreaterThan(5 * SECOND);
});
