import { expect, test, vi } from 'vitest';
import type { FakeObsOptions } from '../fakes/obs-server.ts';
import { fakeObs, listen } from './listening.ts';

const STEPS = { without: [] };

async function connected(options: FakeObsOptions) {
  const obs = await fakeObs(options);
  const heard = listen();
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'));
  return { obs, heard };
}

test('[OB45] what OBS has that steps can name is told, of hotkeys those that a rule may press', async () => {
  const { obs, heard } = await connected({ steps: STEPS });
  obs.inputs.set('Mic', { kind: 'input', scene: 'Main', settings: {} });
  await expect(heard.port.names()).resolves.toEqual({
    inputs: ['Mic'],
    transitions: ['Cut', 'Fade'],
    hotkeys: ['libobs.mute', 'ReplayBuffer.Save'],
    sources: { Main: ['Camera'] },
    filters: { Main: ['Blur'] },
  });
});

test('[SC131] the sources of a group are named with those of its scene, each once', async () => {
  const { obs, heard } = await connected({ steps: STEPS });
  obs.groups.set('Frame', ['Border', 'Camera']);
  const { sources } = await heard.port.names();
  expect(sources).toEqual({ Main: ['Camera', 'Frame', 'Border'] });
});

test('[OB45] an OBS that does not tell them, is busy, or is away, has no names, and that is no fault', async () => {
  const none = { inputs: [], transitions: [], hotkeys: [], sources: {}, filters: {} };
  const { heard } = await connected({});
  await expect(heard.port.names()).resolves.toEqual(none);
  const { obs, heard: busy } = await connected({ steps: STEPS });
  obs.busy = true;
  await expect(busy.port.names()).resolves.toEqual(none);
  await busy.port.disconnect();
  await expect(busy.port.names()).resolves.toEqual(none);
  expect(busy.faults).toEqual([]);
});
