import { expect, test } from 'vitest';
import type { Answer } from '../../../overlay/parts/ask.ts';
import type { RevisedDesign } from '../../../overlay/studio/model/design-server.ts';
import { editingOf } from '../../../overlay/studio/model/editing.ts';
import { hoursSet, lookUpHours, noteHours } from '../../../overlay/studio/model/hours-set.ts';
import { people, readPeople } from '../../../overlay/studio/model/people.ts';
import { FIRST_DESIGN } from '../../../shared/first-design.ts';
import type { Theme } from '../../../shared/stage-design.ts';
import { heldFetch } from '../held-fetch.ts';

test('[SU524] of two lists of the people the one that was asked for later stays', async () => {
  const asked = heldFetch();
  const both = [readPeople(), readPeople()];
  asked[1]?.answer([]);
  await both[1];
  asked[0]?.answer([{ id: 'revoked meanwhile', role: 'moderator' }]);
  await both[0];
  expect(people.value).toEqual([]);
});

test('[SU524] hours that were saved while they were asked for are the ones that count', async () => {
  const asked = heldFetch();
  const looking = lookUpHours();
  noteHours({ weekly: [{ day: 'mon', from: '09:00', to: '12:00' }], exceptions: [] });
  asked[0]?.answer({ weekly: [], exceptions: [] });
  await looking;
  expect(hoursSet.value).toBe(true);
});

test('[SU524] a look of another studio that was asked for before a newer one, or an own save, is not shown after it', async () => {
  const of = (theme: Theme, revision: number): RevisedDesign => ({ design: { ...FIRST_DESIGN, theme }, revision });
  const loads: PromiseWithResolvers<Answer<RevisedDesign>>[] = [];
  const editing = editingOf({
    stage: 'main',
    first: of('glass', 1),
    server: {
      load: () => {
        const load = Promise.withResolvers<Answer<RevisedDesign>>();
        loads.push(load);
        return load.promise;
      },
      save: async (design, upon) => ({ type: 'done', value: { design, revision: upon + 1 } }),
    },
  });
  const [second, third] = [editing.heard(2), editing.heard(3)];
  loads[1]?.resolve({ type: 'done', value: of('paper', 3) });
  await third;
  loads[0]?.resolve({ type: 'done', value: of('bold', 2) });
  await second;
  expect(editing.design.value.theme).toBe('paper');

  const opened = of('paper', 3);
  editing.edit(of('bold', 4).design);
  await editing.save();
  editing.follow(opened);
  expect(editing.design.value.theme).toBe('bold');
});
