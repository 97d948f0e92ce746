import { afterEach, expect, test } from 'vitest';
import { migrateTo } from '../../server/store/migrate.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MONDAY_TEN,
  openFolder,
  publish,
  startClock,
} from '../app/booking-given.ts';

let close: () => Promise<void> = async () => undefined;
afterEach(() => close());

test('[BK51] the booking step of the schema goes down and up again over data, and what it does not own stays', async () => {
  const opened = await openFolder();
  close = opened.close;
  const { store } = opened;
  const before = bookingOn(store, startClock());
  const [service = ''] = await publish(before, [givenService({ instant: true })]);
  granted(await before.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), 'key'));

  await migrateTo(store.db, '0001-live');
  const tables = await store.db.introspection.getTables();
  expect(tables.map((table) => table.name)).not.toEqual(expect.arrayContaining(['slot_cell']));
  expect(await store.db.selectFrom('setting').select('name').execute()).toHaveLength(1);

  await migrateTo(store.db, '0002-booking');
  const after = bookingOn(store, startClock());
  expect(await after.views.deskRequests()).toEqual([]);
  const [anew = ''] = await publish(after, [givenService({ instant: true })]);
  expect(
    granted(await after.viewers.ask('creator', givenDraft({ service: anew, start: MONDAY_TEN }), 'key')).state,
  ).toBe('booked');
});
