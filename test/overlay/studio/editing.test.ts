import { expect, test } from 'vitest';
import { type Answer, refusedAs } from '../../../overlay/parts/ask.ts';
import type { DesignServer, RevisedDesign } from '../../../overlay/studio/model/design-server.ts';
import { editingOf } from '../../../overlay/studio/model/editing.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import type { StageDesign, Theme } from '../../../shared/stage-design.ts';

const themed = (theme: Theme): StageDesign => ({ ...FIRST_DESIGN, theme });

/** A server that keeps the designs it is given while it is there, each upon the one before. */
function keeper() {
  const kept: StageDesign[] = [];
  const line = { is: 'there' as 'there' | 'gone' | 'answerless' };
  const now = (): RevisedDesign => ({ design: kept.at(-1) ?? themed('glass'), revision: kept.length });
  const answer = (): Answer<RevisedDesign> =>
    line.is === 'there' ? { type: 'done', value: now() } : refusedAs('offline');
  const server: DesignServer = {
    load: async () => answer(),
    save: async (design, upon) => {
      if (line.is === 'gone') return refusedAs('offline');
      if (upon !== kept.length) return refusedAs('design-changed');
      kept.push(design);
      return answer();
    },
  };
  return { kept, line, server, themes: () => kept.map((design) => design.theme) };
}
const opened = ({ server, kept }: ReturnType<typeof keeper>) =>
  editingOf({ stage: 'main', first: { design: kept.at(-1) ?? themed('glass'), revision: kept.length }, server });

test('[SU45] an edit, its undo and its redo are each saved by themselves', async () => {
  const one = keeper();
  const editing = opened(one);
  editing.edit(themed('paper'));
  await editing.save();
  editing.undo();
  await editing.save();
  editing.redo();
  await editing.save();
  expect(one.themes()).toEqual(['paper', 'glass', 'paper']);
  expect(editing.state.value).toEqual({ type: 'saved' });
  expect([editing.canUndo.value, editing.canRedo.value]).toEqual([true, false]);
});

test('[SU45] what is refused is kept as it was shaped, says why, and goes out when it is saved again', async () => {
  const one = keeper();
  const editing = opened(one);
  one.line.is = 'gone';
  editing.edit(themed('bold'));
  await editing.save();
  expect(editing.state.value).toMatchObject({ type: 'refused', refused: { why: 'offline' } });
  expect(editing.design.value.theme).toBe('bold');
  editing.edit({ ...editing.design.value, css: '.bio {}' });
  await editing.save();
  one.line.is = 'there';
  await editing.save();
  expect(one.kept).toEqual([{ ...themed('bold'), css: '.bio {}' }]);
  expect(editing.state.value).toEqual({ type: 'saved' });
});

test('[SU81] of two studios the later save upon the same look is not kept, and nothing more is sent before it is settled', async () => {
  const one = keeper();
  const [mine, other] = [opened(one), opened(one)];
  other.edit(themed('paper'));
  await other.save();
  mine.edit(themed('bold'));
  await mine.save();
  expect(mine.state.value).toMatchObject({ type: 'refused', refused: { why: 'design-changed' } });
  expect(mine.conflict.value).toBe(true);
  mine.edit(themed('edge'));
  await mine.save();
  expect(one.themes()).toEqual(['paper']);
  expect([mine.design.value.theme, mine.conflict.value]).toEqual(['edge', true]);
});

test('[SU81] theirs is taken as a step that can be taken back; mine then goes out upon theirs', async () => {
  const one = keeper();
  const [mine, other] = [opened(one), opened(one)];
  other.edit(themed('paper'));
  await other.save();
  mine.edit(themed('bold'));
  await mine.save();
  await mine.takeTheirs();
  expect([mine.design.value.theme, mine.state.value.type, mine.conflict.value]).toEqual(['paper', 'saved', false]);
  expect(one.themes()).toEqual(['paper']);
  mine.undo();
  await mine.save();
  expect([mine.design.value.theme, one.themes()]).toEqual(['bold', ['paper', 'bold']]);
});

