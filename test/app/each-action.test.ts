import { expect, test, vi } from 'vitest';
import { ALLOWED_REQUESTS } from '../../server/obs/requests.ts';
import { SceneAction } from '../../shared/scene-actions.ts';
import { SceneAutomation, SceneRule } from '../../shared/scene-rules.ts';
import { fakeObs } from '../obs/listening.ts';
import { door, store } from './scenes-on-disk.ts';

const QUICK = { timeout: 2000, interval: 3 };

/** A request of OBS that changes something, with what it is given. */
type Asked = readonly [request: string, data: Record<string, unknown>];

interface Case {
  readonly action: object;
  readonly asks: ReadonlyArray<Asked>;
  /** What is done by Cuedesk itself. */
  readonly own?: object;
  readonly studioMode?: true;
}

const hold = { seconds: 60 };
const media = (act: string, word: string): Case => ({
  action: { type: 'media', input: 'Jingle', act },
  asks: [['TriggerMediaInputAction', { inputName: 'Jingle', mediaAction: `OBS_WEBSOCKET_MEDIA_INPUT_ACTION_${word}` }]],
});
const output = (of: 'stream' | 'record', on: boolean, request: string): Case => ({
  action: { type: 'output', of, on },
  asks: [[request, {}]],
});
const visible = (on: boolean): Case => ({
  action: { type: 'source', scene: 'Main', source: 'Camera', visible: on },
  asks: [['SetSceneItemEnabled', { sceneName: 'Main', sceneItemId: 7, sceneItemEnabled: on }]],
});
const filter = (on: boolean): Case => ({
  action: { type: 'filter', source: 'Camera', filter: 'Blur', on },
  asks: [['SetSourceFilterEnabled', { sourceName: 'Camera', filterName: 'Blur', filterEnabled: on }]],
});
const mute = (on: boolean): Case => ({
  action: { type: 'mute', input: 'Mic', muted: on },
  asks: [['SetInputMute', { inputName: 'Mic', inputMuted: on }]],
});
const staged: ReadonlyArray<Asked> = [['SetCurrentPreviewScene', { sceneName: 'Booking' }]];

const CASES: ReadonlyArray<Case> = [
  {
    action: { type: 'show-scene', scene: 'Booking', hold },
    asks: [['SetCurrentProgramScene', { sceneName: 'Booking' }]],
  },
  { action: { type: 'show-scene', scene: 'Booking', hold }, studioMode: true, asks: staged },
  { action: { type: 'stage-scene', scene: 'Booking' }, studioMode: true, asks: staged },
  // There is no preview.
  { action: { type: 'stage-scene', scene: 'Booking' }, asks: [] },
  visible(true),
  visible(false),
  {
    action: { type: 'text', input: 'Label', text: 'Thanks' },
    asks: [['SetInputSettings', { inputName: 'Label', inputSettings: { text: 'Thanks' }, overlay: true }]],
  },
  {
    action: { type: 'media-file', input: 'Photo', file: '/a.png' },
    asks: [['SetInputSettings', { inputName: 'Photo', inputSettings: { file: '/a.png' }, overlay: true }]],
  },
  media('play', 'PLAY'),
  media('pause', 'PAUSE'),
  media('restart', 'RESTART'),
  media('stop', 'STOP'),
  filter(true),
  filter(false),
  mute(true),
  mute(false),
  {
    action: { type: 'transition', transition: 'Fade', milliseconds: null },
    asks: [['SetCurrentSceneTransition', { transitionName: 'Fade' }]],
  },
  {
    action: { type: 'transition', transition: 'Fade', milliseconds: 400 },
    asks: [
      ['SetCurrentSceneTransition', { transitionName: 'Fade' }],
      ['SetCurrentSceneTransitionDuration', { transitionDuration: 400 }],
    ],
  },
  { action: { type: 'save-replay' }, asks: [['SaveReplayBuffer', {}]] },
  { action: { type: 'chapter', name: 'Gift' }, asks: [['CreateRecordChapter', { chapterName: 'Gift' }]] },
  { action: { type: 'chapter', name: '' }, asks: [['CreateRecordChapter', {}]] },
  { action: { type: 'hotkey', hotkey: 'libobs.mute' }, asks: [['TriggerHotkeyByName', { hotkeyName: 'libobs.mute' }]] },
  output('stream', true, 'StartStream'),
  output('stream', false, 'StopStream'),
  output('record', true, 'StartRecord'),
  output('record', false, 'StopRecord'),
  { action: { type: 'layout', layout: 'wide' }, asks: [], own: { type: 'layout', layout: 'wide' } },
  { action: { type: 'alerts', act: 'clear' }, asks: [], own: { type: 'alerts', act: 'clear' } },
  { action: { type: 'alert', text: 'Thank you' }, asks: [], own: { type: 'alert', text: 'Thank you' } },
  { action: { type: 'wait', seconds: 0.1 }, asks: [] },
  { action: { type: 'run-rule', rule: 'other' }, asks: [['SetInputMute', { inputName: 'Other', inputMuted: true }]] },
];

