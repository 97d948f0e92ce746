import { expect, test } from 'vitest';
import { closeAll, closeSilent, copyStreaks, growStreak, newStreaks } from '../../../server/core/live/streaks.ts';
import { gift } from './events.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

test('[LV26] single gifts leave nothing behind, and of ended streaks only what a late message needs', () => {
  const streaks = newStreaks();
  for (let seq = 1; seq <= 100; seq++) {
    expect(growStreak(streaks, { ...gift(3, { streak: null }), seq }, noon)).toMatchObject({
      count: 3,
      addedCount: 3,
      addedValue: 3,
      ended: true,
      changed: true,
      firstSeq: seq,
    });
  }
  expect([streaks.open.size, streaks.ended.size]).toEqual([0, 0]);
  growStreak(streaks, { ...gift(4), seq: 101 }, noon);
  expect(closeAll(streaks)).toMatchObject([{ count: 4, name: 'Mara', ended: true, firstSeq: 101 }]);
  expect(streaks.open.size).toBe(0);
  expect([...streaks.ended.values()]).toEqual([{ firstSeq: 101, count: 4, value: 4 }]);
});

test('[LV4] a late message to an ended streak keeps its first number and adds only what was missing', () => {
  const streaks = newStreaks();
  growStreak(streaks, { ...gift(4), seq: 7 }, noon);
  closeSilent(streaks, noon + 15_000);
  const late = growStreak(streaks, { ...gift(6), seq: 9 }, noon + 7_200_000);
  expect(late).toMatchObject({ firstSeq: 7, count: 6, addedCount: 2, ended: true, changed: true, name: 'Mara' });
  expect(growStreak(streaks, { ...gift(6), seq: 10 }, noon + 7_200_001)).toMatchObject({
    addedCount: 0,
    changed: false,
  });
  expect(closeAll(streaks)).toEqual([]);
});

test('[LV110] of a session that nobody ends 50,000 ended streaks are remembered, the newest', () => {
  const streaks = newStreaks();
  const row = (at: number, count = 1) => ({ ...gift(count, { streak: `row-${at}`, ended: true }), seq: at + 1 });
  for (let at = 0; at < 60_001; at++) growStreak(streaks, row(at), noon);
  expect(streaks.ended.size).toBeLessThanOrEqual(50_000);
  expect(streaks.ended.size).toBeGreaterThanOrEqual(40_000);
  expect(growStreak(streaks, row(20_001, 3), noon)).toMatchObject({ firstSeq: 20_002, addedCount: 2 });
});

test('[LV23] what happens to a copy of the streaks does not happen to them', () => {
  const streaks = newStreaks();
  growStreak(streaks, { ...gift(4), seq: 1 }, noon);
  const copy = copyStreaks(streaks);
  growStreak(copy, { ...gift(9), seq: 2 }, noon);
  closeAll(copy);
  expect(closeAll(streaks)).toMatchObject([{ count: 4 }]);
});
