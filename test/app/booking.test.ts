import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { createDoor } from '../../server/app/door.ts';
import type { Store } from '../../server/store/store.ts';
import {
  BIO,
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  NINE_TO_FIVE,
  OWNER,
  openFolder,
  publish,
  type SetClock,
  secretIn,
  startClock,
  whyOf,
} from './booking-given.ts';

let store: Store;
let close: () => Promise<void>;
let clock: SetClock;
let booking: Booking;

beforeEach(async () => {
  ({ store, close } = await openFolder());
  clock = startClock();
  booking = bookingOn(store, clock);
});
afterEach(() => close());

const ask = async (changes: Parameters<typeof givenDraft>[0]) =>
  granted(await booking.viewers.ask('creator', givenDraft(changes), null));

describe('what others hear of a change', () => {
  test('[BK41] listeners hear which requests changed, once it is kept, and losers are among them', async () => {
    const [service = ''] = await publish(booking, [givenService()]);
    const [first, second] = [await ask({ service, start: MONDAY_TEN }), await ask({ service, start: MONDAY_TEN })];
    const heard: string[][] = [];
    const stop = booking.onChange((change) => heard.push([...change.requests].sort()));
    await booking.desk.act(first.id, { type: 'accept' }, OWNER);
    expect(heard).toEqual([[first.id, second.id].sort()]);
    expect(whyOf(await booking.desk.act(second.id, { type: 'accept' }, OWNER))).toBe('slot-taken');
    stop();
    await booking.desk.act(second.id, { type: 'claim' }, OWNER);
    expect(heard).toHaveLength(1);
  });

  test('[BK58] a listener that throws is a fault of its own: the booking is made, answered and told to the others', async () => {
    const faults: unknown[] = [];
    const booked = bookingOn(store, clock, 'local', (error) => void faults.push(error));
    const [service = ''] = await publish(booked, [givenService({ instant: true })]);
    let heard = 0;
    booked.onChange(() => {
      throw new Error('a broken listener');
    });
    booked.onChange(() => heard++);
    const made = granted(await booked.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
    expect([made.state, heard, String(faults)]).toEqual(['booked', 1, 'Error: a broken listener']);
  });

  test('[BK42] those who asked for an overlapping time of another service are told too, each once', async () => {
    const [short = '', long = ''] = await publish(booking, [
      givenService(),
      givenService({ slug: 'long', minutes: 90 }),
    ]);
    const loser = await ask({ service: long, start: '2026-11-23T08:30:00Z' });
    const apart = await ask({ service: long, start: MONDAY_ELEVEN });
    const winner = await ask({ service: short, start: MONDAY_TEN });
    granted(await booking.desk.act(winner.id, { type: 'accept' }, OWNER));
    expect(granted(await booking.views.deskRequest(loser.id))).toMatchObject({
      state: 'offered',
      slotTaken: true,
      messages: [{ text: 'slot-taken', data: { start: '2026-11-23T08:30:00Z' } }],
    });
    expect(granted(await booking.views.deskRequest(apart.id))).toMatchObject({
      state: 'new',
      slotTaken: false,
      messages: [],
    });
  });
});

describe('holds', () => {
  test('[BK43] a hold that ran out is swept, and listeners hear that its time is free', async () => {
    const [service = ''] = await publish(booking, [givenService()]);
    granted(await booking.viewers.hold('creator', service, MONDAY_TEN));
    let heard = 0;
    booking.onChange(() => heard++);
    expect(await booking.sweep()).toBe(0);
    expect(heard).toBe(0);
    clock.now += 300_000;
    expect(await booking.sweep()).toBe(1);
    expect(heard).toBe(1);
    expect(await store.db.selectFrom('slot_cell').select('cell').execute()).toEqual([]);
  });

  test('[BK61] who has not been told a hold’s id cannot guess it: it has 256 random bits', async () => {
    const [service = ''] = await publish(booking, [givenService()]);
    const hold = granted(await booking.viewers.hold('creator', service, MONDAY_TEN));
    expect(Buffer.from(hold.id, 'base64url')).toHaveLength(32);
    expect(hold.serverTime).toBe('2026-11-22T11:00:00Z');
  });

  test('[BK44] a viewer with a hold on a slot that a person decides on sends an ask, and the slot is offered again', async () => {
    const [service = ''] = await publish(booking, [givenService()]);
    const hold = granted(await booking.viewers.hold('creator', service, MONDAY_TEN));
    expect(await ask({ service, start: MONDAY_TEN, hold: hold.id })).toMatchObject({ state: 'new' });
    expect(await ask({ service, start: MONDAY_TEN })).toMatchObject({ state: 'new' });
  });
});

describe('what the stage may show', () => {
  test('[BK45] the queue on air has first names, services and times of bookings, and counts the open asks', async () => {
    const [service = ''] = await publish(booking, [givenService()]);
    const booked = await ask({
      service,
      start: MONDAY_TEN,
      name: 'Vera Canary',
      contact: { email: 'canary@example.com' },
    });
    await ask({ service, start: MONDAY_ELEVEN, name: 'Walter Canary', message: 'canary' });
    granted(await booking.desk.act(booked.id, { type: 'accept' }, OWNER));
    const queue = await booking.views.queueForStage();
    expect(queue).toEqual({
      waiting: 1,
      nowServing: null,
      next: [{ name: 'Vera', service: givenService().title, start: MONDAY_TEN }],
    });
    expect(await booking.views.counts()).toEqual({ open: 1, unanswered: 1 });
  });

  test('[BK46] the next free time is the earliest of all offers, and none while nothing is published or all is taken', async () => {
    expect(await booking.views.nextFree()).toBeNull();
    const day = (horizonDays: number) => ({ instant: true, horizonDays, minutes: 480 });
    const [long = ''] = await publish(booking, [
      givenService({ ...day(2), slug: 'day' }),
      givenService({ slug: 'b', noticeMinutes: 2880, horizonDays: 2 }),
    ]);
    expect(await booking.views.nextFree()).toEqual({
      start: '2026-11-23T08:00:00Z',
      zone: 'Europe/Berlin',
      leftThisWeek: 0,
    });
    await ask({ service: long, start: '2026-11-23T08:00:00Z' });
    expect(await booking.views.nextFree()).toMatchObject({ start: '2026-11-24T08:00:00Z' });
    await ask({ service: long, start: '2026-11-24T08:00:00Z' });
    expect(await booking.views.nextFree()).toBeNull();
  });
});

test('[BK52] free times that are shown are three seconds old at most, never outlive a change here, and sell nothing', async () => {
  const [service = ''] = await publish(booking, [givenService({ instant: true })]);
  const elsewhere = bookingOn(store, clock);
  const first = async () =>
    granted(await booking.views.slots('creator', service, { from: null, to: null })).slots[0]?.start;
  expect(await first()).toBe('2026-11-22T11:00:00Z');
  const draft = givenDraft({ service, start: '2026-11-22T11:00:00Z' });
  granted(await elsewhere.viewers.ask('creator', draft, null));
  expect(await first()).toBe('2026-11-22T11:00:00Z');
  expect(whyOf(await booking.viewers.ask('creator', draft, null))).toBe('slot-taken');
  clock.now += 3000;
  expect(await first()).toBe('2026-11-22T11:30:00Z');
  await ask({ service, start: '2026-11-22T11:30:00Z' });
  expect(await first()).toBe('2026-11-22T12:00:00Z');
});

test('[BK53] pages that ask a moment apart share one look at the calendar, and each gets its own window to the millisecond', async () => {
  const [service = ''] = await publish(booking, [givenService({ instant: true })]);
  const starts = async (from: number, to: number) =>
    granted(await booking.views.slots('creator', service, { from, to })).slots.map((slot) => slot.start.slice(11, 16));
  const noon = clock.now;
  const hour = 60 * 60_000;
  expect(await starts(noon + 1, noon + hour + 1)).toEqual(['11:30', '12:00']);
  granted(
    await bookingOn(store, clock).viewers.ask('creator', givenDraft({ service, start: '2026-11-22T11:30:00Z' }), null),
  );
  expect(await starts(noon + 7, noon + hour + 7)).toEqual(['11:30', '12:00']);
  expect(await starts(noon + hour / 2 + 1, noon + hour)).toEqual([]);
  expect(await starts(noon + hour, noon + hour + 1)).toEqual(['12:00']);
});

describe('changes of the offer', () => {
  test('[BK47] a booking keeps its time when the service or the hours change, and the wall time it was made in', async () => {
    const [service = ''] = await publish(booking, [givenService({ instant: true })]);
    const made = await ask({ service, start: MONDAY_TEN });
    granted(await booking.offers.changeService(service, givenService({ minutes: 90 })));
    granted(await booking.offers.setAvailability({ ...NINE_TO_FIVE, zone: 'America/New_York' }));
    const thread = granted(await booking.views.thread(secretIn(made.thread)));
    expect(thread).toMatchObject({ start: MONDAY_TEN, end: '2026-11-23T09:30:00Z' });
    const row = await store.db.selectFrom('request').select(['wall_start', 'creator_zone']).executeTakeFirst();
    expect({ ...row }).toEqual({ wall_start: '2026-11-23T10:00', creator_zone: 'Europe/Berlin' });
  });

  test('[BK48] seats that are added to a service are added to its sold slots; taken ones are never taken away', async () => {
    const [service = ''] = await publish(booking, [givenService({ instant: true, capacity: 2 })]);
    await ask({ service, start: MONDAY_TEN });
    await ask({ service, start: MONDAY_TEN });
    granted(await booking.offers.changeService(service, givenService({ instant: true, capacity: 3 })));
    await ask({ service, start: MONDAY_TEN });
    granted(await booking.offers.changeService(service, givenService({ instant: true, capacity: 1 })));
    const full = await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null);
    expect(whyOf(full)).toBe('slot-taken');
    expect(await store.db.selectFrom('seat').select('seat_no').execute()).toHaveLength(3);
  });

  test('[BK59] what is published stays readable beside a draft with another handle', async () => {
    expect(await booking.offers.published()).toBeNull();
    await publish(booking, [givenService()]);
    granted(await booking.offers.setBio({ ...BIO, handle: 'renamed' }));
    expect((await booking.offers.bio()).bio?.handle).toBe('renamed');
    expect((await booking.offers.published())?.handle).toBe('creator');
  });

  test('[BK278] a page that is taken offline sells nothing, what is booked goes on, and the handle leads there again', async () => {
    const [service = ''] = await publish(booking, [givenService({ instant: true })]);
    const draft = givenDraft({ service, start: MONDAY_TEN });
    const made = granted(await booking.viewers.ask('creator', draft, null));
    granted(await booking.offers.unpublish());
    expect(await booking.offers.published()).toBeNull();
    expect(whyOf(await booking.offers.publicPage('creator'))).toBe('not-found');
    expect(whyOf(await booking.viewers.hold('creator', service, MONDAY_ELEVEN))).toBe('not-found');
    expect(whyOf(await booking.waitlist.wait('creator', givenDraft({ service }), null))).toBe('not-found');
    expect(await booking.views.nextFree()).toBeNull();
    const secret = made.thread.split('/').at(-1) ?? '';
    expect(granted(await booking.views.thread(secret)).state).toBe('booked');
    expect(granted(await booking.views.calendarEntry(secret)).method).toBe('PUBLISH');
    expect(whyOf(await booking.offers.unpublish())).toBe('not-found');

    granted(await booking.offers.setBio({ ...BIO, handle: 'renamed' }));
    granted(await booking.offers.publish());
    expect(granted(await booking.offers.publicPage('creator')).handle).toBe('renamed');
    granted(await booking.viewers.move(secret, MONDAY_ELEVEN));
  });

  test('[BK60] a repeat under its key is answered after the offer was withdrawn; a new ask is not', async () => {
    const [service = ''] = await publish(booking, [givenService()]);
    const draft = givenDraft({ service, start: MONDAY_TEN });
    const made = granted(await booking.viewers.ask('creator', draft, 'key'));
    granted(await booking.offers.deleteService(service));
    expect(await booking.viewers.ask('creator', draft, 'key')).toEqual(made);
    expect(whyOf(await booking.viewers.ask('creator', draft, 'other'))).toBe('not-found');
  });

  test('[BK49] a deleted service keeps its bookings and threads', async () => {
    const [service = ''] = await publish(booking, [givenService({ instant: true })]);
    const made = await ask({ service, start: MONDAY_TEN });
    expect(await booking.offers.deleteService(service)).toBeNull();
    expect(granted(await booking.views.thread(secretIn(made.thread)))).toMatchObject({ state: 'booked' });
    expect(whyOf(await booking.viewers.ask('creator', givenDraft({ service }), null))).toBe('not-found');
  });
});

test('[BK50] the door lets work through one at a time in order, and goes on after one that fails', async () => {
  const door = createDoor();
  const seen: string[] = [];
  const work = (name: string, turns: number) => async () => {
    seen.push(`${name} begins`);
    for (let turn = 0; turn < turns; turn++) await Promise.resolve();
    seen.push(`${name} ends`);
    if (name === 'b') throw new Error('b failed');
    return name;
  };
  const all = await Promise.allSettled([door.run(work('a', 9)), door.run(work('b', 5)), door.run(work('c', 1))]);
  expect(seen).toEqual(['a begins', 'a ends', 'b begins', 'b ends', 'c begins', 'c ends']);
  expect(all.map((one) => one.status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
});
