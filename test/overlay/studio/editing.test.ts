import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Answer, refusedAs } from '../../../overlay/parts/ask.ts';
import { editingOf } from '../../../overlay/studio/model/editing.ts';
import { historyOf, record, redo, undo } from '../../../overlay/studio/model/history.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import type { StageDesign, Theme } from '../../../shared/stage-design.ts';

const done: Answer<unknown> = { type: 'done', value: {} };
const themed = (theme: Theme): StageDesign => ({ ...FIRST_DESIGN, theme });

/** A server that keeps what it is given while it is there. */
function server() {
  const kept: StageDesign[] = [];
  return {
    kept,
    there: true,
    async save(design: StageDesign): Promise<Answer<unknown>> {
      if (!this.there) return refusedAs('offline');
      kept.push(design);
      return done;
    },
  };
}

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

test('[SU45] an edit, its undo and its redo are each saved by themselves', async () => {
  const one = server();
  const editing = editingOf({ stage: 'main', first: themed('glass'), save: (design) => one.save(design) });
  editing.edit(themed('paper'));
  await editing.save();
  editing.undo();
  await editing.save();
  editing.redo();
  await editing.save();
  expect(one.kept.map((design) => design.theme)).toEqual(['paper', 'glass', 'paper']);
  expect(editing.state.value).toEqual({ type: 'saved' });
  expect([editing.canUndo.value, editing.canRedo.value]).toEqual([true, false]);
});

test('[SU45] what is refused is kept as it was shaped, says why, and goes out when it is saved again', async () => {
  const one = server();
  const editing = editingOf({ stage: 'main', first: themed('glass'), save: (design) => one.save(design) });
  one.there = false;
  editing.edit(themed('bold'));
  await editing.save();
  expect(editing.state.value).toMatchObject({ type: 'refused', refused: { why: 'offline' } });
  expect(editing.design.value.theme).toBe('bold');
  editing.edit({ ...editing.design.value, css: '.bio {}' });
  await editing.save();
  one.there = true;
  await editing.save();
  expect(one.kept).toEqual([{ ...themed('bold'), css: '.bio {}' }]);
  expect(editing.state.value).toEqual({ type: 'saved' });
});
