import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageSample, StageView } from '../../shared/stage-view.ts';
import { chat, follow, gift } from '../core/live/events.ts';
import { freshFolder, liveOf, postEvents, startProgram, type TestProgram } from '../program/given-program.ts';
import { addedStage, ask, type StageOnWire, stagesOf } from '../program/given-stages.ts';
import { soon } from './page.ts';
import { openStagePage, type StagePage } from './stage-page.ts';

let door: TestProgram;
let folder: string;
let second: StageOnWire;
beforeAll(async () => {
  folder = await freshFolder();
  door = await startProgram({}, folder);
  second = await addedStage(door.base, 'Second');
});
afterAll(async () => {
  await door.close();
  await rm(folder, { recursive: true, force: true });
});

async function restart(): Promise<void> {
  await door.close();
  door = await startProgram({}, folder);
}

const bothStages = async (): Promise<[StagePage, StagePage]> => [
  await openStagePage(door.base),
  await openStagePage(door.base, second),
];
const last = (page: StagePage): StageView | undefined => page.views.at(-1);
const press = (blank: boolean) => ask(door.base, 'POST', '/stages/blank', { blank });

/** About a thousand events a second, in fifty streaks, until it is stopped. */
function storm(): () => Promise<void> {
  let on = true;
  const send = async () => {
    for (let tap = 1; on; tap++) {
      const events = Array.from({ length: 20 }, (_, at) =>
        gift(tap, { user: `fan-${(tap * 20 + at) % 50}`, streak: `storm-${Math.floor(tap / 50)}` }),
      );
      const [answer] = await Promise.all([postEvents(door.base, events), pause(20)]);
      await answer.arrayBuffer();
    }
  };
  const sending = send();
  const stop = async () => {
    on = false;
    await sending;
  };
  onTestFinished(stop);
  return stop;
}

test('[SK21] the panic key blanks every page of every stage ahead of what waits, in the middle of a storm too', async () => {
  const pages = [...(await bothStages()), await openStagePage(door.base, second)];
  const stop = storm();
  const from = (await liveOf(door.base)).lastSeq;
  await soon(async () => expect((await liveOf(door.base)).lastSeq).toBeGreaterThan(from + 500));
  for (const blank of [true, false, true, false]) {
    const heard = pages.map((page) => page.views.length);
    expect(await (await press(blank)).json()).toEqual({ blank });
    await soon(async () => expect(pages.map((page) => last(page)?.blank)).toEqual(pages.map(() => blank)));
    // At most one view that was on its way when the key was pressed is heard before it says so.
    for (const [at, page] of pages.entries())
      expect(page.views.slice((heard[at] ?? 0) + 1).every((view) => view.blank === blank)).toBe(true);
  }
  await stop();
}, 20_000);

test('[SK21] no view after the key says otherwise, whatever else has changed', async () => {
  const [page] = await bothStages();
  await press(true);
  await soon(() => expect(last(page)?.blank).toBe(true));
  const from = page.views.length;
  for (const name of ['One', 'Two', 'Main']) {
    await ask(door.base, 'PUT', `/stages/${(await stagesOf(door.base))[0]?.id}`, { name });
    await soon(() => expect(last(page)?.stage.name).toBe(name));
  }
  expect(page.views.slice(from).every((view) => view.blank)).toBe(true);
  await press(false);
});

test('[SK21] a stage that was blanked is blank after a restart, from its first view on', async () => {
  await press(true);
  await restart();
  for (const page of await bothStages()) expect(page.views[0]?.blank).toBe(true);
  await press(false);
  await restart();
  for (const page of await bothStages()) expect(page.views[0]?.blank).toBe(false);
});

