import { expect, test, vi } from 'vitest';
import type { Scenes } from '../../server/app/scenes.ts';
import { readSetting } from '../../server/store/settings.ts';
import { SceneRule } from '../../shared/scene-rules.ts';
import { rule } from '../core/scenes/script.ts';
import { fakeObs } from '../obs/listening.ts';
import { door, store } from './scenes-on-disk.ts';

/** What is told and kept afterwards: renames, acts, revisions, holds over a restart, passwords. */

function gift(scenes: Scenes, key: string, value: number): void {
  scenes.happened({ type: 'gift', key, value, count: value, gift: 'Rose' }, Date.now());
}

function shownBy(scenes: Scenes): string | undefined {
  const action = scenes.rules()[0]?.actions[0];
  return action?.type === 'show-scene' ? action.scene : undefined;
}

test('[SC117] a scene of a rule that is renamed under our eyes is listed and said until it is noted', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  await scenes.putRules([rule()]);
  await scenes.connect({ address: obs.address });
  obs.emit('SceneNameChanged', { oldSceneName: 'BRB', sceneName: 'Pause' });
  obs.emit('SceneNameChanged', { oldSceneName: 'Celebration', sceneName: 'Party' });
  obs.emit('SceneNameChanged', { oldSceneName: 'Party', sceneName: 'Big party' });
  await vi.waitFor(() => expect(shownBy(scenes)).toBe('Big party'));
  expect(scenes.status().troubles).toMatchObject([{ scene: 'Celebration', why: 'renamed', to: 'Big party' }]);
  expect(scenes.status().acts[0]).toMatchObject({ what: 'renamed', scene: 'Big party' });
  await scenes.settleScene('Celebration');
  expect(scenes.status().troubles).toEqual([]);
  obs.emit('SceneNameChanged', { oldSceneName: 'Big party', sceneName: 'X' });
  obs.emit('SceneNameChanged', { oldSceneName: 'X', sceneName: 'Big party' });
  await vi.waitFor(() => expect(scenes.status().acts).toHaveLength(4));
  expect(scenes.status().troubles).toEqual([]);
});

test('[SC118] the newest twenty acts are told at once, all that are kept when asked, with the names of their rules', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  await scenes.putRules([{ ...rule(), name: 'Party time' }]);
  await scenes.connect({ address: obs.address });
  for (let turn = 0; turn < 15; turn++) {
    await scenes.pause();
    await scenes.resume();
  }
  gift(scenes, 's', 100);
  await vi.waitFor(() => expect(scenes.status().acts[0]?.what).toBe('switched'));
  expect(scenes.status()).toMatchObject({ actsKept: 31, acts: { length: 20, 0: { ruleName: 'Party time' } } });
  await scenes.putRules([]);
  expect(scenes.acts().acts).toHaveLength(31);
  expect(scenes.acts().acts[0]).toMatchObject({ rule: 'party', ruleName: 'Party time', byName: null });
});

test('[SC119] rules are kept only upon the revision they were read with; a scene that is renamed makes another one', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  await scenes.putRules([rule()]);
  await scenes.connect({ address: obs.address });
  const { rules: read, automation } = scenes.revisions();
  const fenced = { ...scenes.automation(), fences: ['Celebration'] };
  await expect(scenes.putAutomation(fenced, automation)).resolves.toEqual(fenced);
  await expect(scenes.putAutomation(scenes.automation(), automation)).resolves.toMatchObject({ why: 'rules-changed' });
  obs.emit('SceneNameChanged', { oldSceneName: 'Celebration', sceneName: 'Party' });
  await vi.waitFor(() => expect(shownBy(scenes)).toBe('Party'));
  await expect(scenes.putRules([], read)).resolves.toMatchObject({ refused: true, why: 'rules-changed' });
  expect(shownBy(scenes)).toBe('Party');
  await scenes.putRules([], scenes.revisions().rules);
  expect(scenes.rules()).toEqual([]);
});

test('[SC120] a hold goes on over a restart, and returns also when its time ran out meanwhile', async () => {
  const kept = await store();
  const obs = await fakeObs();
  const first = await door(kept);
  await first.putRules([rule({ holdSeconds: 1 })]);
  await first.connect({ address: obs.address });
  gift(first, 's', 100);
  await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
  // Also without an orderly end it would be there.
  await vi.waitFor(async () =>
    expect(await readSetting(kept.db, 'me', 'scene-memory')).toMatchObject({ hold: { scene: 'Celebration' } }),
  );
  await first.close();
  const second = await door(kept, { clock: () => Date.now() + 20_000 });
  await vi.waitFor(() => expect(obs.program).toBe('Main'));
  await vi.waitFor(() => expect(second.status().acts.map(({ what }) => what)).toEqual(['returned', 'switched']));
  expect(second.traces()).toMatchObject([{ rule: 'party', entries: [{ what: 'returned' }, { what: 'switched' }] }]);
});

