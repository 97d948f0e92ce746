import { expect, test } from 'vitest';
import { heldGroups } from '../../../overlay/desk/held.ts';
import { rangeOf, toldOf, toldWithout, whyNotForMarked } from '../../../overlay/desk/marks.ts';
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

test('[DP328] that a label cannot be put on many is for want of a label alone', () => {
  expect(whyNotForMarked('label', 0)).toBe('no-label');
  expect(whyNotForMarked('label', 1)).toBe('single');
  expect(whyNotForMarked('accept', 0)).toBe('single');
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
    held: ['c'],
    refused: new Map([['claimed-by-other', 2]]),
  });
});

test('[DP307] of two acts for many, what is taken back of one is no less done of the other', () => {
  const heldOf = (...ids: string[]) =>
    toldOf(
      'decline',
      ids.map((id) => ({ id, result: 'held', why: null })),
    );
  expect(toldWithout(heldOf('d', 'e'), ['a', 'b', 'c'])).toEqual(heldOf('d', 'e'));
  expect(toldWithout(heldOf('d', 'e'), ['d'])).toEqual(heldOf('e'));
  expect(toldWithout(heldOf('d', 'e'), ['d', 'e'])).toBeNull();
  expect(toldWithout(null, ['a'])).toBeNull();
});

test('[DP169] what one act for many has held is undone together, anything else by itself', () => {
  const act = (id: string, together: string | null, second: number): HeldAct => {
    const [by, until] = [{ id: 'mo', name: 'Mo' }, `2026-11-22T12:00:0${second}Z`];
    return { id, request: id, name: 'Vera', type: 'decline', text: '', starts: [], into: null, by, until, together };
  };
  const acts = [act('a', 'one', 1), act('b', 'one', 1), act('alone', null, 1), act('c', 'two', 1), act('d', 'one', 3)];
  const groups = heldGroups(acts).map((group) => group.map(({ id }) => id).sort());
  expect(groups).toHaveLength(3);
  expect(groups).toEqual(expect.arrayContaining([['a', 'b', 'd'], ['alone'], ['c']]));
});
