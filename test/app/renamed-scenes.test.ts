import { expect, onTestFinished, test, vi } from 'vitest';
import { openCodes } from '../../server/app/codes.ts';
import type { NamedElsewhere } from '../../server/app/named-elsewhere.ts';
import { createStageDesigns } from '../../server/app/stage-designs.ts';
import type { Stages } from '../../server/app/stages.ts';
import { codesWithFigures } from '../../server/store/codes.ts';
import { addStage } from '../../server/store/stages.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageDesign } from '../../shared/stage-design.ts';
import { fakeObs } from '../obs/listening.ts';
import { granted } from './booking-given.ts';
import { door, store } from './scenes-on-disk.ts';

const STAGE = { id: 'main', name: 'Main', language: null, rotation: 1 };
const CARD = { id: 'main', name: 'Main' };
const [TALL] = FIRST_DESIGN.layouts;

function designFor(...scenes: string[]): StageDesign {
  if (!TALL) throw new Error('the first design has a layout');
  const layouts = scenes.map((scene, at) => ({ ...TALL, id: `layout-${at}`, name: scene, scene }));
  return { ...FIRST_DESIGN, layouts: [TALL, ...layouts] };
}

function askFor(scene: string) {
  return { kind: 'scene' as const, label: '', scene, service: null, minutes: null, word: null };
}

/** Stage, codes and scenes over one store, wired as the program does it. */
async function given() {
  const kept = await store();
  await addStage(kept.db, 'me', STAGE, 0);
  const onFault = (error: unknown) => {
    throw error;
  };
  const base = { store: kept, creatorId: 'me', clock: () => Date.now(), onFault };
  const stages = { list: () => [STAGE], onCut: () => () => undefined } as unknown as Stages;
  const open = async () => {
    const designs = createStageDesigns({ ...base, stages });
    await designs.of('main');
    const codes = await openCodes(base);
    const going: Promise<void>[] = [];
    const namedElsewhere: NamedElsewhere = {
      scenes: () => [...designs.scenes(), ...codes.scenes()],
      renamed: async (renames) => {
        const each = [designs.renameScenes(renames), codes.renameScenes(renames)];
        going.push(...each);
        await Promise.all(each);
      },
    };
    const layoutsOf = async () => (await designs.of('main'))?.layouts.flatMap(({ scene }) => scene ?? []);
    return { designs, codes, namedElsewhere, layoutsOf, kept: () => Promise.all(going) };
  };
  return { store: kept, open };
}

test('[SC103] layouts and codes go with a scene that is renamed, at once and as they are kept', async () => {
  const { store: kept, open } = await given();
  const one = await open();
  await one.designs.put('main', designFor('Celebration', 'BRB'), null);
  const card = await one.codes.ofCard(CARD, 'Celebration');
  const made = await one.codes.make(askFor('BRB'));
  const obs = await fakeObs();
  const scenes = await door(kept, one);
  await scenes.connect({ address: obs.address });
  let told = 0;
  onTestFinished(one.designs.onChange(() => void told++));
  obs.emit('SceneNameChanged', { oldSceneName: 'Celebration', sceneName: 'Late party' });
  await vi.waitFor(() => expect(scenes.status().scenes).toContain('Late party'));
  // Before it is kept: the scene on air must not lose its layout, nor its card its code.
  expect(await one.layoutsOf()).toEqual(['Late party', 'BRB']);
  expect(await one.codes.ofCard(CARD, 'Late party')).toBe(card);
  obs.emit('SceneNameChanged', { oldSceneName: 'BRB', sceneName: 'Back soon' });
  await vi.waitFor(() => expect(scenes.status().scenes).toContain('Back soon'));
  expect(await one.codes.ofCard(CARD, 'Back soon')).toBe('code' in made ? made.code : null);
  await one.kept();
  expect(told).toBe(2);
  const later = await open();
  expect(await later.layoutsOf()).toEqual(['Late party', 'Back soon']);
  expect(await later.codes.ofCard(CARD, 'Late party')).toBe(card);
  const labels = (await later.codes.list()).map(({ label }) => label);
  expect(labels.toSorted()).toEqual(['Back soon', 'Main · Late party']);
});

