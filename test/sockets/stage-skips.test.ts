import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { afterSkipOf } from '../../server/core/stage/alert-control.ts';
import { freshFolder, startProgram, type TestProgram } from '../program/given-program.ts';
import { ask } from '../program/given-stages.ts';
import { soon } from './page.ts';
import { openStagePage, type StagePage } from './stage-page.ts';

let door: TestProgram;
let folder: string;
beforeAll(async () => {
  folder = await freshFolder();
  door = await startProgram({}, folder);
});
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

const skippedOn = (page: StagePage) => page.views.at(-1)?.alertControl.skipped;
const skip = () => ask(door.base, 'POST', '/alerts/skip', {});

test('[SK41] a page names one alert for each skip since it came, and all pages hear it, after a restart too', async () => {
  const [one, two] = [await openStagePage(door.base), await openStagePage(door.base)];
  one.socket.emit('skipped', '7');
  await skip();
  for (const key of ['8', '9']) one.socket.emit('skipped', key);
  for (const page of [one, two]) await soon(() => expect(skippedOn(page)).toEqual(['8']));
  await skip();
  for (const bad of [null, '', 'a'.repeat(50), { key: '1' }, '12x']) two.socket.emit('skipped', bad);
  two.socket.emit('skipped', '8');
  two.socket.emit('skipped', 'own 10.5');
  // The page came before both skips: it has two to name, of which the first was known.
  for (const page of [one, two]) await soon(() => expect(skippedOn(page)).toEqual(['8', 'own 10.5']));
  await door.close();
  door = await startProgram({}, folder);
  expect(skippedOn(await openStagePage(door.base))).toEqual(['8', 'own 10.5']);
});

test('[SK41] the newest thirty are kept, each once', () => {
  const none = { paused: false, muted: false, skips: 0, skipped: [], clearedSeq: 0, replays: 0 };
  const keys = Array.from({ length: 40 }, (_, at) => String(at));
  const after = keys.reduce(afterSkipOf, none);
  expect(after).toMatchObject({ skipped: keys.slice(-30) });
  expect(afterSkipOf(after, '39')).toBe(after);
});
