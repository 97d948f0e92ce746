import { expect, test } from 'vitest';
import { boundsOf } from '../../../overlay/book/window.ts';

test('[VP53] the days of a wait are whole days of the viewer’s zone, over a clock change too', () => {
  expect(boundsOf({ from: '2026-10-25', until: '2026-10-25' }, 'Europe/Berlin')).toEqual({
    earliest: '2026-10-24T22:00:00.000Z',
    latest: '2026-10-25T22:59:00.000Z',
  });
  expect(boundsOf({ from: '2026-12-01', until: '' }, 'Pacific/Kiritimati')).toEqual({
    earliest: '2026-11-30T10:00:00.000Z',
  });
  expect(boundsOf({ from: '', until: '2026-12-01' }, 'Pacific/Pago_Pago')).toEqual({
    latest: '2026-12-02T10:59:00.000Z',
  });
});

test('[VP53] a day that the zone’s clock begins late begins at its first minute', () => {
  // Clocks in Beirut went from 00:00 to 01:00.
  expect(boundsOf({ from: '2026-03-29', until: '' }, 'Asia/Beirut')).toEqual({ earliest: '2026-03-28T22:00:00.000Z' });
});

test('[VP53] without bounds nothing is said of them', () => {
  expect(boundsOf({ from: '', until: '' }, 'UTC')).toEqual({});
});
