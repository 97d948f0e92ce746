import OBSWebSocket from 'obs-websocket-js/json';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import type { Scenes } from '../../server/app/scenes.ts';
import { door, store } from '../app/scenes-on-disk.ts';
import { rule } from '../core/scenes/script.ts';
import { CANVAS, OBS_SCENES } from './obs-config.ts';
import { missingObs, RealObs } from './real-obs.ts';

const missing = missingObs();
if (missing && process.env['CI'] === 'true') throw new Error(`the tests against a real OBS: ${missing}`);

// The runner's short report leaves the names of skipped groups out.
if (missing) console.warn(`the tests against a real OBS are skipped: ${missing}`);

const PATIENT = { timeout: 10_000, interval: 10 };

describe.skipIf(missing !== null)(missing ? `skipped, ${missing}` : 'a real OBS', () => {
  let obs: RealObs;
  /** The human at OBS: a client of their own, of whom we know nothing. */
  let human: OBSWebSocket;

  beforeAll(async () => {
    obs = await RealObs.start();
  });
  afterAll(() => obs?.stop());
  beforeEach(async () => {
    human = new OBSWebSocket();
    await human.connect(obs.address, obs.password);
    await human.call('SetStudioModeEnabled', { studioModeEnabled: false });
    await human.call('SetCurrentProgramScene', { sceneName: 'Main' });
  });
  afterEach(() => human.disconnect());

  async function program(): Promise<string> {
    return (await human.call('GetCurrentProgramScene')).currentProgramSceneName;
  }

  /** OBS answers before the preview has changed. */
  async function putIntoPreview(sceneName: string): Promise<void> {
    await human.call('SetCurrentPreviewScene', { sceneName });
    const preview = async () => (await human.call('GetSceneList')).currentPreviewSceneName;
    await vi.waitFor(async () => expect(await preview()).toBe(sceneName), PATIENT);
  }

  async function connected(holdSeconds = 10): Promise<Scenes> {
    const scenes = await door(await store());
    await scenes.putRules([rule({ holdSeconds })]);
    const status = await scenes.connect({ address: obs.address, password: obs.password });
    expect(status.state).toBe('connected');
    return scenes;
  }

  function giftOf(scenes: Scenes, value: number): void {
    scenes.happened({ type: 'gift', key: 'streak', value, count: value, gift: 'Rose' }, Date.now());
  }

  test('[OB17] connects with its password, and lists the scenes as OBS does', async () => {
    const scenes = await connected();
    expect(scenes.status()).toMatchObject({ scene: 'Main', scenes: OBS_SCENES, automation: 'on', warnings: [] });
    expect(scenes.status().detail).toMatch(/^Connected to OBS \d+\./);
  });

  test('[OB2] a wrong password is called a wrong password by a real OBS too', async () => {
    const scenes = await door(await store());
    await expect(scenes.connect({ address: obs.address, password: 'not this one' })).resolves.toMatchObject({
      state: 'wrong-password',
    });
  });

  test('[SC1] a streak that gets there switches the program of a real OBS, which returns by itself', async () => {
    const scenes = await connected(0.7);
    giftOf(scenes, 99);
    giftOf(scenes, 120);
    await vi.waitFor(async () => expect(await program()).toBe('Celebration'), PATIENT);
    await vi.waitFor(async () => expect(await program()).toBe('Main'), PATIENT);
    await vi.waitFor(
      () => expect(scenes.status().acts.map((act) => act.what)).toEqual(['returned', 'switched']),
      PATIENT,
    );
    expect(scenes.status()).toMatchObject({ scene: 'Main', automation: 'on' });
  });

  test('[SC3] a human who switches a real OBS during the hold keeps the scene', async () => {
    const scenes = await connected(1.5);
    giftOf(scenes, 120);
    await vi.waitFor(async () => expect(await program()).toBe('Celebration'), PATIENT);
    await human.call('SetCurrentProgramScene', { sceneName: 'BRB' });
    await vi.waitFor(() => expect(scenes.status()).toMatchObject({ scene: 'BRB', automation: 'paused' }), PATIENT);
    expect(scenes.status().acts[0]).toMatchObject({ what: 'yielded', why: 'human-changed-scene' });
    expect(await program()).toBe('BRB');
  });

  test('[SC3] a human who switches a real OBS without a hold pauses automation, and leaving Studio Mode with another scene in its preview does not', async () => {
    const scenes = await connected(0.7);
    await human.call('SetStudioModeEnabled', { studioModeEnabled: true });
    await vi.waitFor(() => expect(scenes.status().studioMode).toBe(true), PATIENT);
    await putIntoPreview('Booking');
    await human.call('SetStudioModeEnabled', { studioModeEnabled: false });
    await vi.waitFor(() => expect(scenes.status().studioMode).toBe(false), PATIENT);
    giftOf(scenes, 120);
    await vi.waitFor(() => expect(scenes.status()).toMatchObject({ scene: 'Celebration', automation: 'on' }), PATIENT);
    await vi.waitFor(() => expect(scenes.status()).toMatchObject({ scene: 'Main', automation: 'on' }), PATIENT);
    await human.call('SetCurrentProgramScene', { sceneName: 'BRB' });
    await vi.waitFor(() => expect(scenes.status()).toMatchObject({ scene: 'BRB', automation: 'paused' }), PATIENT);
    expect(scenes.status().pause).toEqual({ until: expect.any(String), by: 'human' });
  });

  test('[OB7] a slow fade of our own is not taken for a human’s hand', async () => {
    await human.call('SetCurrentSceneTransition', { transitionName: 'Fade' });
    await human.call('SetCurrentSceneTransitionDuration', { transitionDuration: 400 });
    const ended = new Promise((resolve) => human.once('SceneTransitionEnded', resolve));
    const scenes = await connected(1);
    giftOf(scenes, 120);
    await ended;
    await vi.waitFor(() => expect(scenes.status().acts[0]?.what).toBe('returned'), PATIENT);
    await human.call('SetCurrentSceneTransition', { transitionName: 'Cut' });
    expect(scenes.status()).toMatchObject({ scene: 'Main', automation: 'on' });
  });

  test('[OB8] in Studio Mode a real OBS gets the scene as preview, and its program stays', async () => {
    const scenes = await connected();
    await human.call('SetStudioModeEnabled', { studioModeEnabled: true });
    await vi.waitFor(() => expect(scenes.status().studioMode).toBe(true), PATIENT);
    giftOf(scenes, 120);
    await vi.waitFor(async () => {
      const { currentPreviewSceneName } = await human.call('GetCurrentPreviewScene');
      expect(currentPreviewSceneName).toBe('Celebration');
    }, PATIENT);
    expect(await program()).toBe('Main');
    await vi.waitFor(
      () => expect(scenes.status().acts[0]).toMatchObject({ what: 'staged', why: 'studio-mode' }),
      PATIENT,
    );
    await human.call('SetStudioModeEnabled', { studioModeEnabled: false });
    await vi.waitFor(() => expect(scenes.status().studioMode).toBe(false), PATIENT);
    expect(scenes.status()).toMatchObject({ automation: 'on', scene: 'Main' });
  });

  test('[SC42] [OB32] in Studio Mode a rule that cuts switches a real OBS and returns, but not while the preview is in use', async () => {
    const scenes = await connected(0.5);
    await scenes.putRules([{ ...rule({ holdSeconds: 0.5 }), studioMode: 'cut' }]);
    await human.call('SetStudioModeEnabled', { studioModeEnabled: true });
    await putIntoPreview('BRB');
    await vi.waitFor(() => expect(scenes.status().studioMode).toBe(true), PATIENT);
    giftOf(scenes, 120);
    await vi.waitFor(() => expect(scenes.status().acts[0]?.why).toBe('preview-in-use'), PATIENT);
    expect((await human.call('GetCurrentPreviewScene')).currentPreviewSceneName).toBe('BRB');
    await putIntoPreview('Main');
    scenes.happened({ type: 'gift', key: 'another', value: 120, count: 1, gift: 'Rose' }, Date.now());
    await vi.waitFor(async () => expect(await program()).toBe('Celebration'), PATIENT);
    await vi.waitFor(() => expect(scenes.status().acts[0]?.what).toBe('returned'), PATIENT);
    expect(await program()).toBe('Main');
    expect(scenes.status().automation).toBe('on');
    await human.call('SetStudioModeEnabled', { studioModeEnabled: false });
  });

  test('[OB30] steps of a rule are done by a real OBS, and a source that is not there is said', async () => {
    const scenes = await connected();
    const steps = [
      { type: 'transition', transition: 'Fade', milliseconds: 300 },
      { type: 'mute', input: 'Nobody', muted: true },
    ] as const;
    await scenes.putRules([{ ...rule(), actions: [...steps] }]);
    giftOf(scenes, 120);
    await vi.waitFor(
      () => expect(scenes.status().acts[0]).toMatchObject({ what: 'step-failed', why: 'not-found' }),
      PATIENT,
    );
    const { transitionName } = await human.call('GetCurrentSceneTransition');
    expect(transitionName).toBe('Fade');
    expect(scenes.traces()[0]?.entries.map(({ why }) => why)).toContain('transition');
    await human.call('SetCurrentSceneTransition', { transitionName: 'Cut' });
  });

  test('[OB13] adding the stage to an OBS without browser sources is a refusal with the canvas’s size', async () => {
    const scenes = await connected();
    const { inputKinds } = await human.call('GetInputKindList');
    const placed = await scenes.addStage('http://127.0.0.1:4747/stage/#token');
    if (inputKinds.includes('browser_source')) expect(placed).toMatchObject({ placed: 'added', ...CANVAS });
    else expect(placed).toEqual({ refused: true, why: 'no-browser-source', size: CANVAS });
  });

  test('[OB5] a frozen OBS is found frozen, and is back by itself when it goes on', async () => {
    const scenes = await connected();
    obs.freeze();
    await vi.waitFor(() => expect(scenes.status().state).toBe('frozen'), PATIENT);
    giftOf(scenes, 120);
    obs.thaw();
    await vi.waitFor(() => expect(scenes.status().state).toBe('connected'), PATIENT);
  });

  test('[OB3] an OBS that is killed and started again is connected within 2 seconds', async () => {
    const scenes = await connected();
    await obs.crash();
    await vi.waitFor(() => expect(scenes.status().state).toBe('refused'), PATIENT);
    await obs.launch();
    const back = Date.now();
    await vi.waitFor(() => expect(scenes.status().state).toBe('connected'), PATIENT);
    expect(Date.now() - back).toBeLessThan(2000);
    expect(scenes.status().scenes).toEqual(OBS_SCENES);
  });
});
