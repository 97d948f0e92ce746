import { createServer } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import type { SearchFor } from '../../server/app/obs-search.ts';
import { readConfig } from '../../server/config.ts';
import { hearGreeting } from '../../server/obs/greeting.ts';
import { FakeObs } from '../fakes/obs-server.ts';
import { fakeObs } from '../obs/listening.ts';
import { door, store } from './scenes-on-disk.ts';

/** Looks there, and tells how often. */
function lookingAt(address: string): { search: SearchFor; looks: () => number } {
  let looks = 0;
  const hear: SearchFor['hear'] = (at, stop) => {
    looks += 1;
    return hearGreeting(at, stop);
  };
  return { search: { address, hear }, looks: () => looks };
}

const never = () => new AbortController().signal;

test('[OB39] an OBS on this computer that wants no password is found and connected by itself, and kept', async () => {
  const obs = await fakeObs();
  const kept = await store();
  const { search } = lookingAt(obs.address);
  const scenes = await door(kept, { search });
  await vi.waitFor(() => expect(scenes.status()).toMatchObject({ state: 'connected', search: 'off' }));
  expect(scenes.status().warnings).toEqual(['no-password']);
  await scenes.disconnect();
  await scenes.close();
  // Whoever has disconnected it by hand does not find it connected again.
  const again = lookingAt(obs.address);
  const later = await door(kept, { search: again.search });
  expect(later.status()).toMatchObject({ state: 'off', search: 'off', address: obs.address });
  expect(again.looks()).toBe(0);
});

test('[OB40] one that wants a password is told as found, is sent nothing, and connects with the password', async () => {
  const obs = await fakeObs({ password: 'long enough' });
  const scenes = await door(await store(), { search: lookingAt(obs.address).search });
  await vi.waitFor(() => expect(scenes.status()).toMatchObject({ state: 'off', search: 'password' }));
  expect(obs.identified).toEqual([]);
  const wrong = await scenes.connect({ address: obs.address, password: 'not this one' });
  expect(wrong).toMatchObject({ state: 'wrong-password', search: 'off' });
  const right = await scenes.connect({ password: 'long enough' });
  expect(right).toMatchObject({ state: 'connected', search: 'off' });
});

test('[OB41] with nothing there it looks on quietly, also while something else listens there', async () => {
  const spare = await FakeObs.start();
  const { address } = spare;
  await spare.stop();
  expect(await hearGreeting(address, never())).toBeNull();
  const silent = createServer((socket) => {
    socket.on('error', () => {});
    socket.end('HTTP/1.1 200 OK\r\n\r\n');
  });
  await new Promise<void>((resolve) => silent.listen(0, '127.0.0.1', resolve));
  onTestFinished(() => void silent.close());
  const { port } = silent.address() as { port: number };
  expect(await hearGreeting(`ws://127.0.0.1:${port}`, never())).toBeNull();
  const stop = new AbortController();
  const mute = await fakeObs({ temper: 'silent' });
  const hearing = hearGreeting(mute.address, stop.signal);
  stop.abort();
  expect(await hearing).toBeNull();
  const scenes = await door(await store(), { search: lookingAt(address).search });
  expect(scenes.status()).toMatchObject({ state: 'off', search: 'looking', acts: [] });
});

test('[OB42] it looks only where no OBS is named, never for the demo, and not where it is switched off', async () => {
  const obs = await fakeObs();
  const { search, looks } = lookingAt(obs.address);
  const environment = { address: 'ws://127.0.0.1:1', password: null };
  await door(await store(), { search, environment });
  expect(looks()).toBe(0);
  expect((await door(await store())).status().search).toBe('off');
  expect(readConfig([], {}).obs.search).toBe(true);
  expect(readConfig(['--demo'], {}).obs.search).toBe(false);
  expect(readConfig([], { OBS_SEARCH: 'off' }).obs.search).toBe(false);
  expect(() => readConfig([], { OBS_SEARCH: 'maybe' })).toThrow(/OBS_SEARCH must be one of/);
});
