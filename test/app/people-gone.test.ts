import { randomUUID } from 'node:crypto';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { type Access, openAccess } from '../../server/app/access.ts';
import { writeChoice } from '../../server/store/desk-choices.ts';
import { addDeskView, readDeskViews } from '../../server/store/desk-views.ts';
import { addPasskey } from '../../server/store/passkeys.ts';
import type { Store } from '../../server/store/store.ts';
import { toInstant } from '../../shared/time.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  openFolder,
  publish,
  type SetClock,
  startClock,
} from './booking-given.ts';

const DAY = 24 * 60 * 60_000;
const LOG_DAYS = 400;
const LENS = { list: 'open', label: null, language: null, search: '' } as const;
/** Where something of a moderator may stand. */
const TABLES = ['login', 'passkey', 'reply_draft', 'desk_view', 'desk_choice'] as const;

let store: Store;
let close: () => Promise<void>;
let clock: SetClock;
let access: Access;
let request: string;

beforeEach(async () => {
  ({ store, close } = await openFolder());
  clock = startClock();
  access = await openAccess({
    ...{ store, creatorId: 'local', clock: () => clock.now, newId: () => randomUUID(), ownerToken: null },
    onFault: (error) => {
      throw error;
    },
  });
  const booking = bookingOn(store, clock);
  const [service = ''] = await publish(booking, [givenService()]);
  request = granted(await booking.viewers.ask('creator', givenDraft({ service }), null)).id;
});
afterEach(() => close());

/** A moderator who is in for so many hours and has one of everything. */
async function settled(name: string, hours: number | null): Promise<string> {
  const { id, key } = await access.people.add({ name, rights: ['reply'], hours });
  granted(await access.signIn(key, null));
  await belongings(id, name);
  return id;
}

async function belongings(id: string, name: string): Promise<void> {
  const { db } = store;
  await addPasskey(db, {
    ...{ creator_id: 'local', id: `key-${name}`, person_id: id, name: 'Phone', rp_id: 'localhost' },
    ...{ credential_id: `c-${name}`, public_key: 'p', transports: '[]', counter: 0 },
    ...{ created_at: clock.now, used_at: null },
  });
  await db
    .insertInto('reply_draft')
    .values({ creator_id: 'local', person_id: id, request_id: request, text: `Dear ${name}`, at: clock.now })
    .execute();
  await store.transaction(async (tx) => {
    await addDeskView(tx, 'local', id, { id: `own-${name}`, name: 'Own', shared: false, lens: LENS });
    await addDeskView(tx, 'local', id, { id: `all-${name}`, name: `All ${name}`, shared: true, lens: LENS });
  });
  await writeChoice(db, 'local', id, { undo: false });
}

/** Of how many tables each of these people has rows. */
async function left(...people: string[]): Promise<number[]> {
  const rows = await Promise.all(
    TABLES.map((table) => store.db.selectFrom(table).select('person_id').where('creator_id', '=', 'local').execute()),
  );
  return people.map((id) => rows.filter((each) => each.some(({ person_id }) => person_id === id)).length);
}

const forget = () => access.people.forgetGone(LOG_DAYS);
const listed = async () => (await access.people.list()).map(({ name }) => name).sort();

test('[PE216] what somebody had whose time has passed is kept for thirty days, in which more time brings it back, and then goes', async () => {
  const [shown, back, stays] = [await settled('Mo', 12), await settled('Rea', 12), await settled('Kim', null)];
  const all = TABLES.length;
  clock.now += 12 * 60 * 60_000 + 30 * DAY;
  await forget();
  expect(await left(shown, back, stays)).toEqual([all, all, all]);
  expect(await access.people.change(back, { until: toInstant(clock.now + DAY) })).toBeNull();
  clock.now += 1;
  await forget();
  expect(await left(shown, back, stays)).toEqual([0, all, all]);
  expect((await readDeskViews(store.db, 'local', shown)).map(({ name }) => name)).toContain('All Mo');
  expect(await listed()).toEqual(['Kim', 'Mo', 'Owner', 'Rea']);
});

test('[PE217] who is revoked has nothing from that moment, and comes by no door', async () => {
  const mo = await settled('Mo', null);
  expect(await access.people.revoke(mo)).toBeNull();
  expect(await left(mo)).toEqual([0]);
  expect(await access.mayStill(mo, null)).toBe(false);
});

test('[PE218] who is out stays in the list as long as the log is kept, and the owner and who is in for good', async () => {
  const [mo] = [await settled('Mo', 12), await settled('Kim', null)];
  const rea = await settled('Rea', null);
  clock.now += DAY;
  expect(await access.people.revoke(rea)).toBeNull();
  clock.now += LOG_DAYS * DAY - 12 * 60 * 60_000;
  await forget();
  expect(await listed()).toEqual(['Kim', 'Mo', 'Owner', 'Rea']);
  clock.now += 1;
  await forget();
  expect(await listed()).toEqual(['Kim', 'Owner', 'Rea']);
  expect(await left(mo)).toEqual([0]);
  clock.now += DAY;
  await forget();
  expect(await listed()).toEqual(['Kim', 'Owner']);
});
