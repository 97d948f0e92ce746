import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import type { Store } from '../../server/store/store.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MONDAY_TEN,
  OWNER,
  openFolder,
  publish,
  type SetClock,
  startClock,
} from './booking-given.ts';

let store: Store;
let close: () => Promise<void>;
let booking: Booking;
let clock: SetClock;
let service: string;
beforeEach(async () => {
  ({ store, close } = await openFolder());
  clock = startClock();
  booking = bookingOn(store, clock);
  [service = ''] = await publish(booking, [givenService()]);
});
afterEach(() => close());

const ask = async (more: object = {}) =>
  granted(await booking.viewers.ask('creator', givenDraft({ service, ...more }), null)).id;
const act = async (id: string, type: 'claim' | 'accept' | 'decline') =>
  granted(await booking.desk.act(id, { type }, OWNER));

test('[DK121] what changed since a version is told, and nothing else', async () => {
  const [first, second] = [await ask({ message: 'one' }), await ask({ message: 'two' })];
  const { queue } = booking;
  await queue.reconcile();
  const { version, rows } = queue.whole();
  expect(rows.map(({ id }) => id).sort()).toEqual([first, second].sort());
  expect(queue.since(version)).toEqual({ from: version, version, rows: [], gone: [] });
  await act(first, 'claim');
  await queue.renew([first, 'unknown']);
  const change = queue.since(version);
  expect(change?.rows.map(({ id, claim }) => [id, claim?.by])).toEqual([[first, OWNER.id]]);
  await queue.renew([first, second]);
  await queue.reconcile();
  expect(queue.whole().version).toBe(change?.version);
});

test('[DK121] what is new, what left and what another process changed is found by looking through', async () => {
  const { queue } = booking;
  const first = await ask({ message: 'one' });
  await queue.reconcile();
  const { version } = queue.whole();
  const elsewhere = bookingOn(store, clock);
  granted(await elsewhere.desk.act(first, { type: 'claim' }, OWNER));
  const second = granted(await elsewhere.viewers.ask('creator', givenDraft({ service, message: 'two' }), null)).id;
  await queue.reconcile();
  expect(
    queue
      .since(version)
      ?.rows.map(({ id }) => id)
      .sort(),
  ).toEqual([first, second].sort());
  const before = queue.whole().version;
  await store.db.deleteFrom('request').where('id', '=', second).execute();
  await queue.reconcile();
  expect(queue.since(before)).toMatchObject({ rows: [], gone: [second] });
});

test('[DK121] a time that went to one is marked as taken in the rows of the others, at once', async () => {
  const { queue } = booking;
  const [winner, loser] = [await ask({ start: MONDAY_TEN }), await ask({ start: MONDAY_TEN })];
  await queue.reconcile();
  await act(winner, 'accept');
  await queue.renew([winner]);
  const rowOf = (id: string) => queue.whole().rows.find((row) => row.id === id);
  expect(rowOf(loser)?.slotTaken).toBe(true);
  await act(winner, 'decline');
  await queue.reconcile();
  expect(rowOf(loser)?.slotTaken).toBe(false);
});

test('[DK121] a version that is not of this list is answered with the whole', () => {
  expect(booking.queue.since(7)).toBeNull();
});

test('[DK121] only what is new, or unanswered again, calls for looking through the list', async () => {
  const { queue } = booking;
  const id = await ask({ message: 'one' });
  expect(await queue.renew([id])).toBe(true);
  await queue.reconcile(false);
  await act(id, 'claim');
  expect(await queue.renew([id])).toBe(false);
  granted(await booking.desk.act(id, { type: 'release' }, OWNER));
  expect(await queue.renew([id])).toBe(true);
  expect(await queue.renew([])).toBe(true);
});

test('[DK176] the latest of what is closed and of spam are listed, neither at the cost of the other, and all are counted', async () => {
  const declined: string[] = [];
  for (let at = 0; at < 3; at++) declined.push(await ask({ message: `no ${at}` }));
  for (const id of declined) await act(id, 'decline');
  const junk = Array.from({ length: 52 }, (_, at) => `junk-${at}`);
  const [row] = await store.db
    .selectFrom('request')
    .selectAll()
    .where('id', '=', declined[0] ?? '')
    .execute();
  if (!row) throw new Error('nothing kept');
  const rows = junk.map((id) => ({ ...row, id, secret_hash: id, state: 'spam', updated_at: clock.now + 1 }));
  await store.db.insertInto('request').values(rows).execute();
  await booking.queue.reconcile();
  const listed = booking.queue.whole().rows;
  expect(listed.filter(({ state }) => state === 'spam')).toHaveLength(50);
  expect(
    listed
      .filter(({ state }) => state === 'declined')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(declined.sort());
  expect(await booking.views.deskRequests()).toHaveLength(53);
  expect(await booking.views.deskCounts()).toMatchObject({ new: 0, declined: 3, spam: 52 });
});
