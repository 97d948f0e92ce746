import { expect, onTestFinished, test } from 'vitest';
import { createStageDesigns } from '../../server/app/stage-designs.ts';
import type { Stages } from '../../server/app/stages.ts';
import { isRefusal } from '../../server/core/decision.ts';
import { lastSeq } from '../../server/store/journal.ts';
import { addStage } from '../../server/store/stages.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { openFolder } from './booking-given.ts';

const STAGE = { id: 'main', name: 'Main', language: null, rotation: 1 };

/** Two processes over one store: each has its own door and its own memory. */
async function twoDoors() {
  const { store, close } = await openFolder();
  onTestFinished(close);
  // Makes the creator.
  await lastSeq(store.db, 'local', 0);
  await addStage(store.db, 'local', STAGE, 0);
  const stages = { list: () => [STAGE], onCut: () => () => undefined } as unknown as Stages;
  const onFault = (error: unknown) => {
    throw error;
  };
  const open = () => createStageDesigns({ store, creatorId: 'local', stages, onFault });
  return [open(), open()] as const;
}

test('[ST110] of two processes that save upon the same look one is refused, and then reads what the other saved', async () => {
  const [one, other] = await twoDoors();
  expect((await one.revised('main'))?.revision).toBe(0);
  expect((await other.revised('main'))?.revision).toBe(0);
  const paper = { ...FIRST_DESIGN, theme: 'paper' as const };
  const bold = { ...FIRST_DESIGN, theme: 'bold' as const };
  const answers = await Promise.all([one.put('main', paper, 0), other.put('main', bold, 0)]);
  const refused = answers.filter(isRefusal);
  const kept = answers.find((answer) => !isRefusal(answer));
  expect(refused).toEqual([{ refused: true, why: 'design-changed' }]);
  const loser = answers[0] === kept ? other : one;
  expect(await loser.revised('main')).toEqual(kept);
  expect(await loser.put('main', FIRST_DESIGN, 1)).toEqual({ design: FIRST_DESIGN, revision: 2 });
});

test('[ST272] a look that is read while its stage is removed is forgotten with it', async () => {
  const { store, close } = await openFolder();
  onTestFinished(close);
  await lastSeq(store.db, 'local', 0);
  await addStage(store.db, 'local', STAGE, 0);
  const there = [STAGE];
  const cut: ((id: string) => void)[] = [];
  const stages = { list: () => there, onCut: (told: (id: string) => void) => cut.push(told) } as unknown as Stages;
  const onFault = (error: unknown) => {
    throw error;
  };
  const designs = createStageDesigns({ store, creatorId: 'local', stages, onFault });
  const layouts = FIRST_DESIGN.layouts.map((layout) => ({ ...layout, scene: 'BRB' }));
  await designs.put('main', { ...FIRST_DESIGN, layouts }, null);
  const anew = createStageDesigns({ store, creatorId: 'local', stages, onFault });
  const reading = anew.of('main');
  there.pop();
  for (const tell of cut) tell('main');
  expect(await reading).toBeNull();
  expect(anew.scenes()).toEqual([]);
});
