import { expect, test } from 'vitest';
import {
  countsOf,
  FILTERS,
  filterOfKey,
  homeOf,
  isBack,
  isSnoozed,
  keyOfFilter,
  passes,
  totalsOf,
} from '../../../overlay/desk/filters.ts';
import { inOrder } from '../../../overlay/desk/queue.ts';
import type { DeskCounts } from '../../../shared/desk-view.ts';
import { REQUEST_STATES } from '../../../shared/request-states.ts';
import { noon, row } from './sample-request.ts';

const later = '2026-11-22T12:05:00.000Z';
const mine = { by: 'me', name: 'Mo', until: later };
const aside = { snoozedUntil: later } as const;

test('[DP5] mine holds what I claimed, until the claim lapses', () => {
  const request = row({ claim: mine });
  expect(passes(request, 'mine', 'me', noon)).toBe(true);
  expect(passes(request, 'mine', 'other', noon)).toBe(false);
  expect(passes(request, 'mine', 'me', '2026-11-22T12:05:00.001Z')).toBe(false);
});

test('[DP145] what is put aside is in the list of those alone, and back in the others when its time has come', () => {
  const request = row({ claim: mine, ...aside });
  const listsAt = (now: string) => FILTERS.filter((filter) => passes(request, filter, 'me', now));
  expect(listsAt(noon)).toEqual(['snoozed', 'all']);
  expect(listsAt(later)).toEqual(['open', 'mine', 'new', 'all', 'claimed']);
  expect([isSnoozed(request, noon), isBack(request, noon)]).toEqual([true, false]);
  expect([isSnoozed(request, later), isBack(request, later)]).toEqual([false, true]);
});

test('[DP145] what the server says is back is back, whatever the clock of the page says, and nothing closed ever is', () => {
  expect(isBack(row({ ...aside, back: true }), noon)).toBe(true);
  expect(isBack(row({ state: 'declined', back: true }), noon)).toBe(false);
  expect(isSnoozed(row({ state: 'booked', ...aside }), noon)).toBe(false);
});

test('[DP146] what is back is on top, the longest back first, before what is lost soon', () => {
  const soon = row({ id: 'soon', start: '2026-11-22T12:30:00Z' });
  const back = row({ id: 'back', start: null, snoozedUntil: '2026-11-22T11:59:00.000Z' });
  const longer = row({ id: 'longer', start: null, snoozedUntil: '2026-11-22T10:00:00.000Z' });
  const waited = row({ id: 'waited', start: null, createdAt: '2026-11-20T12:00:00.000Z', messages: [] });
  expect(inOrder([waited, soon, back, longer], noon).map(({ id }) => id)).toEqual(['longer', 'back', 'soon', 'waited']);
});

test('[DP148] each request is in all and in one of the lists by state, and its count says so', () => {
  const rows = REQUEST_STATES.map((state) => row({ id: state, state }));
  const { open, new: fresh, waiting, offered, booked, closed, spam, all } = countsOf(rows, 'me', noon);
  expect({ open, fresh, waiting, offered, booked, closed, spam, all }).toEqual({
    ...{ open: 4, fresh: 1, waiting: 1, offered: 1, booked: 1, closed: 6, spam: 1, all: 12 },
  });
  expect(countsOf([row({ claim: mine }), row({ ...aside, claim: mine })], 'me', noon)).toMatchObject({
    ...{ open: 1, mine: 1, new: 1, snoozed: 1, all: 2 },
  });
});

test('[DP149] of what the list holds the latest of, the count is over all, and never less than what is here', () => {
  const listed = countsOf(
    [row({ state: 'booked' }), row({ state: 'done' }), row({ state: 'spam' }), row()],
    'me',
    noon,
  );
  const none = Object.fromEntries(REQUEST_STATES.map((state) => [state, 0])) as DeskCounts;
  expect(totalsOf(listed, null)).toEqual(listed);
  expect(totalsOf(listed, none)).toEqual(listed);
  const counted = { ...none, booked: 40, declined: 30, 'no-show': 20, spam: 700 };
  expect(totalsOf(listed, counted)).toMatchObject({ open: 1, booked: 40, closed: 50, spam: 700, all: 791 });
});

test('[DP290] what is claimed, declined, done or a no-show has a list of its own, with all of them counted', () => {
  const rows = REQUEST_STATES.map((state) => row({ id: state, state }));
  const here = countsOf([...rows, row({ claim: mine }), row({ claim: mine, ...aside })], 'other', noon);
  expect(here).toMatchObject({ claimed: 1, mine: 0, declined: 1, done: 1, 'no-show': 1, closed: 6 });
  const none = Object.fromEntries(REQUEST_STATES.map((state) => [state, 0])) as DeskCounts;
  expect(totalsOf(here, { ...none, declined: 30, done: 20 })).toMatchObject({ declined: 30, done: 20, 'no-show': 1 });
  expect(rows.map((each) => homeOf(each, noon))).toEqual([
    ...['open', 'open', 'open', 'open', 'booked'],
    ...['closed', 'closed', 'closed', 'closed', 'closed', 'closed', 'spam'],
  ]);
  expect(homeOf(row(aside), noon)).toBe('snoozed');
});

test('[DP150] each list but those of single states has a number key, 0 for all; a chord is none', () => {
  const press = (key: string, more = {}) =>
    filterOfKey({ key, ctrlKey: false, metaKey: false, altKey: false, repeat: false, ...more });
  const keyed = FILTERS.filter((filter) => keyOfFilter(filter) !== null);
  expect(keyed).toHaveLength(10);
  for (const filter of keyed) expect(press(keyOfFilter(filter) ?? '')).toBe(filter);
  expect(press('1')).toBe('open');
  expect(press('0')).toBe('all');
  expect([press('1', { altKey: true }), press('1', { repeat: true }), press('a'), press('F1')]).toEqual(
    Array(4).fill(null),
  );
});
