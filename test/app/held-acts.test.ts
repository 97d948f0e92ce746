import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { createHeldActs, type HeldActs } from '../../server/app/held-acts.ts';
import type { Store } from '../../server/store/store.ts';
import type { HeldFailed } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { toMillis } from '../../shared/time.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MODERATOR,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  OWNER,
  openFolder,
  publish,
  type SetClock,
  secretIn,
  startClock,
  whyOf,
} from './booking-given.ts';

let close: () => Promise<void>;
let store: Store;
let booking: Booking;
let clock: SetClock;
let service: string;
let request: string;
let secret: string;
let held: HeldActs;
let mayStill = true;
let failed: HeldFailed[];
/** What became of each in the end: its type and why not. */
let outcomes: [string, string | null][];
const REPLY = { type: 'reply', text: 'See you then' } as const;

beforeEach(async () => {
  ({ store, close } = await openFolder());
  clock = startClock();
  booking = bookingOn(store, clock);
  [service = ''] = await publish(booking, [givenService()]);
  const made = granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
  request = made.id;
  secret = secretIn(made.thread);
  mayStill = true;
  failed = [];
  outcomes = [];
  held = program();
});
afterEach(async () => {
  await held.close();
  await close();
});

/** The part of a program that holds acts; another one on the same store is what starts after it. */
function program(): HeldActs {
  const made = createHeldActs({
    ...{ store, creatorId: 'local', clock: () => clock.now, newId: () => crypto.randomUUID() },
    desk: booking.desk,
    stillMay: async () => mayStill,
    noteOutcome: async ({ act }, why) => void outcomes.push([act.type, why]),
    onFault: (error) => {
      throw error;
    },
  });
  made.onFailed((told) => failed.push(told));
  return made;
}

const now = async (): Promise<DeskRequest> => granted(await booking.views.deskRequest(request));

async function saidToViewer(): Promise<string[]> {
  return granted(await booking.views.thread(secret)).messages.map(({ text }) => text);
}

test('[DK160] an act leaves after ten seconds, done by whichever program is there then', async () => {
  const before = await now();
  expect(granted(await held.hold(request, REPLY, MODERATOR))).toMatchObject({ type: 'reply', text: REPLY.text });
  expect(await now()).toEqual(before);
  clock.now += 9_999;
  await held.run();
  expect(await saidToViewer()).not.toContain(REPLY.text);
  clock.now += 1;
  const later = program();
  await later.run();
  expect(await saidToViewer()).toContain(REPLY.text);
  expect(await later.list()).toEqual([]);
});

test('[DK160] a program that ends does what it holds before', async () => {
  granted(await held.hold(request, { type: 'accept' }, MODERATOR));
  await held.close();
  expect(await now()).toMatchObject({ state: 'booked' });
});

test('[DK161] what is undone in time leaves no trace; nobody else undoes it, and afterwards it is too late', async () => {
  const before = await now();
  granted(await held.hold(request, { type: 'decline' }, MODERATOR));
  expect(whyOf(await held.undo(request, OWNER))).toBe('too-late');
  expect(granted(await held.undo(request, MODERATOR))).toMatchObject({ type: 'decline' });
  clock.now += 60_000;
  await held.run();
  expect({ ...(await now()), updatedAt: '' }).toEqual({ ...before, updatedAt: '' });
  granted(await held.hold(request, REPLY, MODERATOR));
  clock.now += 10_000;
  await held.run();
  expect(whyOf(await held.undo(request, MODERATOR))).toBe('too-late');
});

test('[DK162] while an act is held nobody else’s goes but a note, and the own next one lets it go first', async () => {
  granted(await held.hold(request, REPLY, MODERATOR));
  for (const act of [{ type: 'claim' }, { type: 'take-over' }, { type: 'accept' }, { type: 'spam' }] as const) {
    expect([act.type, whyOf(await held.act(request, act, OWNER))]).toEqual([act.type, 'answer-on-its-way']);
  }
  expect(whyOf(await held.hold(request, REPLY, OWNER))).toBe('answer-on-its-way');
  granted(await held.act(request, { type: 'note', text: 'For us' }, OWNER));
  granted(await held.hold(request, { type: 'accept' }, MODERATOR));
  expect(await saidToViewer()).toContain(REPLY.text);
  expect(await held.list()).toMatchObject([{ type: 'accept' }]);
});

