import { expect, test } from 'vitest';
import { readHold } from '../../../overlay/book/own-hold.ts';

const HOLD = {
  id: 'hold-1',
  service: 'cv',
  start: '2026-11-26T10:00:00.000Z',
  expiresAt: '2026-11-26T09:10:00.000Z',
};

test('[VP106] a kept time is gone on with as it was written, and what is none is as if nothing were kept', () => {
  expect(readHold(JSON.stringify(HOLD))).toEqual(HOLD);
  for (const wrong of [
    null,
    '',
    '{',
    'null',
    '7',
    '[]',
    '{}',
    JSON.stringify({ ...HOLD, id: 7 }),
    JSON.stringify({ ...HOLD, service: '' }),
    JSON.stringify({ ...HOLD, start: 'soon' }),
    JSON.stringify({ ...HOLD, expiresAt: undefined }),
  ])
    expect([wrong, readHold(wrong)]).toEqual([wrong, null]);
});
