import { expect, test, vi } from 'vitest';
import { type Answer, refusedAs } from '../../../overlay/parts/ask.ts';
import { type Draft, draftOf } from '../../../overlay/studio/model/draft.ts';
import { followedDraft } from '../../../overlay/studio/model/followed-draft.ts';
import { keeping } from '../../../overlay/studio/model/kept-drafts.ts';

const done: Answer<unknown> = { type: 'done', value: null };

/** A server that keeps what it was sent, and answers when it is let. */
function keeper() {
  const kept: string[] = [];
  const waiting: (() => void)[] = [];
  const save = (value: string) =>
    new Promise<Answer<unknown>>((resolve) => {
      kept.push(value);
      waiting.push(() => resolve(done));
    });
  return { kept, save, answer: () => waiting.shift()?.() };
}

test('[SU12] what was typed last is saved, in one save', async () => {
  const server = keeper();
  const draft = draftOf({ initial: '', save: server.save });
  draft.edit('a');
  draft.edit('ab');
  draft.edit('abc');
  await vi.waitFor(() => expect(server.kept).toEqual(['abc']), { timeout: 3000 });
  server.answer();
  await vi.waitFor(() => expect(draft.state.value).toEqual({ type: 'saved' }));
});

test('[SU12] what is typed while the server thinks is saved after it', async () => {
  const server = keeper();
  const draft = draftOf({ initial: '', save: server.save });
  draft.edit('first');
  const saving = draft.flush();
  await vi.waitFor(() => expect(server.kept).toEqual(['first']));
  draft.edit('second');
  server.answer();
  await saving;
  expect(draft.state.value).toEqual({ type: 'edited' });
  const again = draft.flush();
  await vi.waitFor(() => expect(server.kept).toEqual(['first', 'second']));
  server.answer();
  await again;
  expect(draft.state.value).toEqual({ type: 'saved' });
});

test('[SU13] a form that lacks something is held and says what', async () => {
  const server = keeper();
  const draft = draftOf({
    initial: 'x',
    save: server.save,
    missing: (value) => (value === '' ? ['name'] : []),
  });
  draft.edit('');
  await draft.flush();
  expect(draft.state.value).toEqual({ type: 'held', missing: ['name'] });
  expect(server.kept).toEqual([]);
});

test('[SU13] a refused form says why and keeps what was typed', async () => {
  const draft = draftOf({ initial: '', save: async () => refusedAs('handle-taken') });
  draft.edit('taken');
  await draft.flush();
  expect(draft.state.value).toMatchObject({ type: 'refused', refused: { why: 'handle-taken' } });
  expect(draft.value.value).toBe('taken');
});

test('[SU14] undo goes back to the beginning and saves that', async () => {
  const kept: string[] = [];
  const draft = draftOf({
    initial: 'before',
    save: async (value) => {
      kept.push(value);
      return done;
    },
  });
  draft.edit('after');
  await draft.flush();
  expect(draft.changed.value).toBe(true);
  draft.undo();
  await draft.flush();
  expect(kept).toEqual(['after', 'before']);
  expect(draft.changed.value).toBe(false);
});

test('[SU30] a draft that is not saved is there again when its section is opened again, a saved one is made anew', async () => {
  const kept = keeping<Draft<string>>();
  let answer: Answer<unknown> = refusedAs('offline');
  const make = () => draftOf({ initial: 'before', save: async () => answer });
  const first = kept(make);
  first.edit('typed');
  await first.flush();
  expect(kept(make).value.value).toBe('typed');
  answer = done;
  first.edit('typed on');
  await first.flush();
  expect(kept(make).value.value).toBe('before');
});

test('[SU233] what is saved by hand waits for the hand, and knows what the server has', async () => {
  const server = keeper();
  const draft = draftOf({ initial: 'before', save: server.save, byHand: true });
  draft.edit('after');
  // By the time that one has saved which was edited after it, it would have saved itself.
  const other = keeper();
  draftOf({ initial: '', save: other.save }).edit('by itself');
  await vi.waitFor(() => expect(other.kept).toEqual(['by itself']), { timeout: 3000 });
  expect(server.kept).toEqual([]);
  expect(draft.kept.value).toBe('before');
  const saving = draft.flush();
  await vi.waitFor(() => expect(server.kept).toEqual(['after']));
  server.answer();
  await saving;
  expect(draft.kept.value).toBe('after');
});

test('[SU533] what is saved by hand is saved again once it stands as the server has it, by undo or by hand', async () => {
  const server = keeper();
  const draft = draftOf({ initial: ['before'], save: (value) => server.save(value.join()), byHand: true });
  draft.edit(['after']);
  draft.undo();
  expect([draft.state.value, draft.changed.value]).toEqual([{ type: 'saved' }, false]);
  expect(draft.value.value).toBe(draft.kept.value);
  draft.edit(['after']);
  const saving = draft.flush();
  await vi.waitFor(() => expect(server.kept).toEqual(['after']));
  // What is on its way will be what the server has: the way back is an edit of that.
  draft.undo();
  server.answer();
  await saving;
  expect(draft.state.value).toEqual({ type: 'edited' });
});

test('[SU300] a draft follows what others save while nothing is unsaved, and is never saved over them unasked', async () => {
  const server = { value: 'first', revision: 'r1' };
  let saves = 0;
  const put = async (value: string, upon: string): Promise<Answer<unknown>> => {
    if (upon !== server.revision) return refusedAs('rules-changed');
    Object.assign(server, { value, revision: `mine${++saves}` });
    return { type: 'done', value: null, etag: `"${server.revision}"` };
  };
  const draft = followedDraft({ initial: { ...server }, put, byHand: true });
  draft.meet({ value: 'theirs', revision: 'r2' });
  expect([draft.value.value, draft.kept.value, draft.changed.value]).toEqual(['theirs', 'theirs', false]);
  Object.assign(server, { value: 'theirs', revision: 'r2' });
  draft.edit('mine');
  await draft.flush();
  // The view of before comes once more, then that of the own save: neither is anybody else's.
  draft.meet({ value: 'theirs', revision: 'r2' });
  draft.meet({ value: 'mine', revision: 'mine1' });
  expect([draft.value.value, draft.overtaken.value, server.value]).toEqual(['mine', false, 'mine']);
  draft.edit('mine again');
  Object.assign(server, { value: 'renamed', revision: 'r3' });
  await draft.flush();
  expect([draft.overtaken.value, server.value]).toEqual([true, 'renamed']);
  draft.meet({ value: 'renamed', revision: 'r3' });
  expect(draft.value.value).toBe('mine again');
  await draft.saveMine();
  expect([draft.overtaken.value, server.value]).toEqual([false, 'mine again']);
  draft.edit('third');
  draft.meet({ value: 'fourth', revision: 'r5' });
  Object.assign(server, { value: 'fourth', revision: 'r5' });
  // Undone it is as the server had it, which is not what it has now.
  draft.edit('mine again');
  await draft.saveMine();
  expect([draft.state.value.type, server.value]).toEqual(['saved', 'mine again']);
  draft.edit('third');
  draft.meet({ value: 'others', revision: 'r4' });
  expect(draft.overtaken.value).toBe(true);
  draft.takeTheirs();
  expect([draft.value.value, draft.overtaken.value, draft.state.value.type]).toEqual(['others', false, 'saved']);
});