test('[SK22] acts on alerts and what is featured reach every stage, and stay over a restart', async () => {
  const pages = await bothStages();
  const feature = { kind: 'question', name: 'Vera', text: '<b>How long?</b>' };
  expect((await ask(door.base, 'POST', '/stages/featured', feature)).status).toBe(200);
  await postEvents(door.base, follow('sk22'));
  const { lastSeq } = await liveOf(door.base);
  for (const act of ['pause', 'skip', 'skip', 'replay', 'mute', 'clear']) {
    expect((await ask(door.base, 'POST', `/alerts/${act}`, {})).status).toBe(200);
  }
  const wanted = {
    featured: feature,
    alertControl: { paused: true, muted: true, skips: 2, replays: 1, clearedSeq: lastSeq },
  };
  for (const page of pages) await soon(() => expect(last(page)).toMatchObject(wanted));
  await restart();
  for (const page of await bothStages()) expect(page.views[0]).toMatchObject(wanted);
  for (const act of ['resume', 'unmute']) await ask(door.base, 'POST', `/alerts/${act}`, {});
  await ask(door.base, 'POST', '/stages/featured', null);
  const [page] = await bothStages();
  expect(page.views[0]).toMatchObject({ featured: null, alertControl: { paused: false, muted: false, skips: 2 } });
});

test('[SK20] a page has its design before its view, and the new one as soon as its own stage looks otherwise', async () => {
  const [one, two] = await bothStages();
  expect([one.designs, two.designs]).toEqual([[FIRST_DESIGN], [FIRST_DESIGN]]);
  const design = { ...FIRST_DESIGN, theme: 'bold' };
  expect((await ask(door.base, 'PUT', `/stages/${second.id}/design`, design)).status).toBe(200);
  await soon(() => expect(two.designs).toEqual([FIRST_DESIGN, design]));
  expect(one.designs).toHaveLength(1);
  await restart();
  expect((await openStagePage(door.base, second)).designs).toEqual([design]);
});

test('[SK29] a gift below what a stage shows is not sent to it, until its streak has grown, and its worth is in no frame', async () => {
  const design = structuredClone(FIRST_DESIGN);
  Object.assign(design.alerts.types.gift, { least: 77_000_770 });
  await ask(door.base, 'PUT', `/stages/${second.id}/design`, design);
  const [all, choosy] = await bothStages();
  const taps = { user: 'sk29', streak: 'sk29', diamonds: 7_700_077 };
  await postEvents(door.base, [gift(9, taps), follow('sk29-follows')]);
  await soon(() => expect(all.frames.flat()).toHaveLength(2));
  await soon(() => expect(choosy.frames.flat()).toMatchObject([{ type: 'follow' }]));
  expect((await openStagePage(door.base, second)).views[0]?.moments.map(({ name }) => name)).not.toContain('Sk29');
  await postEvents(door.base, gift(10, taps));
  await soon(() => expect(choosy.frames.flat().at(-1)).toMatchObject({ type: 'gift', count: 10 }));
  expect((await openStagePage(door.base, second)).views[0]?.moments.map(({ name }) => name)).toContain('Sk29');
  expect(JSON.stringify([all.frames, all.views, choosy.frames, choosy.views])).not.toMatch(/7700077/);
});

test('[SK40] what is done by hand comes with the time of that very moment: a page that read an old one would show old alerts as new', async () => {
  const [page] = await bothStages();
  const first = Date.parse(last(page)?.serverTime ?? '');
  await soon(() => expect(Date.now()).toBeGreaterThan(first + 300));
  const pressedAt = Date.now();
  const seen = page.views.length;
  await ask(door.base, 'POST', '/alerts/mute', {});
  await soon(() => expect(page.views.length).toBeGreaterThan(seen));
  for (const view of page.views.slice(seen)) expect(Date.parse(view.serverTime)).toBeGreaterThanOrEqual(pressedAt - 5);
  await ask(door.base, 'POST', '/alerts/unmute', {});
});

test('[SK23] exactly one page of all has the voice, one in OBS before any other, and it moves on when its page goes', async () => {
  const [one, two] = await bothStages();
  const speaking = () => [one, two, three].filter((page) => page.socket.connected && page.voice.at(-1) === true);
  const three = await openStagePage(door.base, second);
  await soon(() => expect([one, two, three].map((page) => page.voice.at(-1))).toEqual([true, false, false]));
  const alive = {
    width: 1,
    height: 1,
    framesPerSecond: 0,
    browser: 'Mozilla/5.0 Chrome/103.0 Safari/537.36 OBS/29.1.3',
  };
  two.socket.emit('alive', alive);
  await soon(() => expect(two.voice.at(-1)).toBe(true));
  await soon(() => expect(speaking()).toEqual([two]));
  three.socket.emit('alive', alive);
  two.socket.emit('alive', alive);
  one.socket.emit('alive', { ...alive, browser: 'Mozilla/5.0 Firefox/140.0' });
  two.socket.disconnect();
  await soon(() => expect(speaking()).toEqual([three]));
  three.socket.disconnect();
  await soon(() => expect(speaking()).toEqual([one]));
});