test('[SC136] a hold of a state, and the one on top of it, are kept over a restart with all that they return to', async () => {
  const kept = await store();
  const obs = await fakeObs();
  const first = await door(kept);
  const session = SceneRule.parse({
    ...{ id: 'session', name: 'In session', when: [{ match: 'all', conditions: [{ type: 'serving', on: true }] }] },
    actions: [{ type: 'show-scene', scene: 'Booking', hold: { seconds: 1, whileTrue: true } }],
  });
  await first.putRules([session, { ...rule({ holdSeconds: 1 }), priority: 5 }]);
  await first.connect({ address: obs.address });
  first.worldChanged({ serving: false });
  first.worldChanged({ serving: true });
  await vi.waitFor(() => expect(obs.program).toBe('Booking'));
  gift(first, 's', 100);
  await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
  await first.close();
  const second = await door(kept);
  second.worldChanged({ serving: true });
  await vi.waitFor(() => expect(obs.program).toBe('Booking'));
  await vi.waitFor(() =>
    expect(second.status().hold).toMatchObject({ rule: 'session', until: null, returnTo: 'Main' }),
  );
  second.worldChanged({ serving: false });
  await vi.waitFor(() => expect(obs.program).toBe('Main'));
});

test('[SC141] a rule that needs OBS is not tried without it, and one that shows words of its own is', async () => {
  const scenes = await door(await store());
  const words = SceneRule.parse({ ...rule({ id: 'words' }), actions: [{ type: 'alert', text: 'Welcome' }] });
  await scenes.putRules([rule(), words]);
  expect(await scenes.tryRule('party')).toMatchObject({ why: 'obs-not-connected' });
  expect(await scenes.tryRule('none-such')).toMatchObject({ why: 'not-found' });
  expect(await scenes.tryRule('words')).toMatchObject({ acts: [{ what: 'alerted' }], goesOn: false });
});

test('[SC165] who presses or tries a rule out is answered with what came of it, once OBS has answered', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  const button = { when: [{ match: 'all', conditions: [{ type: 'button' }] }] };
  const show = (id: string, scene: string, ...steps: unknown[]) =>
    SceneRule.parse({
      id,
      name: `To ${scene}`,
      ...button,
      actions: [{ type: 'show-scene', scene, hold: null }, ...steps],
    });
  await scenes.putRules([
    show('fenced', 'Booking'),
    show('gone', 'Nowhere'),
    show(
      'party',
      'Celebration',
      { type: 'output', of: 'record', on: true },
      { type: 'wait', seconds: 60 },
      { type: 'save-replay' },
    ),
  ]);
  await scenes.connect({ address: obs.address });
  await scenes.putAutomation({ ...scenes.automation(), fences: ['Booking'] });
  const left = (why: string) => ({ acts: [{ what: 'left-alone', why }], goesOn: false });
  expect(await scenes.press('fenced')).toMatchObject(left('fenced'));
  expect(await scenes.tryRule('gone')).toMatchObject(left('scene-missing'));
  expect(await scenes.press('party')).toMatchObject({
    acts: [
      { what: 'step-failed', why: 'not-allowed', step: 'output', ruleName: 'To Celebration' },
      { what: 'switched', scene: 'Celebration' },
    ],
    goesOn: true,
  });
  expect(obs.program).toBe('Celebration');
});

test('[SC120] after a restart a hold that is long over, or whose scene is not on any more, ends with a line that says so', async () => {
  for (const [later, scene, line] of [
    [120_000, 'Celebration', ['dropped', 'too-late']],
    [0, 'BRB', ['yielded', 'obs-came-back-elsewhere']],
  ] as const) {
    const kept = await store();
    const obs = await fakeObs();
    const first = await door(kept);
    await first.putRules([rule({ holdSeconds: 30 })]);
    await first.connect({ address: obs.address });
    gift(first, 's', 100);
    await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
    await vi.waitFor(() => expect(first.status().acts[0]?.what).toBe('switched'));
    await first.close();
    obs.program = scene;
    const second = await door(kept, { clock: () => Date.now() + later });
    await vi.waitFor(() => {
      const [newest] = second.status().acts;
      expect([newest?.what, newest?.why]).toEqual(line);
    });
    expect(obs.program).toBe(scene);
  }
});

test('[OB53] who tries another address and comes back has the password of the first still, and it went nowhere else', async () => {
  const scenes = await door(await store());
  const [mine, other] = [await fakeObs({ password: 'long enough' }), await fakeObs({ password: 'long enough' })];
  await scenes.connect({ address: mine.address, password: 'long enough' });
  await expect(scenes.connect({ address: other.address })).resolves.toMatchObject({
    state: 'wrong-password',
    cause: 'no-password',
  });
  await expect(scenes.connect({ address: mine.address })).resolves.toMatchObject({ state: 'connected' });
});