test('[SU81] mine is saved in the place of theirs; a third that came meanwhile is asked about again', async () => {
  const one = keeper();
  const [mine, other] = [opened(one), opened(one)];
  other.edit(themed('paper'));
  await other.save();
  mine.edit(themed('bold'));
  await mine.save();
  const third = opened(one);
  third.edit(themed('festive'));
  const keeping = mine.keepMine();
  await third.save();
  await keeping;
  expect([one.themes(), mine.conflict.value]).toEqual([['paper', 'festive'], true]);
  await mine.keepMine();
  expect([one.themes(), mine.state.value.type]).toEqual([['paper', 'festive', 'bold'], 'saved']);
});

test('[SU81] while the server is away neither choice changes anything', async () => {
  const one = keeper();
  const [mine, other] = [opened(one), opened(one)];
  other.edit(themed('paper'));
  await other.save();
  mine.edit(themed('bold'));
  await mine.save();
  one.line.is = 'gone';
  expect(await mine.takeTheirs()).toMatchObject({ why: 'offline' });
  expect(await mine.keepMine()).toMatchObject({ why: 'offline' });
  expect([mine.design.value.theme, mine.conflict.value]).toEqual(['bold', true]);
});

test('[SU81] a save whose answer was lost on the way is nobody else’s: it is gone on from without a question', async () => {
  const one = keeper();
  const mine = opened(one);
  one.line.is = 'answerless';
  mine.edit(themed('paper'));
  await mine.save();
  expect(mine.state.value).toMatchObject({ type: 'refused', refused: { why: 'offline' } });
  one.line.is = 'there';
  await mine.save();
  expect([mine.state.value.type, mine.conflict.value, one.themes()]).toEqual(['saved', false, ['paper']]);
  one.line.is = 'answerless';
  mine.edit(themed('bold'));
  await mine.save();
  one.line.is = 'there';
  mine.edit(themed('edge'));
  await mine.save();
  expect([mine.state.value.type, one.themes()]).toEqual(['saved', ['paper', 'bold', 'edge']]);
});

test('[SU82] a studio with nothing unsaved shows what another has saved; one that is shaping keeps what it shapes', async () => {
  const one = keeper();
  const [watching, shaping, other] = [opened(one), opened(one), opened(one)];
  shaping.edit(themed('bold'));
  other.edit(themed('paper'));
  await other.save();
  await Promise.all([watching.heard(1), shaping.heard(1), other.heard(1)]);
  expect([watching, shaping, other].map((each) => each.design.value.theme)).toEqual(['paper', 'bold', 'paper']);
  expect([watching, shaping, other].map((each) => each.followed.value)).toEqual([true, false, false]);
  watching.edit(themed('festive'));
  await watching.save();
  expect([one.themes(), watching.followed.value]).toEqual([['paper', 'festive'], false]);
});

test('[SU82] what is shaped while another’s look is on its way is not written over', async () => {
  const one = keeper();
  const [mine, other] = [opened(one), opened(one)];
  other.edit(themed('paper'));
  await other.save();
  const hearing = mine.heard(1);
  mine.edit(themed('bold'));
  await hearing;
  expect(mine.design.value.theme).toBe('bold');
  await mine.save();
  expect([mine.conflict.value, one.themes()]).toEqual([true, ['paper']]);
});

test('[SU82] the same look with its fields in another order is no news', async () => {
  const one = keeper();
  const mine = opened(one);
  const [layout] = FIRST_DESIGN.layouts;
  if (!layout) throw new Error('no layout');
  const turned = { ...layout, boxes: Object.fromEntries(Object.entries(layout.boxes).toReversed()) };
  one.kept.push({ ...themed('glass'), layouts: [turned, ...FIRST_DESIGN.layouts.slice(1)] });
  await mine.heard(1);
  expect([mine.followed.value, mine.canUndo.value]).toEqual([false, false]);
  mine.edit(themed('paper'));
  await mine.save();
  expect(mine.state.value.type).toBe('saved');
});
