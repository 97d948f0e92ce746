import { expect, test, vi } from 'vitest';
import type { FakeObsOptions } from '../fakes/obs-server.ts';
import { fakeObs, listen } from './listening.ts';

const URL = 'http://127.0.0.1:4747/stage/#token';

async function connected(options: FakeObsOptions = {}) {
  const obs = await fakeObs(options);
  const heard = listen();
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'));
  return { obs, heard };
}

test('[OB13] the stage becomes a browser source of the canvas’s size in the scene that is on', async () => {
  const { obs, heard } = await connected();
  const placed = await heard.port.placeStage(URL);
  expect(placed).toEqual({ placed: 'added', scene: 'Main', width: 1920, height: 1080 });
  expect(obs.inputs.get('Cuedesk stage')).toEqual({
    kind: 'browser_source',
    scene: 'Main',
    settings: {
      url: URL,
      width: 1920,
      height: 1080,
      fps_custom: true,
      fps: 30,
      shutdown: false,
      restart_when_active: false,
      reroute_audio: true,
      webpage_control_level: 0,
    },
  });
});

test('[OB13] a stage that is there already gets the new address and keeps the rest', async () => {
  const { obs, heard } = await connected();
  obs.inputs.set('Cuedesk stage', { kind: 'browser_source', scene: 'BRB', settings: { url: 'old', width: 800 } });
  expect(await heard.port.placeStage(URL)).toMatchObject({ placed: 'updated' });
  expect(obs.inputs.get('Cuedesk stage')?.settings).toEqual({ url: URL, width: 800 });
});

test('[OB13] an OBS without browser sources, a taken name and a missing OBS are refusals with the size to set by hand', async () => {
  const bare = await connected({ browserSource: false });
  const size = { width: 1920, height: 1080 };
  expect(await bare.heard.port.placeStage(URL)).toEqual({ refused: true, why: 'no-browser-source', size });
  const taken = await connected();
  taken.obs.inputs.set('Cuedesk stage', { kind: 'image_source', scene: 'Main', settings: {} });
  expect(await taken.heard.port.placeStage(URL)).toEqual({ refused: true, why: 'name-taken', size });
  expect(await listen().port.placeStage(URL)).toEqual({ refused: true, why: 'obs-not-connected', size: null });
});
