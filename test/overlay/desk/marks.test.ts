import { expect, test } from 'vitest';
import { heldGroups } from '../../../overlay/desk/held.ts';
import { rangeOf, toldOf } from '../../../overlay/desk/marks.ts';
import type { HeldAct } from '../../../shared/desk-team.ts';

const IDS = ['a', 'b', 'c', 'd'];

test('[DP168] a range goes either way, keeps what was marked, and ends at 200', () => {
  expect([...rangeOf(IDS, new Set(), 'b', 'd')]).toEqual(['b', 'c', 'd']);
  expect([...rangeOf(IDS, new Set(['d']), 'c', 'a')].toSorted()).toEqual(['a', 'b', 'c', 'd']);
  expect([...rangeOf(IDS, new Set(['a']), 'gone', 'c')]).toEqual(['a', 'c']);
  expect([...rangeOf(IDS, new Set(['a']), 'a', 'gone')]).toEqual(['a']);
  const long = Array.from({ length: 500 }, (_, at) => `r${at}`);
  expect(rangeOf(long, new Set(), 'r0', 'r499').size).toBe(200);
});

test('[DP169] what came of many is counted, the refused by why', () => {
  const results = [
    { id: 'a', result: 'done', why: null },
    { id: 'b', result: 'refused', why: 'claimed-by-other' },
    { id: 'c', result: 'held', why: null },
    { id: 'd', result: 'refused', why: 'claimed-by-other' },
  ] as const;
  expect(toldOf('decline', [...results])).toEqual({
    act: 'decline',
    done: 1,
    held: 1,
    refused: new Map([['claimed-by-other', 2]]),
  });
});

test('[DP169] declines of many are undone together, a few by themselves, and anything else by itself', () => {
  const act = (id: string, type: HeldAct['type'], until: string): HeldAct => {
    const by = { id: 'mo', name: 'Mo' };
    return { id, request: id, name: 'Vera', type, text: '', starts: [], into: null, by, until };
  };
  const three = [1, 2, 3].map((at) => act(`d${at}`, 'decline', `2026-11-22T12:00:05.00${at}Z`));
  expect(heldGroups(three).map((group) => group.length)).toEqual([1, 1, 1]);
  const many = [...three, act('d', 'decline', '2026-11-22T12:00:05.400Z'), act('r', 'reply', '2026-11-22T12:00:09Z')];
  expect(heldGroups(many).map((group) => group.length)).toEqual([4, 1]);
  // One by one, as by hand: undoing the last takes back no other.
  const byHand = [1, 3, 5, 7].map((at) => act(`h${at}`, 'decline', `2026-11-22T12:00:0${at}Z`));
  expect(heldGroups(byHand).map((group) => group.length)).toEqual([1, 1, 1, 1]);
});