test('[DK163] what could not be done is refused at once, with what the act itself is refused with', async () => {
  granted(await booking.desk.act(request, { type: 'claim' }, OWNER));
  expect(whyOf(await held.hold(request, REPLY, MODERATOR))).toBe('claimed-by-other');
  expect(whyOf(await held.hold('of-nobody', REPLY, MODERATOR))).toBe('not-found');
  const past = { type: 'offer', starts: [clock.now - 60_000] } as const;
  expect(whyOf(await held.hold(request, past, OWNER))).toBe('slot-not-offered');
  expect(await held.list()).toEqual([]);
});

test('[DK163] what cannot be done any more when its time has come is told, and dropped', async () => {
  const rival = granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
  granted(await held.hold(request, { type: 'accept' }, MODERATOR));
  clock.now += 1;
  granted(await booking.desk.act(rival.id, { type: 'accept' }, OWNER));
  clock.now += 10_000;
  await held.run();
  expect(failed).toMatchObject([{ act: { request, type: 'accept', by: { id: MODERATOR.id } }, why: 'slot-taken' }]);
  expect(outcomes).toEqual([['accept', 'slot-taken']]);
  expect(await held.list()).toEqual([]);
  const offer = { type: 'offer', starts: [toMillis(MONDAY_ELEVEN)] } as const;
  expect(granted(await held.hold(request, offer, OWNER)).starts).toEqual([MONDAY_ELEVEN]);
});

test('[DK260] while an accept is held another that would take its time is refused at once, held or not, and goes once it is undone', async () => {
  const rival = granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
  const later = granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_ELEVEN }), null));
  expect(granted(await held.hold(request, { type: 'accept' }, MODERATOR)).starts).toEqual([MONDAY_TEN]);
  for (const by of [OWNER, MODERATOR]) {
    expect(whyOf(await held.hold(rival.id, { type: 'accept' }, by))).toBe('slot-on-its-way');
    expect(whyOf(await held.act(rival.id, { type: 'accept' }, by))).toBe('slot-taken');
  }
  granted(await held.hold(rival.id, REPLY, OWNER));
  granted(await held.hold(later.id, { type: 'accept' }, OWNER));
  granted(await held.undo(request, MODERATOR));
  granted(await held.act(rival.id, { type: 'accept' }, OWNER));
  expect(granted(await booking.views.deskRequest(rival.id))).toMatchObject({ state: 'booked' });
});

test('[DK260] of a time with several seats an accept that is held takes one', async () => {
  const [group = ''] = await publish(booking, [givenService({ slug: 'group', capacity: 2 })]);
  const asks = [];
  for (const _ of [1, 2, 3]) {
    asks.push(
      granted(await booking.viewers.ask('creator', givenDraft({ service: group, start: MONDAY_ELEVEN }), null)),
    );
  }
  const [one, two, three] = asks.map(({ id }) => id);
  granted(await held.hold(one ?? '', { type: 'accept' }, MODERATOR));
  granted(await held.hold(two ?? '', { type: 'accept' }, OWNER));
  expect(whyOf(await held.hold(three ?? '', { type: 'accept' }, OWNER))).toBe('slot-on-its-way');
});

test('[DK261] that a viewer did not come, or came, is held and undone like what else leaves the house', async () => {
  granted(await booking.desk.act(request, { type: 'accept' }, OWNER));
  clock.now = toMillis(MONDAY_TEN);
  expect(granted(await held.hold(request, { type: 'no-show' }, MODERATOR))).toMatchObject({ type: 'no-show' });
  expect(await now()).toMatchObject({ state: 'booked' });
  granted(await held.undo(request, MODERATOR));
  granted(await held.hold(request, { type: 'complete' }, MODERATOR));
  clock.now += 10_000;
  await held.run();
  expect(await now()).toMatchObject({ state: 'done' });
  expect(outcomes).toEqual([['complete', null]]);
});

test('[DK164] what somebody holds is dropped at once when they may not do it any more, and what they may do stays', async () => {
  granted(await held.hold(request, REPLY, MODERATOR));
  await held.rightsChanged();
  expect(await held.list()).toHaveLength(1);
  mayStill = false;
  await held.rightsChanged();
  expect(await held.list()).toEqual([]);
  expect(await saidToViewer()).not.toContain(REPLY.text);
});

test('[DK164] what somebody holds is not done once they may not do it any more', async () => {
  granted(await held.hold(request, REPLY, MODERATOR));
  mayStill = false;
  clock.now += 10_000;
  await held.run();
  expect(await saidToViewer()).not.toContain(REPLY.text);
  expect(failed).toMatchObject([{ why: 'not-allowed' }]);
});
