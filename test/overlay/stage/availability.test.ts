import { expect, test } from 'vitest';
import {
  certainNextFree,
  isCertain,
  LOST_MILLIS,
  nextDoubt,
  STALE_MILLIS,
} from '../../../overlay/stage/availability.ts';
import type { StageView } from '../../../shared/stage-view.ts';
import { toInstant } from '../../../shared/time.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');

function viewWith(start: number, checkedAt = noon): StageView {
  return {
    stage: { id: 's', name: 'Main', language: 'en' },
    bio: null,
    booking: null,
    nextFree: { start: toInstant(start), zone: 'Europe/Berlin', leftThisWeek: 2, checkedAt: toInstant(checkedAt) },
    queue: { waiting: 0, nowServing: null, next: [] },
    chatHolds: [],
    scene: null,
    blank: false,
    setUp: false,
    featured: null,
    alertControl: { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 },
    moments: [],
    serverTime: toInstant(noon),
  };
}
const inTwoHours = noon + 7_200_000;

test('[ST7] the next free time is said while it was looked up within 90 seconds', () => {
  const view = viewWith(inTwoHours);
  expect(certainNextFree(view, noon + STALE_MILLIS, null)).toBe(view.nextFree);
  expect(certainNextFree(view, noon + STALE_MILLIS + 1, null)).toBeNull();
});

test('[ST7] the next free time and all prices are withdrawn when the server has been gone for 30 seconds', () => {
  const view = viewWith(inTwoHours);
  expect(certainNextFree(view, noon + LOST_MILLIS, noon)).toBe(view.nextFree);
  expect(certainNextFree(view, noon + LOST_MILLIS + 1, noon)).toBeNull();
  expect(isCertain(noon + LOST_MILLIS + 1, noon)).toBe(false);
  expect(isCertain(noon + LOST_MILLIS + 1, null)).toBe(true);
});

test('[ST7] a free time that has begun is no longer said', () => {
  const view = viewWith(noon + 10_000);
  expect(certainNextFree(view, noon + 9_999, null)).toBe(view.nextFree);
  expect(certainNextFree(view, noon + 10_000, null)).toBeNull();
});

test('[ST7] the page wakes when the first of these doubts comes, and never while there is none', () => {
  expect(nextDoubt(viewWith(inTwoHours), noon, null)).toBe(noon + STALE_MILLIS + 1);
  expect(nextDoubt(viewWith(inTwoHours), noon, noon)).toBe(noon + LOST_MILLIS + 1);
  expect(nextDoubt({ ...viewWith(inTwoHours), nextFree: null }, noon, null)).toBeNull();
});
