import { expect, test, vi } from 'vitest';
import { KnownScenes } from '../../server/app/known-scenes.ts';
import type { Scenes } from '../../server/app/scenes.ts';
import { recognise } from '../../server/core/scenes/scene-ids.ts';
import type { Store } from '../../server/store/store.ts';
import { rule } from '../core/scenes/script.ts';
import type { FakeObs } from '../fakes/obs-server.ts';
import { fakeObs } from '../obs/listening.ts';
import { door, store } from './scenes-on-disk.ts';

let streaks = 0;
function gift(scenes: Scenes): void {
  scenes.happened({ type: 'gift', key: `k${streaks++}`, value: 120, count: 120, gift: 'Rose' }, Date.now());
}

function shownBy(scenes: Scenes): string | undefined {
  const action = scenes.rules()[0]?.actions[0];
  return action?.type === 'show-scene' ? action.scene : undefined;
}

/** Connected with one rule, that shows Celebration, and closed again: what it knows is kept. */
async function seenOnce(obs: FakeObs): Promise<Store> {
  const kept = await store();
  const scenes = await door(kept);
  await scenes.putRules([rule()]);
  await scenes.connect({ address: obs.address });
  await scenes.close();
  return kept;
}

async function back(kept: Store): Promise<Scenes> {
  const scenes = await door(kept);
  await vi.waitFor(() => expect(scenes.status().state).toBe('connected'));
  return scenes;
}

test('[SC92] a scene that got another name while Cuedesk was off is followed, and one that took its name is not mistaken for it', async () => {
  const obs = await fakeObs({ ids: true });
  const kept = await seenOnce(obs);
  obs.rename('Celebration', 'Party');
  obs.scenes.push('Celebration');
  const scenes = await back(kept);
  expect(shownBy(scenes)).toBe('Party');
  const told = { scene: 'Celebration', why: 'renamed', to: 'Party', rules: ['party'] };
  expect(scenes.status().troubles).toEqual([told]);
  expect(scenes.status().acts).toMatchObject([{ what: 'renamed', scene: 'Party', why: 'scene-renamed' }]);
  gift(scenes);
  await vi.waitFor(() => expect(obs.program).toBe('Party'));
  expect(obs.requests('SetCurrentProgramScene')).toEqual([{ sceneUuid: obs.ids.get('Party') }]);
  expect((await scenes.settleScene('Celebration')).troubles).toEqual([]);
  // Kept: the next start knows it by its new name.
  await scenes.close();
  expect(shownBy(await back(kept))).toBe('Party');
});

test('[SC93] a scene that is gone while another has its name is left alone until the streamer says that this one is meant', async () => {
  const obs = await fakeObs({ ids: true });
  const kept = await seenOnce(obs);
  obs.ids.delete('Celebration');
  const scenes = await back(kept);
  expect(scenes.status().troubles).toEqual([{ scene: 'Celebration', why: 'replaced', to: null, rules: ['party'] }]);
  gift(scenes);
  await vi.waitFor(() => expect(scenes.status().acts[0]).toMatchObject({ what: 'left-alone', why: 'scene-replaced' }));
  expect((await scenes.settleScene('Celebration')).troubles).toEqual([]);
  gift(scenes);
  await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
});

test('[SC94] an OBS without ids goes by names, and says which used scene it does not have; the ids are learnt when there are some', async () => {
  const old = await fakeObs();
  const kept = await seenOnce(old);
  const { port } = old;
  old.rename('Celebration', 'Party');
  const scenes = await back(kept);
  expect(scenes.status().troubles).toEqual([{ scene: 'Celebration', why: 'gone', to: null, rules: ['party'] }]);
  old.rename('Party', 'Celebration');
  await scenes.close();
  await old.stop();
  const obs = await fakeObs({ ids: true, port });
  const learnt = await back(kept);
  expect(learnt.status().troubles).toEqual([]);
  obs.rename('Celebration', 'Late');
  await learnt.close();
  expect(shownBy(await back(kept))).toBe('Late');
});

test('[SC95] another scene collection with the same names is known apart, and the first is known again', async () => {
  const obs = await fakeObs({ ids: true });
  const scenes = await back(await seenOnce(obs));
  const change = async (collection: string, ids: ReadonlyArray<readonly [string, string]>) => {
    obs.emit('CurrentSceneCollectionChanging', { sceneCollectionName: obs.collection });
    obs.collection = collection;
    obs.ids.clear();
    for (const [name, id] of ids) obs.ids.set(name, id);
    const before = obs.requests('GetSceneCollectionList').length;
    obs.emit('CurrentSceneCollectionChanged', { sceneCollectionName: collection });
    await vi.waitFor(() => expect(obs.requests('GetSceneCollectionList').length).toBeGreaterThan(before));
  };
  const first = [...obs.ids];
  await change('Portrait', []);
  gift(scenes);
  await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
  await change('Untitled', first);
  await vi.waitFor(() => expect(scenes.status().acts[0]?.why).toBe('collection-changed'));
  expect(scenes.status().troubles).toEqual([]);
  expect(shownBy(scenes)).toBe('Celebration');
});

test('[SC92] two that swapped their names are both followed, and another OBS altogether is got to know by its names', () => {
  const ids = (list: Record<string, string>) => new Map(Object.entries(list));
  const used = new Set(['A', 'B']);
  const swapped = recognise(ids({ A: '1', B: '2' }), ids({ A: '2', B: '1' }), used);
  expect([...swapped.renamed]).toEqual([
    ['A', 'B'],
    ['B', 'A'],
  ]);
  expect(swapped.strangers).toEqual([]);
  const other = recognise(ids({ A: '1', B: '2' }), ids({ A: '7', B: '8' }), used);
  expect(other).toEqual({ renamed: new Map(), strangers: [], known: ids({ A: '7', B: '8' }) });
  // A used scene that is gone keeps its name to itself; one that nobody uses does not.
  const gone = recognise(ids({ A: '1', B: '2', C: '3' }), ids({ B: '2', A: '9', C: '8' }), used);
  expect(gone).toEqual({ renamed: new Map(), strangers: ['A'], known: ids({ B: '2', A: '1', C: '8' }) });
});

test('[SC97] a scene in use that is renamed to the name of a lost one is still meant by its rules', () => {
  const scenes = new KnownScenes(new Map());
  const used = new Set(['Main', 'Break']);
  const listed = (ids: [string, string][]) => scenes.look({ ids: new Map(ids), collection: 'one' }, used);
  listed([
    ['Main', 'm'],
    ['Break', 'b'],
    ['Other', 'o'],
  ]);
  listed([
    ['Main', 'm'],
    ['Other', 'o'],
  ]);
  scenes.follow('Main', 'Break', used);
  expect(
    scenes.look(
      {
        ids: new Map([
          ['Break', 'm'],
          ['Other', 'o'],
        ]),
        collection: 'one',
      },
      new Set(['Break']),
    ),
  ).toEqual({
    renamed: new Map(),
    strangers: [],
  });
  // One that no rule means does not become the lost scene by its name.
  const lost = new KnownScenes(new Map());
  lost.look(
    {
      ids: new Map([
        ['Main', 'm'],
        ['Break', 'b'],
        ['Other', 'o'],
      ]),
      collection: 'one',
    },
    new Set(['Break']),
  );
  lost.look(
    {
      ids: new Map([
        ['Main', 'm'],
        ['Other', 'o'],
      ]),
      collection: 'one',
    },
    new Set(['Break']),
  );
  lost.follow('Other', 'Break', new Set(['Break']));
  expect(lost.again(new Set(['Break'])).strangers).toEqual(['Break']);
});
