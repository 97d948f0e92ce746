import { rm } from 'node:fs/promises';
import { setTimeout as pause } from 'node:timers/promises';
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import { noTotals } from '../../server/core/live/tally.ts';
import { writeSession } from '../../server/store/sessions.ts';
import type { LiveEvent } from '../../shared/events.ts';
import { FIRST_DESIGN } from '../../shared/first-design.ts';
import type { StageFigures } from '../../shared/stage-view.ts';
import { BIO, givenDraft, givenService, granted, OWNER, publish, secretIn } from '../app/booking-given.ts';
import { chat, follow, gift, like, tip } from '../core/live/events.ts';
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

/** Without the places of widgets that are not there. */
const LAYOUTS = FIRST_DESIGN.layouts.map((layout) => ({ ...layout, boxes: {} }));
const last = (page: StagePage): StageFigures | undefined => page.figures.at(-1);

test('[SK24] figures tell of nothing before anything was live, and then count what comes', async () => {
  const page = await openStagePage(door.base);
  expect(page.figures[0]).toEqual({
    sessionStartedAt: null,
    diamonds: 0,
    follows: 0,
    subscribes: 0,
    likes: 0,
    money: [],
    bookings: 0,
    board: { live: [], today: [] },
    short: false,
    feed: [],
  });
  const long = { id: 'long', name: `Ann ${'e'.repeat(5000)}` };
  await postEvents(door.base, [
    gift(3, { user: 'ida', diamonds: 5, streak: 'one' }),
    { ...gift(2, { diamonds: 7, streak: null }), user: long } as LiveEvent,
    follow('ida'),
    like(5, 90),
    tip(500),
  ]);
  await soon(() =>
    expect(last(page)).toMatchObject({ diamonds: 29, follows: 1, likes: 90, money: [{ minor: 500, currency: 'EUR' }] }),
  );
  const board = last(page)?.board;
  expect(board?.live).toMatchObject([{ name: 'Ida', diamonds: 15 }, { diamonds: 14 }]);
  expect(board?.live[1]?.name).toMatch(/^Ann e+…$/);
  expect(board?.live[1]?.name.length).toBeLessThanOrEqual(120);
  expect(board?.today).toEqual(board?.live);
  expect(Date.parse(String(last(page)?.sessionStartedAt))).toBeLessThanOrEqual(Date.now());
});

test('[SK24] figures come twice a second at most, and not at all when none of them has changed', async () => {
  const page = await openStagePage(door.base);
  await soon(() => expect(page.figures.length).toBeGreaterThanOrEqual(2));
  const from = page.figures.length;
  const begun = performance.now();
  for (let batch = 0; batch < 60; batch++) await postEvents(door.base, [follow(`a${batch}`), follow(`b${batch}`)]);
  await soon(() => expect(last(page)?.follows).toBe(121));
  expect(page.figures.length - from).toBeLessThanOrEqual(2 + (performance.now() - begun) / 500);
  const still = page.figures.length;
  await postEvents(door.base, chat('changes nothing of it'));
  // Longer than figures may wait: what is not there by now was not sent.
  await pause(700);
  expect(page.figures.length).toBe(still);
});

test('[SK25] what was booked during the running session is counted while it stands', async () => {
  const { booking, live } = door.program.parts;
  const [now = '', later = ''] = await publish(
    booking,
    [givenService({ instant: true }), givenService({ slug: 'later', minutes: 45 })],
    { ...BIO, about: 'x' },
  );
  const page = await openStagePage(door.base);
  const starts = granted(await booking.views.slots('creator', later, { from: null, to: null })).slots;
  const start = (at: number) => ({ start: String(starts[at]?.start) });
  granted(await booking.viewers.ask('creator', givenDraft({ service: now, ...start(0) }), null));
  await soon(() => expect(last(page)?.bookings).toBe(1));
  const asked = granted(await booking.viewers.ask('creator', givenDraft({ service: later, ...start(8) }), null));
  granted(await booking.desk.act(asked.id, { type: 'accept' }, OWNER));
  await soon(() => expect(last(page)?.bookings).toBe(2));
  granted(await booking.viewers.cancel(secretIn(asked.thread)));
  await soon(() => expect(last(page)?.bookings).toBe(1));
  await live.start();
  await soon(() => expect(last(page)?.bookings).toBe(0));
});