test('[ST184] a widget is pointed out on the pages of its own stage alone, and one that it does not have is refused', async () => {
  const [one, two] = await bothStages();
  const heard: string[] = [];
  one.socket.on('point', (widget: string) => heard.push(`one ${widget}`));
  two.socket.on('point', (widget: string) => heard.push(`two ${widget}`));
  const point = (widget: string) => ask(door.base, 'POST', `/stages/${second.id}/point`, { widget });
  expect((await point('nothing')).status).toBe(404);
  const answer = await point('queue');
  expect([answer.status, await answer.json()]).toEqual([200, { pages: 1 }]);
  await soon(() => expect(heard).toEqual(['two queue']));
});

test('[ST190] what tries a widget out comes to the pages of its own stage alone, in its language, and counts nowhere', async () => {
  const [one, two] = await bothStages();
  const heard: string[] = [];
  one.socket.on('sample', ({ widget }: StageSample) => heard.push(`one ${widget.id}`));
  two.socket.on('sample', ({ widget, view }: StageSample) => {
    heard.push(`two ${widget.id} ${view.queue?.nowServing}`);
  });
  const goal = { id: 'goal', kind: 'goal', measure: 'follows', title: 'x', target: 9, from: 0, currency: 'EUR' };
  const design = { ...FIRST_DESIGN, widgets: [...FIRST_DESIGN.widgets, { ...goal, milestones: [], call: '' }] };
  expect((await ask(door.base, 'PUT', `/stages/${second.id}/design`, design)).status).toBe(200);
  const before = await liveOf(door.base);
  const tryOut = (widget: string) => ask(door.base, 'POST', `/stages/${second.id}/test`, { widget });
  expect([(await tryOut('nothing')).status, (await tryOut('alerts')).status]).toEqual([404, 404]);
  const answer = await tryOut('goal');
  expect([answer.status, await answer.json()]).toEqual([200, { pages: 1 }]);
  expect((await ask(door.base, 'PUT', `/stages/${second.id}`, { language: 'de' })).status).toBe(200);
  await tryOut('queue');
  await soon(() => expect(heard).toEqual(['two goal undefined', 'two queue Beispiel 1']));
  expect(await liveOf(door.base)).toEqual(before);
});

test('[ST182] a streak that ran when all was cleared is in no first view, before and after a restart, and a tap tells its first number', async () => {
  const taps = (count: number) => gift(count, { user: 'st182', streak: 'st182' });
  const [page] = await bothStages();
  await postEvents(door.base, taps(3));
  await ask(door.base, 'POST', '/alerts/clear', {});
  const { lastSeq } = await liveOf(door.base);
  await postEvents(door.base, [taps(9), follow('st182-follows')]);
  const tap = { type: 'gift', seq: lastSeq + 1, count: 9, firstSeq: lastSeq };
  await soon(() => expect(page.frames.flat()).toContainEqual(expect.objectContaining(tap)));
  const names = async () => (await openStagePage(door.base)).views[0]?.moments.map(({ name }) => name);
  expect(await names()).toEqual(['St182-follows']);
  await restart();
  expect(await names()).toEqual(['St182-follows']);
});

test('[SK26] what happened in the last 30 s is in the first view, after a restart too, as far as it was not cleared', async () => {
  await postEvents(door.base, follow('sk26-cleared'));
  await ask(door.base, 'POST', '/alerts/clear', {});
  await postEvents(door.base, [gift(3, { user: 'sk26', streak: 'sk26' }), chat('not for the stage')]);
  await postEvents(door.base, [gift(8, { user: 'sk26', streak: 'sk26' }), follow('sk26-follows')]);
  const moments = async () => (await openStagePage(door.base)).views[0]?.moments;
  const before = await moments();
  expect(before).toMatchObject([
    { type: 'gift', name: 'Sk26', count: 8 },
    { type: 'follow', name: 'Sk26-follows' },
  ]);
  expect(before).toHaveLength(2);
  await restart();
  expect(await moments()).toEqual(before);
});
