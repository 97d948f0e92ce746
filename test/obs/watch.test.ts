import { expect, test, vi } from 'vitest';
import type { ObsFact } from '../../server/core/scenes/facts.ts';
import type { FakeObs } from '../fakes/obs-server.ts';
import { fakeObs, type Heard, listen, wish } from './listening.ts';

async function connected(): Promise<{ obs: FakeObs; heard: Heard; humans: () => string[] }> {
  const obs = await fakeObs();
  const heard = listen();
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'));
  const humans = () => heard.facts.flatMap((fact) => (fact.type === 'human-changed' ? [fact.scene] : []));
  return { obs, heard, humans };
}

function factsOf<T extends ObsFact['type']>(heard: Heard, type: T): Extract<ObsFact, { type: T }>[] {
  return heard.facts.filter((fact): fact is Extract<ObsFact, { type: T }> => fact.type === type);
}

test('[OB7] switches of ours are not taken for a human’s, one event for several of them included', async () => {
  const { obs, heard, humans } = await connected();
  obs.transitionMs = 60;
  const outcomes = await Promise.all(['Celebration', 'Booking', 'BRB'].map((scene) => heard.port.want(wish(scene))));
  expect(outcomes).toEqual(Array(3).fill({ type: 'switched' }));
  expect(heard.picture()?.scene).toBe('BRB');
  obs.transitionMs = 0;
  obs.emit('CurrentProgramSceneChanged', { sceneName: 'BRB' });
  obs.humanSwitches('Main');
  await vi.waitFor(() => expect(humans()).toEqual(['Main']));
  expect(heard.picture()?.scene).toBe('Main');
});

test('[OB7] a human’s switch is told, the same scene as an earlier one of ours included', async () => {
  const { obs, heard, humans } = await connected();
  await heard.port.want(wish('Celebration'));
  obs.humanSwitches('Main');
  await vi.waitFor(() => expect(humans()).toEqual(['Main']));
  obs.humanSwitches('Celebration');
  await vi.waitFor(() => expect(humans()).toEqual(['Main', 'Celebration']));
});

test('[OB8] in Studio Mode the preview is staged and the program never switched', async () => {
  const { obs, heard } = await connected();
  obs.preview = 'Main';
  obs.emit('StudioModeStateChanged', { studioModeEnabled: true });
  await vi.waitFor(() =>
    expect(factsOf(heard, 'studio-mode-changed')).toEqual([{ type: 'studio-mode-changed', on: true }]),
  );
  expect(heard.picture()?.studioMode).toBe(true);
  await expect(heard.port.want(wish('Booking'))).resolves.toEqual({ type: 'staged' });
  expect([obs.program, obs.preview]).toEqual(['Main', 'Booking']);
  expect(obs.requests('SetCurrentProgramScene')).toEqual([]);
});

test('[SC130] what is in the preview is told while Studio Mode is on, by whoever put it there', async () => {
  const { obs, heard } = await connected();
  expect(heard.picture()?.preview).toBe(null);
  obs.preview = 'Main';
  obs.emit('StudioModeStateChanged', { studioModeEnabled: true });
  await vi.waitFor(() => expect(heard.picture()?.preview).toBe('Main'));
  obs.humanPreviews('BRB');
  await vi.waitFor(() => expect(heard.picture()?.preview).toBe('BRB'));
  obs.emit('StudioModeStateChanged', { studioModeEnabled: false });
  await vi.waitFor(() => expect(heard.picture()?.preview).toBe(null));
  const open = await fakeObs();
  open.preview = 'Booking';
  const late = listen();
  late.port.connect({ address: open.address, password: null });
  await vi.waitFor(() => expect(late.picture()?.preview).toBe('Booking'));
});

test('[OB8] Studio Mode that nobody has told of yet is respected too', async () => {
  const { obs, heard } = await connected();
  obs.preview = 'Main';
  await expect(heard.port.want(wish('Booking'))).resolves.toEqual({ type: 'staged' });
  expect(obs.program).toBe('Main');
});

test('[OB9] the false pair of changes when Studio Mode is left is no human’s', async () => {
  const { obs, heard, humans } = await connected();
  obs.emit('StudioModeStateChanged', { studioModeEnabled: true });
  obs.emit('CurrentProgramSceneChanged', { sceneName: 'Booking' });
  obs.emit('StudioModeStateChanged', { studioModeEnabled: false });
  obs.emit('CurrentProgramSceneChanged', { sceneName: 'Main' });
  await vi.waitFor(() => expect(obs.requests('GetCurrentProgramScene').length).toBeGreaterThan(0));
  await heard.port.want(wish('Main'));
  expect(humans()).toEqual([]);
  obs.humanSwitches('BRB');
  await vi.waitFor(() => expect(humans()).toEqual(['BRB']));
});

