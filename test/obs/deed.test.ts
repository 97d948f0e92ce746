import { expect, test, vi } from 'vitest';
import type { Deed, DeedOutcome } from '../../server/core/scenes/facts.ts';
import { diffScene } from '../../server/obs/diff.ts';
import type { FakeObs, FakeObsOptions } from '../fakes/obs-server.ts';
import { fakeObs, type Heard, listen, wish } from './listening.ts';

async function connected(
  options: FakeObsOptions = { steps: { without: [] } },
): Promise<{ obs: FakeObs; heard: Heard }> {
  const obs = await fakeObs(options);
  const heard = listen();
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'));
  return { obs, heard };
}

function step({ port }: Heard, action: Deed['action'], since = Date.now()): Promise<DeedOutcome> {
  return port.do({ rule: 'r', action, since, occasion: {}, priority: 0 });
}

const CASES: [Deed['action'], string, Record<string, unknown>][] = [
  [
    { type: 'source', scene: 'Main', source: 'Camera', visible: false },
    'SetSceneItemEnabled',
    { sceneName: 'Main', sceneItemId: 7, sceneItemEnabled: false },
  ],
  [
    { type: 'media', input: 'Jingle', act: 'restart' },
    'TriggerMediaInputAction',
    { inputName: 'Jingle', mediaAction: 'OBS_WEBSOCKET_MEDIA_INPUT_ACTION_RESTART' },
  ],
  [
    { type: 'text', input: 'Label', text: '<b>hi</b>' },
    'SetInputSettings',
    { inputName: 'Label', inputSettings: { text: '<b>hi</b>' }, overlay: true },
  ],
  [
    { type: 'filter', source: 'Camera', filter: 'Blur', on: true },
    'SetSourceFilterEnabled',
    { sourceName: 'Camera', filterName: 'Blur', filterEnabled: true },
  ],
  [{ type: 'mute', input: 'Mic', muted: true }, 'SetInputMute', { inputName: 'Mic', inputMuted: true }],
  [
    { type: 'transition', transition: 'Fade', milliseconds: 400 },
    'SetCurrentSceneTransitionDuration',
    { transitionDuration: 400 },
  ],
  [{ type: 'save-replay' }, 'SaveReplayBuffer', {}],
  [{ type: 'chapter', name: 'Gift' }, 'CreateRecordChapter', { chapterName: 'Gift' }],
  [{ type: 'hotkey', hotkey: 'libobs.mute' }, 'TriggerHotkeyByName', { hotkeyName: 'libobs.mute' }],
  [{ type: 'output', of: 'record', on: true }, 'StartRecord', {}],
];

test('[SC131] a source of a group is shown and hidden by its scene, and what is nowhere in it is not found', async () => {
  const { obs, heard } = await connected();
  obs.groups.set('Empty', []).set('Frame', ['Border']);
  const hide = (source: string) => step(heard, { type: 'source', scene: 'Main', source, visible: false });
  await expect(hide('Border')).resolves.toEqual({ type: 'done' });
  expect(obs.requests('SetSceneItemEnabled')).toEqual([
    { sceneName: 'Frame', sceneItemId: 8, sceneItemEnabled: false },
  ]);
  await expect(hide('Nothing')).resolves.toEqual({ type: 'refused', why: 'not-found' });
});

test('[SC132] the file of an image or media source is set by the name its kind has for it, and no other source takes one', async () => {
  const { obs, heard } = await connected();
  const settings = {};
  obs.inputs.set('Photo', { kind: 'image_source', scene: 'Main', settings });
  obs.inputs.set('Clip', { kind: 'ffmpeg_source', scene: 'Main', settings: { looping: true } });
  obs.inputs.set('Mic', { kind: 'wasapi_input_capture', scene: 'Main', settings: {} });
  const file = (input: string, path: string) => step(heard, { type: 'media-file', input, file: path });
  await expect(file('Photo', '/pictures/a.png')).resolves.toEqual({ type: 'done' });
  await expect(file('Clip', 'C:\\clips\\b.mp4')).resolves.toEqual({ type: 'done' });
  expect(obs.inputs.get('Photo')?.settings).toEqual({ file: '/pictures/a.png' });
  expect(obs.inputs.get('Clip')?.settings).toEqual({
    looping: true,
    local_file: 'C:\\clips\\b.mp4',
    is_local_file: true,
  });
  await expect(file('Mic', '/a.mp3')).resolves.toEqual({ type: 'refused', why: 'no-file-input' });
  await expect(file('Gone', '/a.mp3')).resolves.toEqual({ type: 'refused', why: 'not-found' });
});

test('[OB30] each step is the request that OBS has for it', async () => {
  const { obs, heard } = await connected();
  for (const [action, request, data] of CASES) {
    await expect(step(heard, action), action.type).resolves.toEqual({ type: 'done' });
    expect(obs.requests(request).at(-1), action.type).toEqual(data);
  }
});

test('[OB30] steps and scenes reach OBS in the order they were asked for', async () => {
  const { obs, heard } = await connected();
  const mute = (muted: boolean) => step(heard, { type: 'mute', input: 'Mic', muted });
  await Promise.all([mute(true), heard.port.want(wish('Booking')), mute(false)]);
  const order = obs.asked.flatMap(({ type }) => (/^SetInputMute|^SetCurrentProgram/.test(type) ? [type] : []));
  expect(order).toEqual(['SetInputMute', 'SetCurrentProgramScene', 'SetInputMute']);
});

