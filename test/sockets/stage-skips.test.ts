import { rm } from 'node:fs/promises';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { openStageControl } from '../../server/app/stage-control.ts';
import { afterSkipOf } from '../../server/core/stage/alert-control.ts';
import { store } from '../app/scenes-on-disk.ts';
import { follow } from '../core/live/events.ts';
import { freshFolder, postEvents, startProgram, type TestProgram } from '../program/given-program.ts';
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

/** The keys of four alerts that this page was told of, the last in the streamer's own words. */
async function keysOf(page: StagePage): Promise<string[]> {
  await postEvents(door.base, ['ida', 'jonas', 'kim'].map(follow));
  door.program.parts.ownAlerts.show('Hello', 50);
  const keys = () => page.frames.flat().map(({ key }) => key);
  await soon(() => expect(keys()).toHaveLength(4));
  return keys();
}

test('[SK41] a page names one alert for each skip since it came, and all pages hear it, after a restart too', async () => {
  const [one, two] = [await openStagePage(door.base), await openStagePage(door.base)];
  const [ida = '', jonas = '', kim = '', own = ''] = await keysOf(one);
  one.socket.emit('skipped', ida);
  await skip();
  for (const key of [jonas, kim]) one.socket.emit('skipped', key);
  for (const page of [one, two]) await soon(() => expect(skippedOn(page)).toEqual([jonas]));
  await skip();
  for (const bad of [null, '', 'a'.repeat(50), { key: '1' }, '12x']) two.socket.emit('skipped', bad);
  two.socket.emit('skipped', jonas);
  two.socket.emit('skipped', own);
  // The page came before both skips: it has two to name, of which the first was known.
  for (const page of [one, two]) await soon(() => expect(skippedOn(page)).toEqual([jonas, own]));
  await door.close();
  door = await startProgram({}, folder);
  expect(skippedOn(await openStagePage(door.base))).toEqual([jonas, own]);
});

test('[SK82] what the stages were told nothing of is not skipped, and uses up no skip', async () => {
  const page = await openStagePage(door.base);
  const before = skippedOn(page) ?? [];
  await postEvents(door.base, follow('lena'));
  await soon(() => expect(page.frames.flat()).toHaveLength(1));
  const [key = ''] = page.frames.flat().map((moment) => moment.key);
  await skip();
  for (const named of [String(Number(key) + 1), `own ${key}`, key]) page.socket.emit('skipped', named);
  await soon(() => expect(skippedOn(page)).toEqual([...before, key]));
});

test('[SK82] ten seconds after a skip no page has anything to tell of it any more, and after a restart of none', async () => {
  const kept = await store();
  let now = 1_800_000_000_000;
  const open = () =>
    openStageControl({
      store: kept,
      creatorId: 'me',
      clock: () => now,
      onFault: (error) => expect.fail(String(error)),
    });
  const control = await open();
  const overAfter = async (seconds: number, act: 'skip' | 'pause' | null) => {
    now += seconds * 1000;
    if (act) await control.act(act, 0);
    return control.skipsOver();
  };
  expect(await overAfter(0, 'skip')).toBe(0);
  expect(await overAfter(6, 'skip')).toBe(0);
  expect(await overAfter(4, 'pause')).toBe(0);
  expect(await overAfter(1, null)).toBe(1);
  expect((await open()).skipsOver()).toBe(2);
  expect(await overAfter(6, 'skip')).toBe(2);
  // A clock that was put back makes no skip a fresh one for longer than that.
  expect(await overAfter(-3600, null)).toBe(3);
});

test('[SK41] the newest thirty are kept, each once', () => {
  const none = { paused: false, muted: false, skips: 0, skipped: [], clearedSeq: 0, replays: 0 };
  const keys = Array.from({ length: 40 }, (_, at) => String(at));
  const after = keys.reduce(afterSkipOf, none);
  expect(after).toMatchObject({ skipped: keys.slice(-30) });
  expect(afterSkipOf(after, '39')).toBe(after);
});