const ruleOf = (id: string, ...actions: object[]) =>
  SceneRule.parse({ id, name: id, when: [{ match: 'all', conditions: [{ type: 'button' }] }], actions });
const muting = (inputName: string) => ({ type: 'mute', input: inputName, muted: true });

test('[SC102] each step of a rule asks of OBS what it says and nothing else, or is done by Cuedesk itself', async () => {
  const covered = new Set(CASES.map(({ action }) => SceneAction.parse(action).type));
  expect([...covered].toSorted()).toEqual(SceneAction.options.map(({ shape }) => shape.type.value).toSorted());
  const obs = await fakeObs({ steps: { without: [] } });
  obs.inputs.set('Photo', { kind: 'image_source', scene: 'Main', settings: {} });
  const own: unknown[] = [];
  const scenes = await door(await store(), { ownStep: (action) => void own.push(action) });
  await scenes.putAutomation(SceneAutomation.parse({ mayStream: true, mayRecord: true }));
  await scenes.connect({ address: obs.address });
  for (const [at, { action, asks, own: does, studioMode = false }] of CASES.entries()) {
    const what = JSON.stringify(action);
    obs.preview = studioMode ? 'Main' : null;
    obs.emit('StudioModeStateChanged', { studioModeEnabled: studioMode });
    await vi.waitFor(() => expect(scenes.status().studioMode).toBe(studioMode), QUICK);
    obs.humanSwitches('Main');
    await vi.waitFor(() => expect(scenes.status().scene).toBe('Main'), QUICK);
    await scenes.resume();
    const [from, begun] = [obs.asked.length, own.length];
    // Rules of their own each time: none rests.
    const id = `rule ${at}`;
    await scenes.putRules([ruleOf(id, action), ruleOf('other', muting('Other')), ruleOf(`last ${at}`, muting('Last'))]);
    void scenes.press(id);
    void scenes.press(`last ${at}`);
    await vi.waitFor(
      () => expect(obs.requests('SetInputMute').at(-1), what).toEqual({ inputName: 'Last', inputMuted: true }),
      QUICK,
    );
    // What changes nothing may be asked at any time.
    const changing = obs.asked.slice(from).filter(({ type }) => !type.startsWith('Get'));
    expect(
      changing.slice(0, -1).map(({ type, data }) => [type, data]),
      what,
    ).toEqual(asks);
    expect(own.slice(begun), what).toEqual(does ? [does] : []);
    for (const [request] of asks) expect(ALLOWED_REQUESTS).toContain(request);
    obs.asked.length = 0;
  }
});

test('[SC133] the status names the way back that a pause has ended, and a press takes it', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store(), {});
  await scenes.connect({ address: obs.address });
  await scenes.putRules([ruleOf('party', { type: 'show-scene', scene: 'Celebration', hold: { seconds: 60 } })]);
  void scenes.press('party');
  await vi.waitFor(() => expect(scenes.status().scene).toBe('Celebration'), QUICK);
  expect(scenes.status().wayBack).toBe(null);
  expect((await scenes.pause()).wayBack).toBe('Main');
  await scenes.returnNow();
  await vi.waitFor(() => expect(obs.program).toBe('Main'), QUICK);
  await vi.waitFor(
    () => expect(scenes.status()).toMatchObject({ scene: 'Main', wayBack: null, automation: 'paused' }),
    QUICK,
  );
  expect(scenes.status().acts[0]).toMatchObject({ what: 'returned', scene: 'Main', why: 'return-asked' });
});
