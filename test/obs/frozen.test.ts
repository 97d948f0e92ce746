import { expect, test, vi } from 'vitest';
import { fakeObs, listen, wish } from './listening.ts';

const PATIENT = { timeout: 9000, interval: 20 };

test('[OB5] a server that takes the connection and says nothing is called frozen', async () => {
  const silent = await fakeObs({ temper: 'silent' });
  const heard = listen();
  heard.port.connect({ address: silent.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('frozen'), PATIENT);
}, 12_000);

test('[OB5] an OBS that freezes is found by a probe, and connected again when it wakes', async () => {
  const obs = await fakeObs();
  const heard = listen();
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
  obs.awake = false;
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('frozen'), PATIENT);
  expect(heard.facts.at(-1)).toEqual({ type: 'disconnected' });
  await expect(heard.port.want(wish('Booking'))).resolves.toEqual({ type: 'refused', why: 'obs-not-connected' });
  obs.awake = true;
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
  expect(obs.requests('SetCurrentProgramScene')).toEqual([]);
}, 25_000);

test('[OB6] a request that is under way when the connection ends, or is never answered, ends with a reason', async () => {
  const obs = await fakeObs();
  const heard = listen();
  heard.port.connect({ address: obs.address, password: null });
  await vi.waitFor(() => expect(heard.picture()?.state).toBe('connected'), PATIENT);
  obs.awake = false;
  await expect(heard.port.want(wish('Booking'))).resolves.toEqual({ type: 'refused', why: 'no-answer' });
  const cut = heard.port.want(wish('Booking'));
  await obs.stop();
  await expect(cut).resolves.toEqual({ type: 'refused', why: 'obs-not-connected' });
}, 12_000);
