import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import OBSWebSocket from 'obs-websocket-js/json';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { decode } from '../../scripts/pictures/png.ts';
import type { Scenes } from '../../server/app/scenes.ts';
import { SceneAutomation, SceneRule } from '../../shared/scene-rules.ts';
import { door, store } from '../app/scenes-on-disk.ts';
import { rule } from '../core/scenes/script.ts';
import { OBS_SCENES } from './obs-config.ts';
import { missingObs, RealObs } from './real-obs.ts';

const missing = missingObs();
const PATIENT = { timeout: 10_000, interval: 20 };
/** The colour that each scene is filled with, as OBS paints it. */
const COLOURS: Readonly<Record<string, readonly number[]>> = {
  Main: [255, 0, 0],
  Celebration: [0, 255, 0],
  Booking: [0, 0, 255],
  BRB: [128, 128, 128],
};

describe.skipIf(missing !== null)(missing ? `skipped, ${missing}` : 'scenes of a real OBS', () => {
  let obs: RealObs;
  /** The human at OBS: a client of their own, of whom we know nothing. */
  let human: OBSWebSocket;
  let streaks = 0;

  beforeAll(async () => {
    obs = await RealObs.start();
  });
  afterAll(() => obs?.stop());
  beforeEach(async () => {
    human = new OBSWebSocket();
    await human.connect(obs.address, obs.password);
    await human.call('SetCurrentProgramScene', { sceneName: 'Main' });
  });
  afterEach(() => human.disconnect());

  async function connected(rules: ReadonlyArray<SceneRule>): Promise<Scenes> {
    const scenes = await door(await store());
    await scenes.putRules(rules);
    const { state } = await scenes.connect({ address: obs.address, password: obs.password });
    expect(state).toBe('connected');
    return scenes;
  }

  function giftOf(scenes: Scenes, value: number): void {
    streaks += 1;
    const key = `streak-${streaks}`;
    scenes.happened({ type: 'gift', key, value, count: 1, gift: 'Rose' }, Date.now());
  }

  /** What OBS itself has on program: it is asked for a picture of its output, which it writes into a file. */
  async function pictured(): Promise<string | undefined> {
    for (const old of await readdir(obs.pictures)) await rm(join(obs.pictures, old));
    await human.call('TriggerHotkeyByName', { hotkeyName: 'OBSBasic.Screenshot' });
    const pixel = await vi.waitFor(async () => {
      const [file] = await readdir(obs.pictures);
      if (!file) throw new Error('no picture yet');
      return decode(await readFile(join(obs.pictures, file))).bytes;
    }, PATIENT);
    const isNear = (colour: readonly number[]) => colour.every((part, at) => Math.abs(part - (pixel[at] ?? 0)) < 12);
    return Object.entries(COLOURS).find(([, colour]) => isNear(colour))?.[0];
  }

  /** A scene that OBS has told of is drawn with its next frame. */
  function shows(scene: string): Promise<void> {
    return vi.waitFor(async () => expect(await pictured()).toBe(scene), PATIENT);
  }

  test('[OB34] a picture of OBS’s own output shows the scene that a rule has put on, and the way back', async () => {
    const scenes = await connected([rule({ holdSeconds: 3 })]);
    await shows('Main');
    giftOf(scenes, 120);
    await vi.waitFor(() => expect(scenes.status().scene).toBe('Celebration'), PATIENT);
    await shows('Celebration');
    await vi.waitFor(() => expect(scenes.status().acts[0]?.what).toBe('returned'), PATIENT);
    await shows('Main');
  });

  test('[OB46] a picture of OBS’s own output shows the scene of a session while it runs, also after another rule had it, and the way back', async () => {
    const session = SceneRule.parse({
      ...{ id: 'session', name: 'In session', crossesFences: true },
      when: [{ match: 'all', conditions: [{ type: 'serving', on: true, paid: true }] }],
      actions: [{ type: 'show-scene', scene: 'Booking', hold: { seconds: 1, whileTrue: true } }],
    });
    const higher = { ...rule({ holdSeconds: 1 }), priority: 5, crossesFences: true };
    const scenes = await connected([session, higher, { ...rule({ id: 'plain', scene: 'BRB' }), priority: 9 }]);
    await scenes.putAutomation(SceneAutomation.parse({ fences: ['Booking'] }));
    const seen: string[] = [];
    human.on('CurrentProgramSceneChanged', ({ sceneName }) => void seen.push(sceneName));
    scenes.worldChanged({ serving: true, servingPaid: false });
    scenes.worldChanged({ servingPaid: true });
    await shows('Booking');
    giftOf(scenes, 120);
    await vi.waitFor(() => expect(seen).toEqual(['Booking', 'Celebration', 'Booking']), PATIENT);
    await shows('Booking');
    scenes.worldChanged({ serving: false, servingPaid: false });
    await shows('Main');
    expect(scenes.status().acts[0]).toMatchObject({ what: 'returned', rule: 'session' });
    expect(scenes.traces().find((trace) => trace.rule === 'plain')?.entries[0]).toMatchObject({ why: 'fenced' });
  });

  test('[OB35] of rules that fire at once in a storm of a hundred gifts one has the scene, and a fenced one is never on', async () => {
    const high = { ...rule({ id: 'high', scene: 'Booking', diamonds: 100, holdSeconds: 2 }), priority: 9 };
    const fenced = { ...rule({ id: 'fenced', scene: 'BRB', diamonds: 100 }), priority: 50 };
    const scenes = await connected([rule({ holdSeconds: 2 }), high, fenced]);
    await scenes.putAutomation(SceneAutomation.parse({ fences: ['BRB'] }));
    const seen: string[] = [];
    human.on('CurrentProgramSceneChanged', ({ sceneName }) => void seen.push(sceneName));
    for (let at = 0; at < 100; at++) giftOf(scenes, 150);
    await vi.waitFor(() => expect(scenes.status().acts[0]?.what).toBe('returned'), PATIENT);
    await vi.waitFor(() => expect(seen).toEqual(['Booking', 'Main']), PATIENT);
    await shows('Main');
    expect(scenes.traces().find((trace) => trace.rule === 'fenced')?.entries[0]).toMatchObject({ why: 'fenced' });
  });

  test('[OB36] a hundred switches of ours at once are none of a human’s, and the last is on', async () => {
    const rules = OBS_SCENES.flatMap((scene, at) => [
      SceneRule.parse({
        ...{ id: scene, name: scene, when: [{ match: 'all', conditions: [{ type: 'button' }] }], priority: at },
        actions: [{ type: 'show-scene', scene, hold: null }],
      }),
    ]);
    const scenes = await connected(rules);
    // Two scenes in turns, so that each press has something to switch.
    for (let at = 0; at < 100; at++) void scenes.press(at % 2 === 0 ? 'Booking' : 'Celebration');
    void scenes.press('BRB');
    await vi.waitFor(async () => {
      expect((await human.call('GetCurrentProgramScene')).currentProgramSceneName).toBe('BRB');
      expect(scenes.status().scene).toBe('BRB');
    }, PATIENT);
    await shows('BRB');
    // A human would have been told by now: OBS answers after the events before it.
    await human.call('GetVersion');
    expect(scenes.status()).toMatchObject({ automation: 'on', pause: null, scene: 'BRB' });
    expect(scenes.status().acts.every(({ what }) => what !== 'yielded')).toBe(true);
  });

  test('[OB37] another scene collection during a hold ends it without a return, and its scenes are known', async () => {
    const scenes = await connected([rule({ holdSeconds: 60 })]);
    giftOf(scenes, 120);
    await vi.waitFor(() => expect(scenes.status().scene).toBe('Celebration'), PATIENT);
    await human.call('CreateSceneCollection', { sceneCollectionName: 'Other' });
    await vi.waitFor(() => expect(scenes.status().acts[0]?.why).toBe('collection-changed'), PATIENT);
    expect(scenes.status()).toMatchObject({ state: 'connected', automation: 'on', scene: 'Scene', scenes: ['Scene'] });
    giftOf(scenes, 120);
    await vi.waitFor(() => expect(scenes.status().acts[0]?.why).toBe('scene-missing'), PATIENT);
    await human.call('SetCurrentSceneCollection', { sceneCollectionName: 'Test' });
    await vi.waitFor(() => expect(scenes.status().scenes).toEqual(OBS_SCENES), PATIENT);
    expect(scenes.status().automation).toBe('on');
    expect(scenes.rules()).toEqual([rule({ holdSeconds: 60 })]);
  });

  test('[OB43] a scene that is renamed is followed, and one renamed while nobody looked is found again by its id, or said to be gone', async () => {
    const kept = await store();
    const first = await door(kept);
    await first.putRules([rule({ holdSeconds: 60 })]);
    await first.connect({ address: obs.address, password: obs.password });
    const rename = (sceneName: string, newSceneName: string) => human.call('SetSceneName', { sceneName, newSceneName });
    await rename('Celebration', 'Party');
    await vi.waitFor(() => expect(first.rules()[0]?.actions[0]).toMatchObject({ scene: 'Party' }), PATIENT);
    await first.close();
    await rename('Party', 'Celebration');
    const second = await door(kept);
    await vi.waitFor(() => expect(second.status().state).toBe('connected'), PATIENT);
    const { scenes } = await human.call('GetSceneList');
    const hasIds = scenes.every((scene) => typeof scene['sceneUuid'] === 'string');
    const trouble = hasIds ? { scene: 'Party', why: 'renamed', to: 'Celebration' } : { scene: 'Party', why: 'gone' };
    expect(second.status().troubles).toMatchObject([trouble]);
  });

  test('[OB38] an OBS that dies during a hold and comes back elsewhere is not led back, and rules go on', async () => {
    // One that has saved nothing since its start: what a crash leaves on is what was on then.
    await obs.stop();
    obs = await RealObs.start();
    const scenes = await connected([rule({ holdSeconds: 60 })]);
    giftOf(scenes, 120);
    await vi.waitFor(() => expect(scenes.status().scene).toBe('Celebration'), PATIENT);
    await obs.crash();
    await vi.waitFor(() => expect(scenes.status().state).not.toBe('connected'), PATIENT);
    await obs.launch();
    await vi.waitFor(() => expect(scenes.status().state).toBe('connected'), PATIENT);
    await human.connect(obs.address, obs.password);
    const { currentProgramSceneName: on } = await human.call('GetCurrentProgramScene');
    expect(on).toBe('Main');
    expect(scenes.status().acts[0]).toMatchObject({ what: 'yielded', why: 'obs-came-back-elsewhere' });
    giftOf(scenes, 120);
    await vi.waitFor(() => expect(scenes.status().scene).toBe('Celebration'), PATIENT);
    await shows('Celebration');
  });
});
