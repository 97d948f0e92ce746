import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import type { Store } from '../../server/store/store.ts';
import { toMillis } from '../../shared/time.ts';
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
} from './booking-given.ts';

const MINUTE = 60_000;
const TEN = toMillis(MONDAY_TEN);

let store: Store;
let close: () => Promise<void>;
let clock: SetClock;
let booking: Booking;
let service: string;

beforeEach(async () => {
  ({ store, close } = await openFolder());
  clock = startClock();
  booking = bookingOn(store, clock);
  [service = ''] = await publish(booking, [givenService()]);
});
afterEach(() => close());

const ask = async (name: string, start: string) =>
  granted(await booking.viewers.ask('creator', givenDraft({ service, start, name }), null));

async function booked(name: string, start: string) {
  const asked = await ask(name, start);
  granted(await booking.desk.act(asked.id, { type: 'accept' }, OWNER));
  return asked;
}

/** Who is served and who is next, at the time. */
async function queueAt(at: number): Promise<[string | null, string[]]> {
  clock.now = at;
  const { nowServing, next } = await booking.views.queueForStage();
  return [nowServing, next.map(({ name }) => name)];
}

test('[BK90] a booking is next until its time comes, is served while it runs, and is then gone', async () => {
  await booked('Vera Canary', MONDAY_TEN);
  await booked('Walter Canary', MONDAY_ELEVEN);
  expect(await queueAt(TEN - 1)).toEqual([null, ['Vera', 'Walter']]);
  expect(await queueAt(TEN)).toEqual(['Vera', ['Walter']]);
  expect(await queueAt(TEN + 30 * MINUTE - 1)).toEqual(['Vera', ['Walter']]);
  expect(await queueAt(TEN + 30 * MINUTE)).toEqual([null, ['Walter']]);
  expect(await queueAt(TEN + 60 * MINUTE)).toEqual(['Walter', []]);
  expect(await queueAt(TEN + 90 * MINUTE)).toEqual([null, []]);
});

test('[BK90] who cancels, and whose session is closed at the desk, is named no more', async () => {
  const vera = await booked('Vera', MONDAY_TEN);
  const walter = await booked('Walter', MONDAY_ELEVEN);
  expect(await booking.viewers.cancel(secretIn(vera.thread))).toBeNull();
  expect(await queueAt(TEN)).toEqual([null, ['Walter']]);
  expect(await queueAt(TEN + 61 * MINUTE)).toEqual(['Walter', []]);
  granted(await booking.desk.act(walter.id, { type: 'complete' }, OWNER));
  expect(await queueAt(TEN + 62 * MINUTE)).toEqual([null, []]);
});

test('[BK91] nobody who only asked is named, whatever the time', async () => {
  const asked = await ask('Vera', MONDAY_TEN);
  expect(await queueAt(TEN - MINUTE)).toEqual([null, []]);
  expect(await queueAt(TEN + MINUTE)).toEqual([null, []]);
  expect((await booking.views.queueForStage()).waiting).toBe(1);
  granted(await booking.desk.act(asked.id, { type: 'decline' }, OWNER));
  expect(await queueAt(TEN + 2 * MINUTE)).toEqual([null, []]);
});

test('[BK91] who did not agree to be seen is not named, and what is served is a first name alone', async () => {
  const unseen = givenDraft({ service, start: MONDAY_TEN, name: 'Hidden Canary', onAir: false });
  const { id, thread } = granted(await booking.viewers.ask('creator', unseen, null));
  granted(await booking.desk.act(id, { type: 'accept' }, OWNER));
  expect(await queueAt(TEN)).toEqual([null, []]);
  clock.now = TEN - 60 * MINUTE;
  granted(await booking.viewers.cancel(secretIn(thread)));
  await booked('vera@canary.example', MONDAY_TEN);
  await booked('Walter Canary', MONDAY_ELEVEN);
  expect(await queueAt(TEN - MINUTE)).toEqual([null, ['Walter']]);
  expect(await queueAt(TEN)).toEqual([null, ['Walter']]);
  expect(JSON.stringify(await booking.views.queueForStage())).not.toMatch(/canary/i);
});
