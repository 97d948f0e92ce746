import { expect, test } from 'vitest';
import { isWhole, type List, newer, withAnswer, withChange, withPart } from '../../../overlay/desk/list.ts';
import { revealed, windowOf } from '../../../overlay/desk/list-window.ts';
import { row } from './sample-request.ts';

const [a, b, c] = ['a', 'b', 'c'].map((id) => row({ id })) as [
  ReturnType<typeof row>,
  ReturnType<typeof row>,
  ReturnType<typeof row>,
];
const listOf = (...rows: (typeof a)[]): List => ({ version: 4, rows: new Map(rows.map((one) => [one.id, one])) });
const idsOf = (list: List | null) => list && [...list.rows.keys()];

test('[DP100] a list arrives in parts of one version, and is whole with the last', () => {
  const first = withPart(null, { version: 4, first: 0, total: 3, rows: [a, b] });
  expect(first && isWhole(first)).toBe(false);
  const whole = withPart(first, { version: 4, first: 2, total: 3, rows: [c] });
  expect(whole && [isWhole(whole), idsOf(whole)]).toEqual([true, ['a', 'b', 'c']]);
  expect(withPart(first, { version: 5, first: 2, total: 3, rows: [c] })).toBeNull();
  expect(withPart(first, { version: 4, first: 1, total: 3, rows: [c] })).toBeNull();
  expect(idsOf(withPart(first, { version: 6, first: 0, total: 1, rows: [c] }))).toEqual(['c']);
});

test('[DP100] a change replaces, adds and takes away; one that does not follow is not taken', () => {
  const changed = { ...b, unread: false };
  const next = withChange(listOf(a, b), { from: 4, version: 6, rows: [changed, c], gone: ['a'] });
  expect([next?.version, idsOf(next), next?.rows.get('b')]).toEqual([6, ['b', 'c'], changed]);
  expect(withChange(listOf(a, b), { from: 5, version: 6, rows: [], gone: ['a'] })).toBeNull();
});

test('[DP4] an answer never replaces what changed later, nor does a change that was overtaken by an answer', () => {
  const later = { ...a, updatedAt: '2026-11-22T12:00:05.000Z', state: 'booked' as const };
  expect(withAnswer(listOf(later), a).rows.get('a')).toBe(later);
  expect(withAnswer(listOf(a), later).rows.get('a')).toBe(later);
  expect(idsOf(withAnswer(listOf(a), row({ id: 'other' })))).toEqual(['a']);
  expect(withChange(listOf(later), { from: 4, version: 5, rows: [a], gone: [] })?.rows.get('a')).toBe(later);
  expect(newer(undefined, a)).toBe(a);
});

test('[DP101] of 5,000 rows those are drawn that are seen, with some to spare, and the height is that of all', () => {
  for (const top of [0, 34 * 2500, 34 * 5000]) {
    const { first, last, above, below } = windowOf(5000, { top, height: 680, row: 34 });
    expect(last - first).toBeLessThan(60);
    expect(above + (last - first) * 34 + below).toBe(34 * 5000);
    expect(first * 34).toBeLessThanOrEqual(top);
    expect(last).toBeGreaterThanOrEqual(Math.min(5000, (top + 680) / 34));
  }
});

test('[DP101] a row that the keys lead to is scrolled into sight, and no further', () => {
  const box = { top: 340, height: 340, row: 34 };
  expect([revealed(12, box), revealed(9, box), revealed(20, box)]).toEqual([340, 306, 374]);
});