test('[SK34] the board of today adds the day’s ended sessions, each person once, after a restart too', async () => {
  const { live } = door.program.parts;
  const give = (count: number, user: string) => gift(count, { user, streak: null });
  await postEvents(door.base, [give(40, 'first'), give(10, 'mara')]);
  await live.end();
  // It belongs to the session that ended, and is kept with it when the next one begins.
  await postEvents(door.base, give(2, 'mara'));
  await live.start();
  await postEvents(door.base, [give(31, 'mara'), give(5, 'second')]);
  const wanted = {
    live: [
      { name: 'Mara', diamonds: 31 },
      { name: 'Second', diamonds: 5 },
    ],
    today: [
      { name: 'Mara', diamonds: 43 },
      { name: 'First', diamonds: 40 },
    ],
  };
  const shown = async (page: StagePage) => {
    await soon(() => expect(last(page)?.board.live).toEqual(wanted.live));
    expect(last(page)?.board.today.slice(0, 2)).toEqual(wanted.today);
  };
  await shown(await openStagePage(door.base));
  await door.close();
  door = await startProgram({}, folder);
  await shown(await openStagePage(door.base));
});

test('[SK34] no figure carries the id of a person', async () => {
  await postEvents(door.base, { ...gift(90), user: { id: 'canary-id', handle: 'vera' } });
  const page = await openStagePage(door.base);
  await soon(() => expect(last(page)?.board.live[0]).toEqual({ name: 'vera', diamonds: 90 }));
  expect(JSON.stringify(page.figures)).not.toContain('canary');
});

test('[ST195] a goal that goes on is told what the lives since its day brought, after a restart too, and no replay', async () => {
  const own = await freshFolder();
  let program = await startProgram({}, own);
  onTestFinished(async () => {
    await program.close();
    await rm(own, { recursive: true, force: true });
  });
  const { live, stages, store, creatorId } = program.program.parts;
  await postEvents(program.base, [tip(900), follow('long-ago')]);
  await live.end();
  // So that the next one begins in a later millisecond.
  await pause(5);
  const since = new Date().toISOString();
  await live.start();
  await postEvents(program.base, [tip(500), tip(250), follow('ida')]);
  await live.end();
  await pause(5);
  const at = Date.now();
  const replay = {
    id: 'old',
    startedAt: at,
    endedAt: at,
    startedBy: 'replay',
    source: 'replay:x',
    room: null,
  } as const;
  const totals = { ...noTotals(), tips: [{ minor: 7_777, currency: 'EUR' }], follows: 70 };
  await writeSession(store.db, creatorId, replay, { totals, lastSeq: 0, board: new Map() }, noTotals());
  await pause(5);
  await live.start();
  await postEvents(program.base, tip(100));
  const goal = { id: 'goal', kind: 'goal', measure: 'money', title: 'Kitchen', target: 9_000, from: 0, since } as const;
  const widgets = [{ ...goal, currency: 'EUR', milestones: [], call: '' }];
  const [stage] = stages.list();
  const page = await openStagePage(program.base);
  expect(page.figures[0]).not.toHaveProperty('earlier');
  const put = await ask(program.base, 'PUT', `/stages/${stage?.id}/design`, {
    ...FIRST_DESIGN,
    widgets,
    layouts: LAYOUTS,
  });
  expect(put.status).toBe(200);
  const EUR = (minor: number) => [{ minor, currency: 'EUR' }];
  const wanted = { money: EUR(100), earlier: { [since]: { money: EUR(750), follows: 1, bookings: 0, short: false } } };
  await soon(() => expect(last(page)).toMatchObject(wanted));
  await program.close();
  program = await startProgram({}, own);
  expect((await openStagePage(program.base)).figures[0]).toMatchObject(wanted);
});
