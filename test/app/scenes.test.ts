import { expect, test, vi } from 'vitest';
import { readSetting } from '../../server/store/settings.ts';
import { rule } from '../core/scenes/script.ts';
import { fakeObs } from '../obs/listening.ts';
import { door, secretBox, store } from './scenes-on-disk.ts';

test('[SC17] rules, address and sealed password outlive a restart, and the connection is made again', async () => {
  const kept = await store();
  const obs = await fakeObs({ password: 'long enough' });
  const first = await door(kept);
  expect(first.status()).toMatchObject({ state: 'off', automation: 'off', address: 'ws://127.0.0.1:4455', scenes: [] });
  await first.putRules([rule()]);
  const verdict = await first.connect({ address: obs.address, password: 'long enough' });
  expect(verdict).toMatchObject({ state: 'connected', automation: 'on', scene: 'Main' });
  expect(JSON.stringify(await readSetting(kept.db, 'me', 'obs'))).not.toContain('long enough');
  await first.close();
  const second = await door(kept);
  expect(second.rules()).toEqual([rule()]);
  await vi.waitFor(() => expect(second.status().state).toBe('connected'));
  await second.disconnect();
  await second.close();
  const third = await door(kept);
  expect(third.status()).toMatchObject({ state: 'off', address: obs.address });
  expect(third.passwordSet()).toBe(true);
  await expect(third.connect({})).resolves.toMatchObject({ state: 'connected' });
});

test('[SC17] a kept password is never sent to another address', async () => {
  const scenes = await door(await store());
  const [mine, other] = [await fakeObs({ password: 'long enough' }), await fakeObs({ password: 'long enough' })];
  await scenes.connect({ address: mine.address, password: 'long enough' });
  await expect(scenes.connect({ address: other.address })).resolves.toMatchObject({ state: 'wrong-password' });
  expect(scenes.passwordSet()).toBe(false);
});

test('[SC17] a password that can no longer be opened counts as none', async () => {
  const kept = await store();
  await (await door(kept)).connect({
    address: (await fakeObs({ password: 'long enough' })).address,
    password: 'long enough',
  });
  const lost = {
    ...secretBox,
    open: () => {
      throw new Error('another key');
    },
  };
  const scenes = await door(kept, { secretBox: lost });
  expect(scenes.passwordSet()).toBe(false);
  await vi.waitFor(() => expect(scenes.status().state).toBe('wrong-password'));
});

test('[SC17] the environment names the OBS before the studio does', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store(), { environment: { address: obs.address, password: null } });
  await vi.waitFor(() => expect(scenes.status()).toMatchObject({ state: 'connected', warnings: ['no-password'] }));
});

test('[SC1] a streak that gets there switches OBS, and OBS returns when the time is over', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  await scenes.putRules([rule({ holdSeconds: 0.5 })]);
  await scenes.connect({ address: obs.address });
  scenes.onGift({ key: 's', value: 50, at: Date.now() });
  scenes.onGift({ key: 's', value: 150, at: Date.now() });
  await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
  await vi.waitFor(() => expect(scenes.status().scene).toBe('Celebration'));
  await vi.waitFor(() => expect(obs.program).toBe('Main'), 2000);
  await vi.waitFor(() => expect(scenes.status().acts.map((act) => act.what)).toEqual(['returned', 'switched']));
});

test('[SC3] a human who takes the scene keeps it', async () => {
  const obs = await fakeObs();
  const scenes = await door(await store());
  await scenes.putRules([rule({ holdSeconds: 0.5 })]);
  await scenes.connect({ address: obs.address });
  scenes.onGift({ key: 's', value: 150, at: Date.now() });
  await vi.waitFor(() => expect(obs.program).toBe('Celebration'));
  obs.humanSwitches('BRB');
  await vi.waitFor(() => expect(scenes.status()).toMatchObject({ automation: 'paused', scene: 'BRB' }));
  expect(scenes.resume().automation).toBe('on');
  expect(scenes.pause().automation).toBe('paused');
  expect(obs.requests('SetCurrentProgramScene')).toHaveLength(1);
});

test('[SC13] a rule follows a scene that is renamed in OBS, over a restart too', async () => {
  const kept = await store();
  const obs = await fakeObs();
  const scenes = await door(kept);
  await scenes.putRules([rule()]);
  await scenes.connect({ address: obs.address });
  obs.emit('SceneNameChanged', { oldSceneName: 'Celebration', sceneName: 'Party' });
  await vi.waitFor(() => expect(scenes.rules()[0]?.show.scene).toBe('Party'));
  await scenes.close();
  expect((await door(kept)).rules()[0]?.show.scene).toBe('Party');
});

test('[SC18] two rules with one id are refused, and the old rules stay', async () => {
  const scenes = await door(await store());
  await scenes.putRules([rule()]);
  await expect(scenes.putRules([rule(), rule({ id: 'b' }), rule()])).resolves.toEqual({
    refused: true,
    why: 'bad-input',
    issues: [{ path: '2.id', message: 'is used by another rule' }],
  });
  expect(scenes.rules()).toHaveLength(1);
});