test('[SC103] two scenes that swapped their names while Cuedesk was off keep their layouts and codes, and a code that had the new name ends', async () => {
  const { store: kept, open } = await given();
  const one = await open();
  await one.designs.put('main', designFor('Celebration', 'BRB'), null);
  const before = [await one.codes.ofCard(CARD, 'Celebration'), await one.codes.ofCard(CARD, 'BRB')];
  const obs = await fakeObs({ ids: true });
  const first = await door(kept, one);
  await first.connect({ address: obs.address });
  await first.close();
  obs.rename('Celebration', 'Other');
  obs.rename('BRB', 'Celebration');
  obs.rename('Other', 'BRB');
  const two = await open();
  const scenes = await door(kept, two);
  await vi.waitFor(() => expect(scenes.status().state).toBe('connected'));
  await two.kept();
  expect(await two.layoutsOf()).toEqual(['BRB', 'Celebration']);
  // No rule names them: the rules' page has nothing to say.
  expect([scenes.status().troubles, scenes.status().acts]).toEqual([[], []]);
  const after = async (codes: typeof two.codes) => [
    await codes.ofCard(CARD, 'BRB'),
    await codes.ofCard(CARD, 'Celebration'),
  ];
  expect(await after(two.codes)).toEqual(before);
  const lost = await two.codes.ofCard(CARD, 'Gone');
  await two.codes.renameScenes(new Map([['BRB', 'Gone']]));
  expect(await two.codes.ofCard(CARD, 'Gone')).toBe(before[0]);
  const subjects = (await codesWithFigures(kept.db, 'me')).map(({ code, subject }) => [code, subject]);
  expect(subjects).toContainEqual([lost, `ended ${lost}`]);
  expect(subjects).toContainEqual([before[0], 'card main Gone']);
});

test('[SC163] a program that ends while a rename is on its way keeps it first, in layouts and codes too', async () => {
  const kept = await store();
  const obs = await fakeObs();
  const told: string[] = [];
  const closing = Promise.withResolvers<void>();
  const renamed = async (renames: ReadonlyMap<string, string>) => {
    const names = [...renames.values()].join();
    told.push(names);
    await closing.promise;
    // Far longer on its way than the rest of what is closed.
    for (let turn = 0; turn < 50; turn++) await codesWithFigures(kept.db, 'me');
    told.push(`${names} is kept`);
  };
  const scenes = await door(kept, { namedElsewhere: { scenes: () => [], renamed } });
  await scenes.connect({ address: obs.address });
  obs.emit('SceneNameChanged', { oldSceneName: 'Celebration', sceneName: 'Late party' });
  obs.emit('SceneNameChanged', { oldSceneName: 'BRB', sceneName: 'Back soon' });
  await vi.waitFor(() => expect(told).toEqual(['Late party', 'Back soon']));
  const closed = scenes.close().then(() => told.push('closed'));
  closing.resolve();
  await closed;
  expect(told.slice(2).toSorted()).toEqual(['Back soon is kept', 'Late party is kept', 'closed']);
  expect(told.at(-1)).toBe('closed');
});

test('[BK297] whoever ends a code while its scene gets another one ends no other than that', async () => {
  const { open } = await given();
  const { codes } = await open();
  const old = granted(await codes.make(askFor('BRB')));
  const [made] = await Promise.all([codes.make(askFor('BRB')), codes.end(old.code)]);
  const all = await codes.list();
  expect(all.find(({ code }) => code === old.code)?.ended).toBe(true);
  expect(all.find(({ code }) => code === granted(made).code)?.ended).toBe(false);
});
