import { expect, test } from 'vitest';
import { stillPosting } from '../../../server/core/live/posting.ts';
import { noTotals } from '../../../server/core/live/tally.ts';
import { stageFigures } from '../../../server/core/stage/figures.ts';
import type { LiveSession } from '../../../shared/live.ts';

const noon = Date.parse('2026-11-22T12:00:00Z');
const waiting: LiveSession['sources'][number] = { id: 'tiktok:@a', state: 'waiting', detail: '', lastEventAt: null };
const live: LiveSession = { session: null, sources: [waiting], totals: noTotals(), gaps: [], lastSeq: 0 };

test('[ST187] what comes by the API is a source of the feed', () => {
  const feed = (isPosting: boolean) =>
    stageFigures(live, { bookings: 0, isPosting, board: { live: [], today: [] } }).feed;
  expect(feed(false)).toEqual([{ state: 'waiting', name: 'tiktok' }]);
  expect(feed(true)).toEqual([
    { state: 'waiting', name: 'tiktok' },
    { state: 'live', name: 'api' },
  ]);
});

test('[ST187] events come by the API for five minutes after the last', () => {
  expect(stillPosting(null, noon)).toBe(null);
  expect(stillPosting(noon, noon + 300_000)).toBe(noon);
  expect(stillPosting(noon, noon + 300_001)).toBe(null);
});
