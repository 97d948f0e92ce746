import OBSWebSocket from 'obs-websocket-js/json';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import type { Scenes } from '../../server/app/scenes.ts';
import { SceneAutomation, SceneRule } from '../../shared/scene-rules.ts';
import { door, store } from '../app/scenes-on-disk.ts';
import { OBS_GROUP } from './obs-config.ts';
import { missingObs, RealObs } from './real-obs.ts';

const missing = missingObs();
/** A recording of a software encoder takes up to ten seconds to end. */
const PATIENT = { timeout: 30_000, interval: 20 };

/** A step, and how a human sees in OBS that it was done. */
interface Case {
  readonly action: object;
  readonly before?: () => Promise<unknown>;
  readonly seen: () => Promise<unknown>;
  readonly is: unknown;
}

describe.skipIf(missing !== null)(missing ? `skipped, ${missing}` : 'steps of rules in a real OBS', () => {
  let obs: RealObs;
  /** The human at OBS: a client of their own, of whom we know nothing. */
  const human = new OBSWebSocket();
  const heard: string[] = [];

  beforeAll(async () => {
    obs = await RealObs.start();
    await human.connect(obs.address, obs.password);
    human.on('MediaInputActionTriggered', ({ mediaAction }) => void heard.push(mediaAction));
    human.on('ReplayBufferSaved', () => void heard.push('replay'));
    const input = (inputName: string, inputKind: string, inputSettings: Record<string, string | boolean>) =>
      human.call('CreateInput', { sceneName: 'Main', inputName, inputKind, inputSettings });
    await input('Label', 'text_ft2_source_v2', { text: 'before' });
    await input('Jingle', 'ffmpeg_source', { is_local_file: true, local_file: '' });
    await input('Poster', 'image_source', {});
    await human.call('CreateSourceFilter', { sourceName: 'Label', filterName: 'Blur', filterKind: 'color_filter_v2' });
  });
  afterAll(async () => {
    await human.disconnect();
    await obs?.stop();
  });

  async function connected(actions: ReadonlyArray<object>): Promise<Scenes> {
    const scenes = await door(await store());
    await scenes.putAutomation(SceneAutomation.parse({ mayStream: true, mayRecord: true }));
    const when = [{ match: 'all', conditions: [{ type: 'button' }] }];
    await scenes.putRules(
      actions.map((action, at) => SceneRule.parse({ id: `${at}`, name: `${at}`, when, actions: [action] })),
    );
    const { state } = await scenes.connect({ address: obs.address, password: obs.password });
    expect(state).toBe('connected');
    return scenes;
  }

  async function isVisible(): Promise<boolean> {
    const { sceneItemId } = await human.call('GetSceneItemId', { sceneName: 'Main', sourceName: 'Label' });
    return (await human.call('GetSceneItemEnabled', { sceneName: 'Main', sceneItemId })).sceneItemEnabled;
  }
  async function filterOn(): Promise<boolean> {
    return (await human.call('GetSourceFilter', { sourceName: 'Label', filterName: 'Blur' })).filterEnabled;
  }
  const muted = async () => (await human.call('GetInputMute', { inputName: 'Jingle' })).inputMuted;
  const recording = async () => (await human.call('GetRecordStatus')).outputActive;
  const newest = async () => heard.at(-1);
  const setting = (inputName: string, key: string) => async () =>
    (await human.call('GetInputSettings', { inputName })).inputSettings[key];
  async function badgeVisible(): Promise<boolean> {
    const badge = { sceneName: OBS_GROUP.name, sourceName: OBS_GROUP.source };
    const { sceneItemId } = await human.call('GetSceneItemId', badge);
    return (await human.call('GetSceneItemEnabled', { sceneName: OBS_GROUP.name, sceneItemId })).sceneItemEnabled;
  }
  async function groupVisible(): Promise<boolean> {
    const { sceneItemId } = await human.call('GetSceneItemId', { sceneName: 'BRB', sourceName: OBS_GROUP.name });
    return (await human.call('GetSceneItemEnabled', { sceneName: 'BRB', sceneItemId })).sceneItemEnabled;
  }
  const show = (source: string, visible: boolean) => ({ type: 'source', scene: 'BRB', source, visible });
  const media = (act: string, word: string): Case => ({
    action: { type: 'media', input: 'Jingle', act },
    seen: newest,
    is: `OBS_WEBSOCKET_MEDIA_INPUT_ACTION_${word}`,
  });

  const CASES: ReadonlyArray<Case> = [
    { action: { type: 'source', scene: 'Main', source: 'Label', visible: false }, seen: isVisible, is: false },
    { action: { type: 'source', scene: 'Main', source: 'Label', visible: true }, seen: isVisible, is: true },
    { action: show(OBS_GROUP.source, false), seen: badgeVisible, is: false },
    { action: show(OBS_GROUP.source, true), seen: badgeVisible, is: true },
    { action: show(OBS_GROUP.name, false), seen: groupVisible, is: false },
    { action: { type: 'text', input: 'Label', text: 'Thanks' }, seen: setting('Label', 'text'), is: 'Thanks' },
    {
      action: { type: 'media-file', input: 'Poster', file: '/media/poster.png' },
      seen: setting('Poster', 'file'),
      is: '/media/poster.png',
    },
    {
      action: { type: 'media-file', input: 'Jingle', file: '/media/jingle.mp3' },
      seen: setting('Jingle', 'local_file'),
      is: '/media/jingle.mp3',
    },
    media('play', 'PLAY'),
    media('pause', 'PAUSE'),
    media('restart', 'RESTART'),
    media('stop', 'STOP'),
    { action: { type: 'filter', source: 'Label', filter: 'Blur', on: false }, seen: filterOn, is: false },
    { action: { type: 'filter', source: 'Label', filter: 'Blur', on: true }, seen: filterOn, is: true },
    { action: { type: 'mute', input: 'Jingle', muted: true }, seen: muted, is: true },
    { action: { type: 'mute', input: 'Jingle', muted: false }, seen: muted, is: false },
    {
      action: { type: 'transition', transition: 'Fade', milliseconds: 450 },
      seen: async () => {
        const { transitionName, transitionDuration } = await human.call('GetCurrentSceneTransition');
        return `${transitionName} ${transitionDuration}`;
      },
      is: 'Fade 450',
    },
    {
      action: { type: 'save-replay' },
      before: async () => {
        await human.call('StartReplayBuffer');
        await vi.waitFor(
          async () => expect((await human.call('GetReplayBufferStatus')).outputActive).toBe(true),
          PATIENT,
        );
      },
      seen: newest,
      is: 'replay',
    },
    { action: { type: 'output', of: 'record', on: true }, seen: recording, is: true },
    { action: { type: 'output', of: 'record', on: false }, seen: recording, is: false },
    {
      action: { type: 'hotkey', hotkey: 'libobs.mute' },
      seen: muted,
      is: true,
    },
    {
      action: { type: 'stage-scene', scene: 'BRB' },
      before: () => human.call('SetStudioModeEnabled', { studioModeEnabled: true }),
      seen: async () => {
        const { currentPreviewSceneName, currentProgramSceneName } = await human.call('GetSceneList');
        return [currentProgramSceneName, currentPreviewSceneName];
      },
      is: ['Main', 'BRB'],
    },
  ];

  test('[OB44] each step of a rule is done by a real OBS', async () => {
    const scenes = await connected(CASES.map(({ action }) => action));
    for (const [at, { action, before, seen, is }] of CASES.entries()) {
      await before?.();
      void scenes.press(`${at}`);
      const what = JSON.stringify(action);
      await vi.waitFor(async () => expect(await seen(), what).toEqual(is), PATIENT);
    }
    expect(scenes.status().acts.map(({ what, why }) => `${what} ${why}`)).toEqual(['staged studio-mode']);
  });

  test('[OB45] a real OBS tells what steps can name', async () => {
    const names = await (await connected([{ type: 'save-replay' }])).obsNames();
    expect(names.inputs).toEqual(expect.arrayContaining(['Label', 'Jingle', 'Poster']));
    expect(names.transitions).toEqual(expect.arrayContaining(['Cut', 'Fade']));
    expect(names.sources['BRB']).toEqual(['color of BRB', OBS_GROUP.name, OBS_GROUP.source]);
    expect(names.sources['Main']).toEqual(expect.arrayContaining(['Label', 'Jingle']));
    expect(names.filters).toEqual({ Label: ['Blur'] });
    expect(names.hotkeys).toContain('OBSBasic.Screenshot');
    expect(names.hotkeys.filter((hotkey) => /streaming|recording|selectscene/i.test(hotkey))).toEqual([]);
  });

  test('[SC132] a source of a real OBS that takes no file is said', async () => {
    const scenes = await connected([{ type: 'media-file', input: 'Label', file: '/media/poster.png' }]);
    void scenes.press('0');
    const failed = { what: 'step-failed', why: 'no-file-input' };
    await vi.waitFor(() => expect(scenes.status().acts[0]).toMatchObject(failed), PATIENT);
  });

  test('[OB44] a chapter is set where this OBS has chapters, and else said to be beyond it', async () => {
    const { availableRequests } = await human.call('GetVersion');
    const scenes = await connected([{ type: 'chapter', name: 'Gift' }]);
    void scenes.press('0');
    const why = availableRequests.includes('CreateRecordChapter') ? 'obs-refused' : 'not-in-this-obs';
    await vi.waitFor(() => expect(scenes.status().acts[0]).toMatchObject({ what: 'step-failed', why }), PATIENT);
  });
});
