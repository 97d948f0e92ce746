import { expect, test } from 'vitest';
import { inOrder, isNamed, isNear, isUrgent, nearestStarts, rivals, step } from '../../../overlay/desk/queue.ts';
import { readSystem } from '../../../overlay/desk/system-entry.ts';
import { noon, row } from './sample-request.ts';

const later = '2026-11-22T12:05:00.000Z';
test('[DP6] who has waited longest for the desk is on top', () => {
  const first = row({ id: 'first', createdAt: '2026-11-22T11:00:00.000Z', messages: [] });
  const second = row({ id: 'second', createdAt: '2026-11-22T11:30:00.000Z', messages: [] });
  const waiting = row({ id: 'waiting', state: 'waiting', updatedAt: '2026-11-22T10:00:00.000Z' });
  const booked = row({ id: 'booked', state: 'booked', updatedAt: later });
  expect(inOrder([booked, second, waiting, first], noon).map((request) => request.id)).toEqual([
    'first',
    'second',
    'waiting',
    'booked',
  ]);
});

test('[DP6] a viewer who writes again has waited since that message', () => {
  const messages = [
    { id: 'm1', at: '2026-11-22T09:00:00.000Z', from: 'viewer' as const, text: 'Hi' },
    { id: 'm2', at: '2026-11-22T09:10:00.000Z', from: 'creator' as const, text: 'Hello' },
    { id: 'm3', at: '2026-11-22T11:10:00.000Z', from: 'viewer' as const, text: 'And?' },
    { id: 'm4', at: '2026-11-22T11:20:00.000Z', from: 'viewer' as const, text: 'Are you there?' },
  ];
  expect(row({ messages }).since).toBe('2026-11-22T11:10:00.000Z');
});

test('[DP102] what is lost first is on top: an open reply window or an asked time within a day, not one that has passed', () => {
  const channel = {
    type: 'tiktok',
    windowEndsAt: '2026-11-22T12:40:00.000Z',
    repliesLeft: 3,
    waiting: 0,
    trouble: null,
  } as const;
  const waited = row({ id: 'waited', start: null, messages: [], createdAt: '2026-11-22T08:00:00.000Z' });
  const slot = row({ id: 'slot', start: '2026-11-22T14:00:00Z' });
  const reply = row({ id: 'reply', channel });
  const passed = row({ id: 'passed', start: '2026-11-22T11:00:00Z' });
  const usedUp = row({ id: 'used-up', start: null, channel: { ...channel, repliesLeft: 0 } });
  expect(inOrder([waited, slot, reply], noon).map(({ id }) => id)).toEqual(['reply', 'slot', 'waited']);
  expect([waited, slot, reply, passed, usedUp].map((one) => isUrgent(one, noon))).toEqual([
    false,
    true,
    true,
    false,
    false,
  ]);
  expect(reply.loss).toEqual({ what: 'reply-window', at: channel.windowEndsAt });
  expect(row({ state: 'waiting', start: null, channel }).loss).toBeNull();
});

test('[DP155] a promised answer is lost first where it is due first, and stays on top when it is late', () => {
  const start = '2026-11-22T20:00:00Z';
  const promised = row({ id: 'promised', start, answerBy: '2026-11-22T13:00:00Z' });
  const later = row({ id: 'later', start, answerBy: '2026-11-23T09:00:00Z' });
  const late = row({ id: 'late', start: null, answerBy: '2026-11-22T10:00:00Z' });
  expect(promised.loss).toEqual({ what: 'promised', at: '2026-11-22T13:00:00Z' });
  expect(later.loss).toEqual({ what: 'slot-start', at: start });
  expect(inOrder([later, promised, late], noon).map(({ id }) => id)).toEqual(['late', 'promised', 'later']);
  expect(row({ state: 'waiting', start: null, answerBy: '2026-11-22T13:00:00Z' }).loss).toBeNull();
});

test('[DP326] what was answered in words keeps its place by the start that it asked for, until that is booked or declined', () => {
  const start = '2026-11-22T14:00:00Z';
  const answered = row({ id: 'answered', state: 'waiting', start, answerBy: '2026-11-22T13:00:00Z' });
  const waits = row({ id: 'waits', start: null });
  expect(answered.loss).toEqual({ what: 'slot-start', at: start });
  expect(inOrder([waits, answered], noon).map(({ id }) => id)).toEqual(['answered', 'waits']);
  for (const state of ['offered', 'booked', 'declined'] as const) expect(row({ state, start }).loss).toBeNull();
});

test('[DP330] near is what is lost within two hours, or is late', () => {
  const near = (other: Parameters<typeof row>[0]) => isNear(row(other), noon);
  expect(near({ start: '2026-11-22T13:59:59Z' })).toBe(true);
  expect(near({ start: '2026-11-22T14:00:00Z' })).toBe(false);
  expect(near({ start: '2026-11-22T11:00:00Z' })).toBe(false);
  expect(near({ start: null, answerBy: '2026-11-22T11:00:00Z' })).toBe(true);
});

test('[DP7] the page finds names by itself, whatever their case or accents, before the server has answered', () => {
  for (const text of ['åse', 'ase', 'ÅS', '']) expect(isNamed(row(), text)).toBe(true);
  expect(isNamed(row(), 'ase nobody')).toBe(false);
});

test('[DP8] the list stops at its ends, and the first press takes the first', () => {
  expect(step(['a', 'b'], null, 1)).toBe('a');
  expect(step(['a', 'b'], 'b', 1)).toBe('b');
  expect(step(['a', 'b'], 'b', -1)).toBe('a');
  expect(step(['a', 'b'], 'gone', 1)).toBe('a');
  expect(step([], null, 1)).toBe(null);
});

test('[DP10] the nearest free times are offered in order, without the asked one', () => {
  const free = ['2026-11-24T09:00:00Z', '2026-11-24T17:00:00Z', '2026-11-24T17:30:00Z', '2026-11-24T18:00:00Z'];
  expect(nearestStarts(free, '2026-11-24T17:30:00Z', 2)).toEqual(['2026-11-24T17:00:00Z', '2026-11-24T18:00:00Z']);
  expect(nearestStarts(free, null, 2)).toEqual(free.slice(0, 2));
});

test('[DP11] only open requests for the very same time are rivals', () => {
  const request = row();
  const all = [
    request,
    row({ id: 'same' }),
    row({ id: 'declined', state: 'declined' }),
    row({ id: 'other', start: '2026-11-24T18:00:00Z' }),
  ];
  expect(rivals(all, request).map((each) => each.id)).toEqual(['same']);
  expect(rivals(all, row({ id: 'message', start: null }))).toEqual([]);
});

test('[DP12] a system entry shows what it can', () => {
  const data = { start: 5, nearest: ['2026-11-24T18:00:00Z', 7], byName: 'Mo' };
  expect(readSystem({ text: 'offered', data })).toEqual({
    word: 'offered',
    start: null,
    from: null,
    nearest: ['2026-11-24T18:00:00Z'],
    title: null,
    text: '',
    byName: 'Mo',
  });
  expect(readSystem({ text: 'from-the-future' }).word).toBe(null);
});
