import { expect, test, vi } from 'vitest';
import type { Scenes } from '../../server/app/scenes.ts';
import type { ObsListener, ObsPort } from '../../server/core/scenes/obs-port.ts';
import { readSetting, writeSetting } from '../../server/store/settings.ts';
import { SceneRule, toGiftRule } from '../../shared/scene-rules.ts';
import { rule } from '../core/scenes/script.ts';
import { fakeObs } from '../obs/listening.ts';
import { door, secretBox, store } from './scenes-on-disk.ts';

function gift(scenes: Scenes, key: string, value: number): void {
  scenes.happened({ type: 'gift', key, value, count: value, gift: 'Rose' }, Date.now());
}

function shownBy(scenes: Scenes): string | undefined {
  const action = scenes.rules()[0]?.actions[0];
  return action?.type === 'show-scene' ? action.scene : undefined;
}

test('[SC17] rules, address and sealed password outlive a restart, and the connection is made again', async () => {
  const kept = await store();
  const obs = await fakeObs({ password: 'long enough' });
  const first = await door(kept);
  expect(first.status()).toMatchObject({ state: 'off', automation: 'off', address: 'ws://127.0.0.1:4455', scenes: [] });
  await first.putRules([rule()]);
  const verdict = await first.connect({ address: obs.address, password: 'long enough' });
  expect(verdict).toMatchObject({ state: 'connected', automation: 'on', scene: 'Main' });
  expect(JSON.stringify(await readSetting(kept.db, 'me', 'obs'))).not.toContain('long enough');
  await first.close();
  const second = await door(kept);
  expect(second.rules()).toEqual([rule()]);
  await vi.waitFor(() => expect(second.status().state).toBe('connected'));
  await second.disconnect();
  await second.close();
  const third = await door(kept);
  expect(third.status()).toMatchObject({ state: 'off', address: obs.address });
  expect(third.passwordSet()).toBe(true);
  await expect(third.connect({})).resolves.toMatchObject({ state: 'connected' });
});

test('[SC17] a kept password is never sent to another address', async () => {
  const scenes = await door(await store());
  const [mine, other] = [await fakeObs({ password: 'long enough' }), await fakeObs({ password: 'long enough' })];
  await scenes.connect({ address: mine.address, password: 'long enough' });
  await expect(scenes.connect({ address: other.address })).resolves.toMatchObject({ state: 'wrong-password' });
  expect(scenes.passwordSet()).toBe(false);
});

test('[SC17] a password that can no longer be opened counts as none', async () => {
  const kept = await store();
  await (await door(kept)).connect({
    address: (await fakeObs({ password: 'long enough' })).address,
    password: 'long enough',
  });
  const lost = {
    ...secretBox,
    open: () => {
      throw new Error('another key');
    },
  };
  const scenes = await door(kept, { secretBox: lost });
  expect(scenes.passwordSet()).toBe(false);
  await vi.waitFor(() => expect(scenes.status().state).toBe('wrong-password'));
});

test('[SC17] the environment names the OBS before the studio does', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store(), { environment: { address: obs.address, password: null } });
  await vi.waitFor(() => expect(scenes.status()).toMatchObject({ state: 'connected', warnings: ['no-password'] }));
});

test('[SC1] a streak that gets there switches OBS, and OBS returns when the time is over', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  await scenes.putRules([rule({ holdSeconds: 0.5 })]);
  await scenes.connect({ address: obs.address });
  gift(scenes, 's', 50);
  gift(scenes, 's', 150);
  await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
  await vi.waitFor(() => expect(scenes.status().scene).toBe('Celebration'));
  await vi.waitFor(() => expect(obs.program).toBe('Main'), 2000);
  await vi.waitFor(() => expect(scenes.status().acts.map((act) => act.what)).toEqual(['returned', 'switched']));
});

test('[SC3] a human who takes the scene keeps it', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  await scenes.putRules([rule({ holdSeconds: 0.5 })]);
  await scenes.connect({ address: obs.address });
  gift(scenes, 's', 150);
  await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
  obs.humanSwitches('BRB');
  await vi.waitFor(() => expect(scenes.status()).toMatchObject({ automation: 'paused', scene: 'BRB' }));
  await expect(scenes.resume()).resolves.toMatchObject({ automation: 'on' });
  await expect(scenes.pause()).resolves.toMatchObject({ automation: 'paused' });
  expect(obs.requests('SetCurrentProgramScene')).toHaveLength(1);
});

test('[SC13] a rule follows a scene that is renamed in OBS, over a restart too', async () => {
  const kept = await store();
  const obs = await fakeObs();
  const scenes = await door(kept);
  await scenes.putRules([rule()]);
  await scenes.connect({ address: obs.address });
  obs.emit('SceneNameChanged', { oldSceneName: 'Celebration', sceneName: 'Party' });
  await vi.waitFor(() => expect(shownBy(scenes)).toBe('Party'));
  await scenes.close();
  expect(shownBy(await door(kept))).toBe('Party');
});

test('[SC13] a rule under its new scene name is told when it is kept, not before', async () => {
  const kept = await store();
  const obs = await fakeObs();
  const scenes = await door(kept);
  await scenes.putRules([rule()]);
  await scenes.connect({ address: obs.address });
  const inStore: Promise<unknown>[] = [];
  scenes.onChange(() => {
    if (shownBy(scenes) === 'Party') inStore.push(readSetting(kept.db, 'me', 'scene-rules'));
  });
  obs.emit('SceneNameChanged', { oldSceneName: 'Celebration', sceneName: 'Party' });
  await vi.waitFor(() => expect(inStore.length).toBeGreaterThan(0));
  for (const rules of await Promise.all(inStore)) expect(rules).toMatchObject([{ show: { scene: 'Party' } }]);
});

