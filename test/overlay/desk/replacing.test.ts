import { expect, test } from 'vitest';
import { stillAsked } from '../../../overlay/desk/replacing.ts';
import type { DeskOnAir } from '../../../shared/desk-view.ts';

const there: DeskOnAir = {
  ...{ request: 'r1', comment: null, kind: 'question', name: 'Vera' },
  ...{ by: { id: 'ben', name: 'Ben' }, until: '2026-11-22T12:01:00.000Z' },
};

test('[DP275] whether to replace stays asked while the same thing of the same person is on the stage, for longer too', () => {
  const asked = { what: 'comment 4', there };
  expect(stillAsked(asked, { ...there, until: '2026-11-22T12:05:00.000Z' })).toEqual(asked);
  expect(stillAsked(asked, null)).toBeNull();
  expect(stillAsked(asked, { ...there, request: 'r2' })).toBeNull();
  expect(stillAsked(asked, { ...there, kind: 'comment', request: null, comment: 7 })).toBeNull();
  expect(stillAsked(asked, { ...there, by: { id: 'rea', name: 'Rea' } })).toBeNull();
});

test('[DP275] where somebody was quicker it is asked about what they put there, once that is known', () => {
  const waiting = { what: 'comment 4', there: null };
  expect(stillAsked(waiting, null)).toEqual(waiting);
  expect(stillAsked(waiting, there)).toEqual({ what: 'comment 4', there });
});
