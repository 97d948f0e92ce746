import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from '../../server/store/store.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  OWNER,
  openFolder,
  publish,
  startClock,
  whyOf,
} from './booking-given.ts';

let store: Store;
let close: () => Promise<void>;
let booking: ReturnType<typeof bookingOn>;
let service: string;

beforeEach(async () => {
  ({ store, close } = await openFolder());
  booking = bookingOn(store, startClock());
  [service = ''] = await publish(booking, [givenService()]);
});
afterEach(() => close());

const ask = async (more: object) =>
  granted(await booking.viewers.ask('creator', givenDraft({ service, ...more }), null));

/** The list and the floods beside it as they are now. */
async function queueNow() {
  await booking.queue.reconcile();
  return { rows: booking.queue.whole().rows, floods: booking.queue.floods() };
}

/** Copies of one request, put beside it in the store: a flood as it stands there, without the minute it takes to come. */
async function flood(count: number): Promise<void> {
  const { id } = await ask({ name: 'Bot', message: 'Cheap followers for you' });
  const { db } = store;
  const request = await db.selectFrom('request').selectAll().where('id', '=', id).executeTakeFirstOrThrow();
  const message = await db.selectFrom('message').selectAll().where('request_id', '=', id).executeTakeFirstOrThrow();
  await store.transaction(async (tx) => {
    for (let at = 1; at < count; at++) {
      const copy = `copy-${at}`;
      await tx
        .insertInto('request')
        .values({ ...request, id: copy, secret_hash: copy })
        .execute();
      await tx
        .insertInto('message')
        .values({ ...message, id: copy, request_id: copy })
        .execute();
    }
  });
}

test('[DK108] in a flood of 5,000 the queue holds the real asks and one line, well within a socket’s budget', async () => {
  const real = await ask({ message: 'May I ask about my CV?', contact: { email: 'vera@mail.example' } });
  await flood(5000);
  const queue = await queueNow();
  expect(queue.rows.map(({ id }) => id)).toEqual([real.id]);
  expect(queue.floods).toMatchObject([{ by: 'text', value: 'Cheap followers for you', count: 5000 }]);
  expect(JSON.stringify(queue).length).toBeLessThan(10_000);
  const shown = granted(await booking.views.deskFlood(queue.floods[0]?.id ?? ''));
  expect(shown).toHaveLength(50);
});

test('[DK109] a flood is spam at one word, and undoing gives back what nobody has touched since', async () => {
  await flood(30);
  const real = await ask({ message: 'May I ask about my CV?', contact: { email: 'vera@mail.example' } });
  const [line] = (await queueNow()).floods;
  const marked = granted(await booking.floods.spam(line?.id ?? ''));
  expect(marked.count).toBe(30);
  expect((await booking.views.deskRequests()).filter(({ state }) => state === 'new').map(({ id }) => id)).toEqual([
    real.id,
  ]);
  expect(whyOf(await booking.floods.spam(line?.id ?? ''))).toBe('not-found');
  expect(await booking.floods.undo(marked.act)).toBeNull();
  expect((await queueNow()).floods).toEqual([line]);
  expect(whyOf(await booking.floods.undo(marked.act))).toBe('not-found');
});

test('[DK107] an ask that somebody has claimed leaves the flood and stands by itself', async () => {
  await flood(30);
  granted(await booking.desk.act('copy-1', { type: 'claim' }, OWNER));
  const queue = await queueNow();
  expect(queue.rows.map(({ id }) => id)).toEqual(['copy-1']);
  expect(queue.floods).toMatchObject([{ count: 29 }]);
});
