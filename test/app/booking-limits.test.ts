import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import type { Store } from '../../server/store/store.ts';
import { WaitDraft } from '../../shared/booking.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
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

const ask = (service: string, start?: string) =>
  booking.viewers.ask('creator', givenDraft({ service, ...(start ? { start } : {}) }), null);

test('[BK55] sixty holds are alive at once; without one a time can be asked for all the same, and holds end', async () => {
  const [service = ''] = await publish(booking, [givenService({ instant: true })]);
  const { slots } = granted(await booking.views.slots('creator', service, { from: null, to: null }));
  for (const slot of slots.slice(0, 60)) granted(await booking.viewers.hold('creator', service, slot.start));
  const next = slots[60]?.start ?? '';
  expect(await booking.viewers.hold('creator', service, next)).toMatchObject({
    why: 'too-many',
    issues: [{ message: expect.stringMatching(/\w \w/) }],
  });
  expect(granted(await ask(service, next)).state).toBe('booked');
  clock.now += 300_000;
  granted(await booking.viewers.hold('creator', service, slots[61]?.start ?? ''));
});

test('[BK154] the next hold gives the one before back, also of the same time, and keeps it where it is refused', async () => {
  const [service = ''] = await publish(booking, [givenService()]);
  const hold = (start: string, instead?: string) => booking.viewers.hold('creator', service, start, instead);
  const first = granted(await hold(MONDAY_TEN));
  expect(whyOf(await hold(MONDAY_TEN))).toBe('slot-taken');
  const again = granted(await hold(MONDAY_TEN, first.id));
  const eleven = granted(await hold(MONDAY_ELEVEN, again.id));
  granted(await hold(MONDAY_TEN));
  expect(whyOf(await hold(MONDAY_TEN, eleven.id))).toBe('slot-taken');
  expect(whyOf(await hold(MONDAY_ELEVEN))).toBe('slot-taken');
});

test('[BK55] holds take three seats of a group slot at most, so that they never fill it', async () => {
  const [service = ''] = await publish(booking, [givenService({ instant: true, capacity: 10 })]);
  const hold = () => booking.viewers.hold('creator', service, MONDAY_TEN);
  for (let turn = 0; turn < 3; turn++) granted(await hold());
  expect(whyOf(await hold())).toBe('too-many');
  expect(granted(await ask(service, MONDAY_TEN)).state).toBe('booked');
});

test('[BK56] five thousand asks may wait for an answer, and no more; what books at once goes on', async () => {
  const [service = '', instant = ''] = await publish(booking, [
    givenService(),
    givenService({ slug: 'at-once', instant: true }),
  ]);
  const first = granted(await ask(service));
  const row = await store.db.selectFrom('request').selectAll().executeTakeFirstOrThrow();
  for (let from = 1; from < 4999; from += 500) {
    const many = Array.from({ length: Math.min(500, 4999 - from) }, (_, at) => from + at);
    const rows = many.map((at) => ({ ...row, id: `r-${at}`, secret_hash: `h-${at}` }));
    await store.db.insertInto('request').values(rows).execute();
  }
  granted(await ask(service));
  expect((await booking.views.counts()).unanswered).toBe(5000);
  expect(whyOf(await ask(service))).toBe('too-many');
  expect(granted(await ask(instant, MONDAY_TEN)).state).toBe('booked');
  granted(await booking.desk.act(first.id, { type: 'decline' }, OWNER));
  granted(await ask(service));
});

test('[BK57] a viewer writes twenty times in a row until the desk says something; a note is no answer', async () => {
  const [service = ''] = await publish(booking, [givenService()]);
  const { id, thread } = granted(await ask(service, MONDAY_TEN));
  const write = () => booking.viewers.write(secretIn(thread), 'Hello?');
  for (let turn = 0; turn < 20; turn++) expect(await write()).toBeNull();
  granted(await booking.desk.act(id, { type: 'note', text: 'persistent' }, OWNER));
  expect(whyOf(await write())).toBe('too-many');
  granted(await booking.desk.act(id, { type: 'reply', text: 'Hello!' }, OWNER));
  expect(await write()).toBeNull();
});

test('[BK57] a thread takes two hundred entries of its viewer, moves among them; it can still be cancelled', async () => {
  const [service = ''] = await publish(booking, [givenService()]);
  const { id, thread } = granted(await ask(service, MONDAY_TEN));
  const secret = secretIn(thread);
  for (let turn = 0; turn < 199; turn++) {
    if (turn % 20 === 19) granted(await booking.desk.act(id, { type: 'reply', text: 'Yes.' }, OWNER));
    expect(await booking.viewers.write(secret, 'And another thing.')).toBeNull();
  }
  expect(await booking.viewers.move(secret, MONDAY_TEN)).toBeNull();
  granted(await booking.desk.act(id, { type: 'reply', text: 'Yes.' }, OWNER));
  expect(whyOf(await booking.viewers.write(secret, 'One more.'))).toBe('too-many');
  expect(whyOf(await booking.viewers.move(secret, MONDAY_TEN))).toBe('too-many');
  expect(await booking.viewers.cancel(secret)).toBeNull();
});

test('[BK174] who asks for a time with a hold gives the held seat back, and nobody in line is told of it', async () => {
  const [service = ''] = await publish(booking, [givenService({ waitlist: true })]);
  const held = granted(await booking.viewers.hold('creator', service, MONDAY_TEN));
  const only = { earliest: MONDAY_TEN, latest: MONDAY_TEN };
  const line = granted(
    await booking.waitlist.wait('creator', WaitDraft.parse({ ...givenDraft({ service }), ...only }), null),
  );
  expect(granted(await booking.views.thread(secretIn(line.thread))).state).toBe('waitlisted');
  granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN, hold: held.id }), null));
  expect(granted(await booking.views.thread(secretIn(line.thread)))).toMatchObject({ state: 'waitlisted' });
  expect(await booking.views.slots('creator', service, { from: null, to: null })).toMatchObject({
    slots: expect.arrayContaining([expect.objectContaining({ start: MONDAY_TEN })]),
  });
});

test('[BK172] one contact has ten open asks and coming bookings at once, whatever its letters’ case', async () => {
  const [service = ''] = await publish(booking, [givenService({ instant: true })]);
  const { slots } = granted(await booking.views.slots('creator', service, { from: null, to: null }));
  const askAs = (email: string, at: number) => {
    const start = slots[at]?.start ?? '';
    return booking.viewers.ask('creator', givenDraft({ service, start, contact: { email } }), null);
  };
  const made = [];
  for (let at = 0; at < 10; at++) made.push(granted(await askAs(at % 2 ? 'kim@example.org' : 'Kim@Example.org', at)));
  expect(whyOf(await askAs('kim@example.org', 10))).toBe('too-many');
  granted(await askAs('lee@example.org', 10));
  granted(await booking.viewers.cancel(secretIn(made[0]?.thread ?? '')));
  granted(await askAs('kim@example.org', 11));
});