test('[SC19] a pause by hand outlives a restart, and so does its end', async () => {
  const kept = await store();
  const obs = await fakeObs();
  const first = await door(kept);
  await first.connect({ address: obs.address });
  await first.pause();
  await first.close();
  const second = await door(kept);
  await vi.waitFor(() => expect(second.status()).toMatchObject({ state: 'connected', automation: 'paused' }));
  await second.resume();
  await second.close();
  const third = await door(kept);
  await vi.waitFor(() => expect(third.status()).toMatchObject({ state: 'connected', automation: 'on' }));
});

test('[SC15] a wish that runs into a fault of ours is listed as failed, logged, and leaves no hold behind', async () => {
  const bug = new Error('a bug of the connection');
  const faults: unknown[] = [];
  const connectObs = (listener: ObsListener): ObsPort => ({
    connect: () =>
      listener.fact({ type: 'connected', scenes: ['Main', 'Celebration'], scene: 'Main', studioMode: false }),
    disconnect: () => Promise.resolve(),
    want: () => Promise.reject(bug),
    do: () => Promise.reject(bug),
    placeStage: () => Promise.resolve({ refused: true, why: 'obs-failed', size: null }),
    names: () => Promise.reject(bug),
    refreshStage: () => Promise.resolve(0),
  });
  const environment = { address: 'ws://127.0.0.1:4455', password: null };
  const onFault = (error: unknown) => faults.push(error);
  const scenes = await door(await store(), { connectObs, environment, onFault });
  await scenes.putRules([rule()]);
  for (const key of ['one', 'two']) {
    gift(scenes, key, 150);
    await vi.waitFor(() => expect(faults.length).toBe(key === 'one' ? 1 : 2));
  }
  // A hold that was left behind would have kept the second gift from being tried.
  expect(scenes.status().acts.map(({ what, why }) => [what, why])).toEqual(Array(2).fill(['failed', 'fault']));
});

test('[SC20] the first try that OBS hangs up on is the verdict, and a connect during the tries gets one of its own', async () => {
  const obs = await fakeObs();
  obs.busy = true;
  const scenes = await door(await store());
  const busy = await scenes.connect({ address: obs.address });
  expect(busy).toMatchObject({ state: 'connecting', detail: expect.stringMatching(/^OBS is busy/) });
  expect(obs.identified).toHaveLength(1);
  obs.busy = false;
  await expect(scenes.connect({})).resolves.toMatchObject({ state: 'connected' });
});

test('[SC18] two rules with one id are refused, and the old rules stay', async () => {
  const scenes = await door(await store());
  await scenes.putRules([rule()]);
  await expect(scenes.putRules([rule(), rule({ id: 'b' }), rule()])).resolves.toEqual({
    refused: true,
    why: 'bad-input',
    issues: [{ path: '2.id', message: 'is used by another rule' }],
  });
  expect(scenes.rules()).toHaveLength(1);
});

test('[SC31] going back to an older Cuedesk keeps what that can say; what it changed stands, what it cannot say waits', async () => {
  const kept = await store();
  const first = await door(kept);
  const follow = SceneRule.parse({
    ...{ id: 'follow', name: 'follow' },
    when: [{ match: 'all', conditions: [{ type: 'follow' }] }],
    actions: [{ type: 'save-replay' }],
  });
  await first.putRules([rule(), follow]);
  await first.close();
  const old = await readSetting(kept.db, 'me', 'scene-rules');
  expect(old).toEqual([toGiftRule(rule())]);
  const second = await door(kept);
  expect(second.rules()).toEqual([rule(), follow]);
  await second.close();
  // As the older one writes them.
  await writeSetting(kept.db, 'me', 'scene-rules', [{ ...toGiftRule(rule()), name: 'edited' }], 0);
  expect((await door(kept)).rules()).toEqual([{ ...rule(), name: 'edited' }, follow]);
});

test('[SC41] how automation behaves outlives a restart, and the status tells until when it is paused', async () => {
  const kept = await store();
  const obs = await fakeObs();
  const first = await door(kept);
  await first.putRules([rule()]);
  await first.putAutomation({ ...first.automation(), pauseSeconds: 30, fences: ['BRB'] });
  await first.close();
  const scenes = await door(kept);
  expect(scenes.automation()).toMatchObject({ pauseSeconds: 30, fences: ['BRB'] });
  await scenes.connect({ address: obs.address });
  obs.humanSwitches('Booking');
  await vi.waitFor(() => expect(scenes.status().pause).toEqual({ until: expect.any(String), by: 'human' }));
  expect((await scenes.resume()).pause).toBeNull();
});

test('[SC49] every scene that comes on is told once, with who brought it and why', async () => {
  const obs = await fakeObs();
  const told: string[] = [];
  const scenes = await door(await store(), {
    onSceneChange: ({ scene, by, why, ruleName }) => void told.push(`${scene} ${by} ${why} ${ruleName}`),
  });
  await scenes.putRules([rule({ holdSeconds: 0.5 })]);
  await scenes.connect({ address: obs.address });
  gift(scenes, 's', 150);
  await vi.waitFor(() => expect(scenes.status().acts[0]?.what).toBe('returned'), 3000);
  obs.humanSwitches('BRB');
  await vi.waitFor(() => expect(scenes.status().scene).toBe('BRB'));
  expect(told).toEqual([
    'Main obs obs-connected null',
    'Celebration rule rule-fired party',
    'Main rule hold-over party',
    'BRB hand human-changed-scene null',
  ]);
});
