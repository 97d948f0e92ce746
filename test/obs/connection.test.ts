import { expect, test, vi } from 'vitest';
import { FakeObs } from '../fakes/obs-server.ts';
import { fakeObs, listen } from './listening.ts';

const PATIENT = { timeout: 9000, interval: 20 };

test('[OB1] connects with the password and tells program and scenes, top first', async () => {
  const obs = await fakeObs({ password: 'long enough' });
  const heard = listen();
  heard.port.connect({ address: obs.address, password: 'long enough' });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
  expect(heard.picture()).toEqual({
    state: 'connected',
    detail: 'Connected to OBS 29.0.2.',
    scene: 'Main',
    preview: null,
    scenes: ['Main', 'Celebration', 'Booking', 'BRB'],
    studioMode: false,
    cause: null,
    warnings: [],
  });
  expect(heard.facts).toEqual([
    {
      type: 'connected',
      scenes: ['Main', 'Celebration', 'Booking', 'BRB'],
      scene: 'Main',
      studioMode: false,
      ids: new Map(),
      collection: null,
      streaming: null,
      recording: null,
    },
  ]);
  expect(obs.connections).toBe(2);
});

test('[OB2] a wrong password is said in words, and not tried again within 5 seconds', async () => {
  const obs = await fakeObs({ password: 'the right one' });
  const heard = listen();
  heard.port.connect({ address: obs.address, password: 'the wrong one' });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('wrong-password'), PATIENT);
  expect(heard.picture()?.detail).toMatch(/refused the password/);
  await vi.waitFor(() => expect(obs.identified.length).toBe(2), PATIENT);
  expect((obs.identified[1] ?? 0) - (obs.identified[0] ?? 0)).toBeGreaterThanOrEqual(5000);
  heard.port.connect({ address: obs.address, password: 'the right one' });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
}, 20_000);

test('[OB3] with nothing there it says what to do, and connects within 2 seconds of OBS being there', async () => {
  const spare = await FakeObs.start();
  const { port, address } = spare;
  await spare.stop();
  const heard = listen();
  heard.port.connect({ address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('refused'), PATIENT);
  expect(heard.picture()?.detail).toMatch(/Start OBS.*Enable WebSocket server/);
  const obs = await fakeObs({ port });
  const back = Date.now();
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
  expect(Date.now() - back).toBeLessThan(2000);
  await obs.stop();
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('refused'), PATIENT);
  expect(heard.facts.map((fact) => fact.type)).toEqual(['connected', 'disconnected']);
});

test('[OB4] an OBS that is too old, or another server, is told apart', async () => {
  const old = await fakeObs({ temper: 'old' });
  const heard = listen();
  heard.port.connect({ address: old.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('too-old'), PATIENT);
  expect(heard.picture()?.detail).toMatch(/Update OBS to version 28/);
  const newer = await fakeObs({ rpcVersion: 2 });
  heard.port.connect({ address: newer.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
});

test('[OB6] a kick by the user of OBS is not answered by coming straight back', async () => {
  const obs = await fakeObs();
  const heard = listen();
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
  obs.kick(4011);
  await vi.waitFor(() => expect(heard.picture()?.detail).toMatch(/half a minute/), PATIENT);
  expect(obs.identified).toHaveLength(2);
});

test('[OB14] an OBS without a password, and a short password, are warned about', async () => {
  const open = await fakeObs();
  const short = await fakeObs({ password: 'secret7' });
  const heard = listen();
  heard.port.connect({ address: open.address, password: 'unused but long' });
  await vi.waitFor(() => expect(heard.picture()?.warnings).toEqual(['no-password']), PATIENT);
  heard.port.connect({ address: short.address, password: 'secret7' });
  await vi.waitFor(() => expect(heard.picture()?.warnings).toEqual(['short-password']), PATIENT);
});

test('[OB15] disconnecting closes both connections and tries no more', async () => {
  const obs = await fakeObs();
  const heard = listen();
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
  await heard.port.disconnect();
  expect(heard.picture()?.state).toBe('off');
  await vi.waitFor(() => expect(obs.connections).toBe(0), PATIENT);
  expect(heard.facts.at(-1)).toEqual({ type: 'disconnected' });
});