test('[OB31] a step that this OBS cannot do, whose source is not there, or that is late, is refused with that reason', async () => {
  const { obs, heard } = await connected({ steps: { without: ['CreateRecordChapter'] } });
  const refused = (why: string) => ({ type: 'refused', why });
  expect(await step(heard, { type: 'chapter', name: '' })).toEqual(refused('not-in-this-obs'));
  const gone = { type: 'source' as const, scene: 'Main', source: 'Gone', visible: true };
  expect(await step(heard, gone)).toEqual(refused('not-found'));
  expect(await step(heard, { type: 'save-replay' }, Date.now() - 6000)).toEqual(refused('too-late'));
  expect(obs.requests('CreateRecordChapter')).toEqual([]);
  expect(obs.requests('SaveReplayBuffer')).toEqual([]);
});

test('[OB50] a replay that cannot be saved because the buffer is not running says so', async () => {
  const { obs, heard } = await connected();
  obs.refuses.set('SaveReplayBuffer', 501);
  expect(await step(heard, { type: 'save-replay' })).toEqual({ type: 'refused', why: 'replay-off' });
  obs.refuses.set('StartRecord', 501);
  expect(await step(heard, { type: 'output', of: 'record', on: true })).toEqual({
    type: 'refused',
    why: 'obs-refused',
  });
});

test('[OB32] a preview that the human is using is never moved; what is on air, was cut away or was staged here may be', async () => {
  const { obs, heard } = await connected();
  obs.preview = 'BRB';
  await expect(heard.port.want(wish('Booking'))).resolves.toEqual({ type: 'refused', why: 'preview-in-use' });
  expect(obs.preview).toBe('BRB');
  obs.preview = 'Main';
  await expect(heard.port.want(wish('Booking'))).resolves.toEqual({ type: 'staged' });
  await expect(heard.port.want(wish('Celebration'))).resolves.toEqual({ type: 'staged' });
  const actual = { program: 'Main', studioMode: true, preview: 'BRB', scenes: ['Main', 'Booking', 'BRB'] };
  expect(diffScene(wish('Booking'), actual, 'Main', { staged: null, program: 'BRB', byHand: null }).type).toBe(
    'stage-preview',
  );
  const cut = (before: string | null) =>
    diffScene(wish('Booking', { studio: 'cut' }), actual, 'Main', { staged: null, program: before, byHand: null });
  expect(cut('BRB').type).toBe('switch-program');
  expect(cut(null)).toEqual({ type: 'none', why: 'preview-in-use' });
  const out = { ...actual, studioMode: false, preview: null };
  expect(
    diffScene(wish('Booking', { studio: 'preview' }), out, 'Main', { staged: null, program: null, byHand: null }),
  ).toEqual({
    type: 'none',
    why: 'no-studio-mode',
  });
});

test('[OB51] a scene that the human puts into the preview is theirs, also one that was staged or cut away before', async () => {
  const { obs, heard } = await connected();
  obs.preview = 'Main';
  obs.emit('StudioModeStateChanged', { studioModeEnabled: true });
  await expect(heard.port.want(wish('Booking'))).resolves.toEqual({ type: 'staged' });
  // Told behind the answer too, it was staged from here.
  obs.emit('CurrentPreviewSceneChanged', { sceneName: 'Booking' });
  obs.humanPreviews('BRB');
  await expect(heard.port.want(wish('Celebration'))).resolves.toEqual({ type: 'refused', why: 'preview-in-use' });
  obs.humanPreviews('Booking');
  await expect(heard.port.want(wish('Celebration'))).resolves.toEqual({ type: 'refused', why: 'preview-in-use' });
  expect(obs.preview).toBe('Booking');
  // The human cuts: what was on air lies in the preview, and is nobody's.
  obs.preview = 'Main';
  obs.emit('CurrentPreviewSceneChanged', { sceneName: 'Main' });
  obs.humanSwitches('Booking');
  await vi.waitFor(() => expect(heard.facts.at(-1)).toEqual({ type: 'human-changed', scene: 'Booking' }));
  await expect(heard.port.want(wish('Celebration'))).resolves.toEqual({ type: 'staged' });
  // ... until it is put there by hand again.
  obs.humanPreviews('BRB');
  obs.humanPreviews('Main');
  await expect(heard.port.want(wish('BRB'))).resolves.toEqual({ type: 'refused', why: 'preview-in-use' });
});

test('[OB33] begin and end of stream and recording are told, and a stream that reconnects has not ended', async () => {
  const { obs, heard } = await connected();
  const told = () => heard.facts.filter(({ type }) => type === 'output-changed');
  const state = (word: string) => ({ outputActive: false, outputState: `OBS_WEBSOCKET_OUTPUT_${word}` });
  for (const word of ['STARTING', 'STARTED', 'RECONNECTING']) obs.emit('StreamStateChanged', state(word));
  obs.emit('RecordStateChanged', state('STARTED'));
  obs.emit('StreamStateChanged', state('STOPPED'));
  await vi.waitFor(() =>
    expect(told()).toEqual([
      { type: 'output-changed', of: 'stream', on: true },
      { type: 'output-changed', of: 'record', on: true },
      { type: 'output-changed', of: 'stream', on: false },
    ]),
  );
  expect(heard.facts[0]).toMatchObject({ type: 'connected', streaming: false, recording: false });
});
