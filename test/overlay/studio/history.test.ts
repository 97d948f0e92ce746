import fc from 'fast-check';
import { expect, test } from 'vitest';
import { historyOf, record, redo, undo } from '../../../overlay/studio/model/history.ts';

test('[SU44] any row of edits is taken back one by one, and made again', () => {
  fc.assert(
    fc.property(fc.array(fc.integer(), { maxLength: 30 }), (edits) => {
      const all = edits.reduce((history, edit) => record(history, edit, null, 0), historyOf(0));
      const back = edits.reduce((history) => undo(history), all);
      expect(back.present).toBe(0);
      expect(undo(back)).toBe(back);
      const again = edits.reduce((history) => redo(history), back);
      expect([again.present, again.past]).toEqual([all.present, all.past]);
      expect(redo(again)).toBe(again);
    }),
  );
});

test('[SU44] letters typed in a row into one field are one step; a pause or another field begins a new one', () => {
  const typed = ['a', 'ab', 'abc'].reduce(
    (history, text, at) => record(history, text, 'title', at * 200),
    historyOf(''),
  );
  expect(undo(typed).present).toBe('');
  const later = record(typed, 'abcd', 'title', 5000);
  expect(undo(later).present).toBe('abc');
  const elsewhere = record(typed, 'x', 'text', 500);
  expect(undo(elsewhere).present).toBe('abc');
});

test('[SU44] an edit after an undo drops what was taken back', () => {
  const history = record(undo(record(historyOf(1), 2, null, 0)), 3, null, 0);
  expect([history.present, redo(history).present]).toEqual([3, 3]);
});