test('[OB10] another scene collection is read anew, and what it removes is no edit', async () => {
  const { obs, heard, humans } = await connected();
  obs.emit('CurrentSceneCollectionChanging', { sceneCollectionName: 'Old' });
  obs.emit('SceneNameChanged', { oldSceneName: 'Main', sceneName: 'x' });
  await expect.poll(() => heard.port.want(wish('Booking'))).toEqual({ type: 'refused', why: 'obs-busy' });
  obs.scenes = ['Intro', 'Talk'];
  obs.program = 'Intro';
  obs.emit('SceneListChanged', { scenes: [] });
  obs.emit('CurrentProgramSceneChanged', { sceneName: 'Intro' });
  obs.emit('CurrentSceneCollectionChanged', { sceneCollectionName: 'New' });
  await vi.waitFor(() => expect(heard.picture()).toMatchObject({ scene: 'Intro', scenes: ['Intro', 'Talk'] }));
  expect(heard.facts.map((fact) => fact.type)).toEqual(['connected', 'collection-changed']);
  expect(humans()).toEqual([]);
});

test('[OB11] new, removed and renamed scenes are followed', async () => {
  const { obs, heard } = await connected();
  obs.scenes = ['Home', 'Celebration', 'Extra'];
  obs.emit('SceneNameChanged', { oldSceneName: 'Main', sceneName: 'Home' });
  await vi.waitFor(() => expect(heard.picture()?.scene).toBe('Home'));
  obs.emit('SceneListChanged', { scenes: [] });
  await vi.waitFor(() => expect(heard.picture()?.scenes).toEqual(['Home', 'Celebration', 'Extra']));
  expect(factsOf(heard, 'scene-renamed')).toEqual([{ type: 'scene-renamed', from: 'Main', to: 'Home' }]);
});

test('[OB11] events of an unknown kind or shape change nothing', async () => {
  const { obs, heard, humans } = await connected();
  obs.emit('CurrentProgramSceneChanged', { sceneName: 7 });
  obs.emit('StudioModeStateChanged', {});
  obs.emit('__proto__', { polluted: true });
  obs.humanSwitches('BRB');
  await vi.waitFor(() => expect(humans()).toEqual(['BRB']));
  expect(heard.picture()?.studioMode).toBe(false);
});

test('[OB16] a wish is void when a human is already on the way to another scene, which is told once', async () => {
  const { obs, heard, humans } = await connected();
  obs.transitionMs = 100;
  obs.humanSwitches('BRB');
  await expect(heard.port.want(wish('Celebration'))).resolves.toEqual({ type: 'refused', why: 'human-changed' });
  expect(humans()).toEqual(['BRB']);
  expect(obs.program).toBe('BRB');
  obs.emit('CurrentProgramSceneChanged', { sceneName: 'BRB' });
  obs.transitionMs = 0;
  obs.humanSwitches('Main');
  await vi.waitFor(() => expect(humans()).toEqual(['BRB', 'Main']));
});

test('[OB16] a late wish, and one for a scene that is not there, are not sent', async () => {
  const { obs, heard } = await connected();
  await expect(heard.port.want(wish('Booking', { since: Date.now() - 6000 }))).resolves.toEqual({
    type: 'refused',
    why: 'too-late',
  });
  await expect(heard.port.want(wish('Nowhere'))).resolves.toEqual({ type: 'refused', why: 'scene-missing' });
  await expect(heard.port.want(wish('Main'))).resolves.toEqual({ type: 'refused', why: 'already-on' });
  expect(obs.requests('SetCurrentProgramScene')).toEqual([]);
});

test('[OB18] a scene collection that cannot be read ends the connection, and the next one reads it and goes on', async () => {
  const { obs, heard } = await connected();
  obs.busy = true;
  obs.emit('CurrentSceneCollectionChanging', {});
  obs.emit('CurrentSceneCollectionChanged', {});
  await vi.waitFor(() => expect(factsOf(heard, 'disconnected')).toHaveLength(1));
  expect(heard.picture()).toMatchObject({ state: 'connecting', detail: expect.stringMatching(/^OBS is busy/) });
  obs.busy = false;
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), { timeout: 5000 });
  await expect(heard.port.want(wish('Booking'))).resolves.toEqual({ type: 'switched' });
  expect(heard.faults).toEqual([]);
});

test('[OB19] a fault of ours is told whole, is not put down to OBS, and the connection is made anew', async () => {
  const obs = await fakeObs();
  const bug = new Error('a bug of the listener');
  const heard = listen((fact) => {
    if (fact.type === 'human-changed') throw bug;
  });
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'));
  obs.humanSwitches('BRB');
  await vi.waitFor(() => expect(heard.faults).toEqual([bug]));
  expect(heard.pictures.some(({ detail }) => detail.startsWith('Cuedesk ran into a fault'))).toBe(true);
  expect(heard.pictures.some(({ detail }) => detail.startsWith('OBS closed'))).toBe(false);
  await vi.waitFor(() => expect(factsOf(heard, 'connected')).toHaveLength(2), { timeout: 5000 });
});
