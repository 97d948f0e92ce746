import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { FakeObs } from '../fakes/obs-server.ts';
import { startProgram, type TestProgram } from '../program/given-program.ts';
import { addedStage, ask, stagesOf } from '../program/given-stages.ts';
import { openPage, soon } from './page.ts';
import { openStagePage } from './stage-page.ts';

let door: TestProgram;
let obs: FakeObs;
beforeAll(async () => {
  obs = await FakeObs.start();
  door = await startProgram({ obs: { address: obs.address, password: null, search: false } });
});
afterAll(async () => {
  await door.close();
  await obs.stop();
});

test('[SK27] the first stage speaks the studio’s language until one is chosen for it, any other its own', async () => {
  const { settings } = door.program.parts;
  const second = await addedStage(door.base, 'Second');
  expect(second.language).toBe('en');
  const [one, two] = [await openStagePage(door.base), await openStagePage(door.base, second)];
  await settings.change({ language: 'nl' });
  await soon(() => expect(one.views.at(-1)?.stage.language).toBe('nl'));
  expect((await stagesOf(door.base)).map(({ language, languageChosen }) => [language, languageChosen])).toEqual([
    ['nl', false],
    ['en', true],
  ]);
  await ask(door.base, 'PUT', `/stages/${one.views[0]?.stage.id}`, { language: 'de' });
  await soon(() => expect(one.views.at(-1)?.stage.language).toBe('de'));
  await settings.change({ language: 'nb' });
  await ask(door.base, 'PUT', `/stages/${second.id}`, { name: 'Wide' });
  await soon(() => expect(two.views.at(-1)?.stage).toMatchObject({ name: 'Wide', language: 'en' }));
  expect(two.views.every(({ stage }) => stage.language === 'en')).toBe(true);
  expect((await stagesOf(door.base)).map(({ language }) => language)).toEqual(['de', 'en']);
});

test('[SK28] the pages of a deleted stage are cut within a second, its token opens nothing, and others stay', async () => {
  const gone = await addedStage(door.base, 'Gone');
  const [stays, page] = [await openStagePage(door.base), await openStagePage(door.base, gone)];
  const begun = performance.now();
  expect((await ask(door.base, 'DELETE', `/stages/${gone.id}`)).status).toBe(200);
  await vi.waitFor(() => expect(page.socket.connected).toBe(false), { timeout: 1000, interval: 10 });
  expect(performance.now() - begun).toBeLessThan(1000);
  expect(await openPage(`${door.base}/stage`, { token: gone.url.split('#')[1] }).admitted).toBe('not-signed-in');
  expect(stays.socket.connected).toBe(true);
  const name = 'After';
  await ask(door.base, 'PUT', `/stages/${stays.views[0]?.stage.id}`, { name });
  await soon(() => expect(stays.views.at(-1)?.stage.name).toBe(name));
  expect(door.program.parts.stages.statuses().map(({ id }) => id)).not.toContain(gone.id);
});

test('[SK5] the studio sees the frame rate of a stage, whatever its browser calls itself, and who tells of itself', async () => {
  const stage = await addedStage(door.base, 'Seen');
  const page = await openStagePage(door.base, stage);
  const status = () => door.program.parts.stages.statuses().find(({ id }) => id === stage.id);
  expect(status()).toMatchObject({ state: 'connected', framesPerSecond: null, setUp: false, pages: 1 });
  page.socket.emit('alive', { width: 1080, height: 1920, browser: 'B'.repeat(900), framesPerSecond: 59.8 });
  await soon(() => expect(status()).toMatchObject({ framesPerSecond: 59.8, browser: 'B'.repeat(200) }));
  for (const on of [true, false]) {
    expect((await ask(door.base, 'POST', `/stages/${stage.id}/set-up`, { on })).status).toBe(200);
    await soon(() => expect(page.views.at(-1)?.setUp).toBe(on));
    expect(status()?.setUp).toBe(on);
  }
});

test('[SK30] a page that loads itself anew when it is asked needs no OBS', async () => {
  const page = await openStagePage(door.base);
  page.socket.once('reload', () => page.socket.disconnect());
  const answer = await ask(door.base, 'POST', `/stages/${page.views[0]?.stage.id}/reload`, {});
  expect([answer.status, await answer.json()]).toEqual([200, { by: 'page' }]);
  expect(obs.requests('PressInputPropertiesButton')).toEqual([]);
});

test('[SK30] where a page does not answer or none is there, OBS refreshes this stage’s sources and no other', async () => {
  await soon(() => expect(door.program.parts.scenes.status().state).toBe('connected'));
  // A stage without any page is woken by itself after a while, which is not what is looked at here.
  await openStagePage(door.base);
  const stage = await addedStage(door.base, 'In OBS');
  const token = stage.url.split('#')[1];
  const browser = (url: unknown) => ({ kind: 'browser_source', scene: 'Main', settings: { url } });
  const reload = async () => (await ask(door.base, 'POST', `/stages/${stage.id}/reload`, {})).json();
  obs.inputs.set('Another site', browser(`https://elsewhere.example/?at=/stage/#${token}x`));
  obs.inputs.set('Another stage', browser((await stagesOf(door.base))[0]?.url));
  obs.inputs.set('Local file', browser(undefined));
  obs.inputs.set('A picture', { ...browser(stage.url), kind: 'image_source' });
  expect(await reload()).toEqual({ by: 'nobody' });
  obs.inputs.set('By name', browser(`http://localhost:4747/stage/#${token}`));
  obs.inputs.set('By number', browser(stage.url));
  expect(await reload()).toEqual({ by: 'obs' });
  const pressed = ['By name', 'By number'].map((inputName) => ({ inputName, propertyName: 'refreshnocache' }));
  expect(obs.requests('PressInputPropertiesButton')).toEqual(pressed);
  const frozen = await openStagePage(door.base, stage);
  expect(await reload()).toEqual({ by: 'obs' });
  expect(obs.requests('PressInputPropertiesButton')).toHaveLength(4);
  expect(frozen.socket.connected).toBe(true);
}, 15_000);
