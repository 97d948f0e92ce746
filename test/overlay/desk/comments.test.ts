import { expect, test } from 'vitest';
import {
  fitsLine,
  HOVERED,
  linesOf,
  makeRoom,
  measuredOnce,
  roomy,
  rowsInView,
  topsOf,
} from '../../../overlay/desk/comment-heights.ts';
import { countAfter, filtered, isTakenBack, MOST_KEPT, readerOf, withBatch } from '../../../overlay/desk/comments.ts';
import type { DeskComment } from '../../../shared/comments.ts';

const comment = (seq: number, other: Partial<DeskComment> = {}): DeskComment => ({
  ...{ seq, at: '2026-11-22T12:00:00Z', name: `Viewer ${seq}`, text: 'Hello', language: null, roles: [] },
  ...other,
});
const batch = (comments: DeskComment[], gone: number[] = [], first = false) => ({ first, comments, gone });

test('[DP139] the newest ten thousand comments are kept, each once, and what was taken back is gone', () => {
  const first = withBatch([], batch([comment(1), comment(2)], [], true));
  const again = withBatch(first, batch([comment(1), comment(2), comment(3)], [], true));
  expect(again.map(({ seq }) => seq)).toEqual([1, 2, 3]);
  expect(withBatch(again, batch([], [2])).map(({ seq }) => seq)).toEqual([1, 3]);
  expect(withBatch(again, batch([comment(3)]))).toBe(again);
  const many = withBatch(again, batch(Array.from({ length: 12_000 }, (_, at) => comment(at + 4))));
  expect(many).toHaveLength(MOST_KEPT);
  expect(many.at(-1)?.seq).toBe(12_003);
});

test('[DP139] comments are filtered by language, words and role together', () => {
  const all = [
    comment(1, { language: 'de-AT', text: 'Grüß Gott', roles: ['moderator'] }),
    comment(2, { language: 'de', text: 'Gruss' }),
    comment(3, { language: 'en', roles: ['moderator', 'follower'], name: 'Zoë' }),
  ];
  const seqs = (search: string, language: string | null = null, role: 'moderator' | null = null) =>
    filtered(all, { search, language, role }).map(({ seq }) => seq);
  expect(seqs('')).toEqual([1, 2, 3]);
  expect(seqs('', 'de')).toEqual([1, 2]);
  expect(seqs('', 'de', 'moderator')).toEqual([1]);
  expect(seqs('zoe hello')).toEqual([3]);
  expect(seqs('zoe gott')).toEqual([]);
});

test('[DP139] of ten thousand rows those in the window are drawn, with two at either end', () => {
  const tops = Array.from({ length: 10_001 }, (_, at) => at * 56);
  expect(rowsInView(tops, 0, 560)).toEqual({ from: 0, to: 13 });
  expect(rowsInView(tops, 56_000, 560)).toEqual({ from: 998, to: 1013 });
  expect(rowsInView(tops.slice(0, 4), 56_000, 560)).toEqual({ from: 1, to: 3 });
  expect(rowsInView([0], 0, 560)).toEqual({ from: 0, to: 0 });
});

test('[DP313] a row is as high as its words need, measured once, and higher while it says more', () => {
  const list = [comment(1), comment(2, { text: 'Words that need a second line' }), comment(3)];
  const measured: string[] = [];
  const wordsOf = measuredOnce((text) => {
    measured.push(text);
    return text.length * 10;
  });
  const fits = (each: DeskComment) => fitsLine(wordsOf(each), 124);
  expect(topsOf(list, HOVERED, fits, new Set())).toEqual([0, 54, 128, 182]);
  expect(topsOf(list, HOVERED, fits, new Set([3]))).toEqual([0, 54, 128, 222]);
  expect([54, 74, 94].map((height) => linesOf(height, HOVERED))).toEqual([1, 2, 3]);
  expect(measured).toHaveLength(3);
  const done = makeRoom(3);
  expect(roomy.value).toEqual(new Set([3]));
  done();
  expect(roomy.value).toEqual(new Set());
});

test('[DP264] how many came since, and what was taken back meanwhile; what newer ones pushed out was not', () => {
  const all = [3, 4, 6, 7].map((seq) => comment(seq));
  expect([countAfter(all, 7), countAfter(all, 4), countAfter(all, 5), countAfter(all, 1)]).toEqual([0, 2, 2, 4]);
  expect([5, 6, 2].map((seq) => isTakenBack(all, comment(seq)))).toEqual([true, false, true]);
  const full = Array.from({ length: MOST_KEPT }, (_, at) => comment(at + 3)).filter(({ seq }) => seq !== 5);
  const refilled = [...full, comment(MOST_KEPT + 3)];
  expect([5, 6, 2].map((seq) => isTakenBack(refilled, comment(seq)))).toEqual([true, false, false]);
});

test('[DP267] a comment’s writer reads what the platform says, or English where Cuedesk does not speak it', () => {
  const read = ['de-AT', 'no', 'fr', null].map((language) => readerOf({ language }));
  expect(read).toEqual(['de', 'nb', 'en', undefined]);
});
