import { sql } from 'kysely';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import type { FeedParts } from '../../server/app/booking-parts.ts';
import { isRefusal } from '../../server/core/decision.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { ensureCreator } from '../../server/store/offers.ts';
import { type SeatAsk, takeSeat } from '../../server/store/seats.ts';
import { secretsOf } from '../../server/store/secrets.ts';
import { toMillis, toWireInstant } from '../../shared/time.ts';
import {
  BIO,
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  OWNER,
  publish,
  type SetClock,
  secretIn,
  whyOf,
} from '../app/booking-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

const MINUTE = 60_000;

/** What booking promises on every store. `open` gives an empty one. */
export function bookingStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`booking on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let first: Booking;
    let second: Booking;

    beforeEach(async () => {
      ({ opened, clock, booking: first, elsewhere: second } = await twoPrograms(open));
    });
    afterEach(() => opened.close());

    const either = (turn: number) => (turn % 2 === 0 ? first : second);

    test('[BK1] the store itself gives a minute of the creator to one appointment only', async () => {
      const [store] = opened.stores;
      await store.transaction((tx) => ensureCreator(tx, 'local', clock.now));
      const take = (service: string, from: number) =>
        store.transaction(async (tx) =>
          takeSeat(tx, 'local', `${service}-${from}`, ask(service, from), { request: `${service}-${from}` }),
        );
      expect(await take('a', 0)).toBe(true);
      expect(await take('b', 29)).toBe(false);
      const insert = () =>
        sql`insert into slot_cell (creator_id, cell, appointment_id) values ('local', 5, 'a-0')`.execute(store.db);
      await expect(insert()).rejects.toSatisfy((error) => store.isUniqueTaken(error));
    });

    test('[BK1] writers who race for overlapping minutes, without any queue before the store, leave no overlap', async () => {
      await opened.stores[0].transaction((tx) => ensureCreator(tx, 'local', clock.now));
      const lost = new Error('lost');
      const race = Array.from({ length: 40 }, async (_, turn) => {
        const store = opened.stores[turn % 2 === 0 ? 0 : 1];
        const won = store.transaction(async (tx) => {
          const request = `r${turn}`;
          if (!(await takeSeat(tx, 'local', `a${turn}`, ask(`s${turn}`, (turn * 7) % 60), { request }))) throw lost;
        });
        return won.catch((error: unknown) => {
          if (error !== lost) throw error;
        });
      });
      await Promise.all(race);
      const { db } = opened.stores[0];
      const sold = await db.selectFrom('appointment').select(['from_at', 'to_at']).orderBy('from_at').execute();
      expect(sold.length).toBeGreaterThan(0);
      for (const [at, one] of sold.entries()) expect(one.from_at).toBeGreaterThanOrEqual(sold[at - 1]?.to_at ?? 0);
      expect(await db.selectFrom('slot_cell').select('cell').execute()).toHaveLength(sold.length * 30);
    });

    test('[BK2] the store itself refuses a seat beyond the capacity', async () => {
      const [store] = opened.stores;
      await store.transaction((tx) => ensureCreator(tx, 'local', clock.now));
      await store.transaction((tx) => takeSeat(tx, 'local', 'one', ask('a', 0), { request: 'r' }));
      const insert = (seat: number, capacity: number) =>
        sql`insert into seat (creator_id, appointment_id, seat_no, capacity, request_id) values ('local', 'one', ${seat}, ${capacity}, 's')`.execute(
          store.db,
        );
      await expect(insert(1, 1)).rejects.toThrow();
      await expect(insert(1, 2)).rejects.toThrow();
    });

    test('[BK3] of 200 viewers who book one slot at once exactly one gets it, and the others the nearest', async () => {
      const [service = ''] = await publish(first, [givenService({ instant: true })]);
      const answers = await Promise.all(
        Array.from({ length: 200 }, (_, turn) =>
          either(turn).viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), `key-${turn}`),
        ),
      );
      const booked = answers.filter((answer) => !isRefusal(answer));
      const lost = answers.filter(isRefusal);
      expect(booked).toHaveLength(1);
      expect(new Set(lost.map((refusal) => refusal.why))).toEqual(new Set(['slot-taken']));
      expect(lost[0]?.nearest).toEqual(['2026-11-23T08:30:00Z', '2026-11-23T09:30:00Z', MONDAY_ELEVEN]);
    });

    test('[BK4] services whose times overlap, buffers counted, are never both booked', async () => {
      const [long = '', short = ''] = await publish(first, [
        givenService({ slug: 'long', minutes: 60, bufferAfterMinutes: 30, instant: true }),
        givenService({ slug: 'short', minutes: 30, bufferBeforeMinutes: 15, instant: true }),
      ]);
      const starts = ['09:00', '09:30', '10:00', '10:30', '11:00', '11:30'].map((time) => `2026-11-23T${time}:00Z`);
      await Promise.all(
        starts.flatMap((start, at) =>
          [long, short].map((service, turn) =>
            either(at + turn).viewers.ask('creator', givenDraft({ service, start }), null),
          ),
        ),
      );
      const sold = await opened.stores[0].db
        .selectFrom('appointment')
        .select(['from_at', 'to_at'])
        .orderBy('from_at')
        .execute();
      expect(sold.length).toBeGreaterThan(1);
      for (const [at, one] of sold.entries()) expect(one.from_at).toBeGreaterThanOrEqual(sold[at - 1]?.to_at ?? 0);
    });

    test('[BK5] of many approvals for one slot at once exactly one books it, and the others are offered the nearest', async () => {
      const [service = ''] = await publish(first, [givenService()]);
      const asked = await Promise.all(
        Array.from({ length: 40 }, (_, turn) =>
          either(turn).viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null),
        ),
      );
      const answers = await Promise.all(
        asked.map((request, turn) => either(turn).desk.act(granted(request).id, { type: 'accept' }, OWNER)),
      );
      expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(1);
      expect(answers.filter((answer) => whyOf(answer) === 'slot-taken')).toHaveLength(39);
      const requests = await second.views.deskRequests();
      expect(requests.filter((request) => request.state === 'booked')).toHaveLength(1);
      const offered = requests.filter((request) => request.state === 'offered');
      expect(offered).toHaveLength(39);
      expect(offered.every((request) => request.slotTaken)).toBe(true);
      expect(offered[0]?.messages).toMatchObject([
        { from: 'system', text: 'slot-taken', data: { nearest: expect.arrayContaining([MONDAY_ELEVEN]) } },
      ]);
    });

    test('[BK6] a group slot sells each seat once and says how many are left', async () => {
      const [service = ''] = await publish(first, [givenService({ capacity: 3, instant: true })]);
      const ask = (turn: number) =>
        either(turn).viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null);
      expect(whyOf(await ask(0))).toBeNull();
      const slots = granted(
        await second.views.slots('creator', service, { from: toMillis(MONDAY_TEN), to: toMillis(MONDAY_ELEVEN) }),
      );
      expect(slots.slots.map((slot) => slot.seats)).toEqual([2, 3]);
      const answers = await Promise.all(Array.from({ length: 20 }, (_, turn) => ask(turn)));
      expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(2);
    });

    test('[BK7] the same Idempotency-Key ten times at once makes one request and one answer', async () => {
      const [service = ''] = await publish(first, [givenService()]);
      const draft = givenDraft({ service, start: MONDAY_TEN, message: 'Hello' });
      const answers = await Promise.all(
        Array.from({ length: 10 }, (_, turn) => either(turn).viewers.ask('creator', draft, 'one-key')),
      );
      expect(new Set(answers.map((answer) => JSON.stringify(answer))).size).toBe(1);
      expect(await first.views.deskRequests()).toHaveLength(1);
      expect(whyOf(await second.viewers.ask('creator', { ...draft, message: 'Other' }, 'one-key'))).toBe('key-reused');
    });

    test('[BK8] a cancelled or moved booking frees its time at once, for whoever asks first', async () => {
      const [service = ''] = await publish(first, [givenService({ instant: true })]);
      const start = MONDAY_TEN;
      const mine = granted(await first.viewers.ask('creator', givenDraft({ service, start }), null));
      const secret = secretIn(mine.thread);
      expect(await second.viewers.move(secret, MONDAY_ELEVEN)).toBeNull();
      const race = await Promise.all(
        Array.from({ length: 10 }, (_, turn) =>
          either(turn).viewers.ask('creator', givenDraft({ service, start }), null),
        ),
      );
      expect(race.filter((answer) => !isRefusal(answer))).toHaveLength(1);
      expect(await first.viewers.cancel(secret)).toBeNull();
      expect(
        whyOf(await second.viewers.ask('creator', givenDraft({ service, start: MONDAY_ELEVEN }), null)),
      ).toBeNull();
      expect(await opened.stores[0].db.selectFrom('appointment').select('id').execute()).toHaveLength(2);
    });

    test('[BK39] control characters in a stranger’s texts are left out, and nothing else is', async () => {
      const [service = ''] = await publish(first, [givenService()]);
      const texts = { name: 'A\u0000\u0007 B', message: 'x\u0000y\n👩‍🎨 é', hold: 'a\u0000' };
      const made = granted(
        await first.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN, ...texts }), null),
      );
      const thread = granted(await second.views.thread(secretIn(made.thread)));
      expect(thread).toMatchObject({ name: 'A B', messages: [{ from: 'viewer', text: 'xy\n👩‍🎨 é' }] });
      const empty = await first.viewers.ask('creator', givenDraft({ service, name: '\u0000' }), null);
      expect(whyOf(empty)).toBe('bad-input');
    });

    test('[BK40] creators in one store share nothing: not a handle, a slot, a request or a thread', async () => {
      const other = bookingOn(opened.stores[1], clock, 'other');
      const [service = ''] = await publish(first, [givenService({ instant: true })]);
      await other.offers.setBio(BIO);
      expect(whyOf(await other.offers.publish())).toBe('handle-taken');
      const [theirs = ''] = await publish(other, [givenService({ instant: true })], { ...BIO, handle: 'another' });
      const start = MONDAY_TEN;
      const mine = granted(await first.viewers.ask('creator', givenDraft({ service, start }), 'key'));
      expect(whyOf(await other.viewers.ask('another', givenDraft({ service: theirs, start }), 'key'))).toBeNull();
      expect(whyOf(await other.views.thread(secretIn(mine.thread)))).toBe('not-found');
      expect(whyOf(await other.desk.act(mine.id, { type: 'claim' }, OWNER))).toBe('not-found');
      expect(whyOf(await other.views.slots('another', service, { from: null, to: null }))).toBe('not-found');
      expect(await other.views.deskRequests()).toHaveLength(1);
    });

    test('[BK51] the booking step of the schema goes down and up again over data, and what it does not own stays', async () => {
      const [{ db }] = opened.stores;
      const [service = ''] = await publish(first, [givenService({ instant: true })]);
      granted(await first.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), 'key'));

      await migrateTo(db, '0001-live');
      const tables = (await db.introspection.getTables()).map((table) => table.name);
      expect(tables).toContain('setting');
      expect(
        tables.filter((name) => ['bio', 'service', 'appointment', 'slot_cell', 'seat', 'request'].includes(name)),
      ).toEqual([]);
      expect(await db.selectFrom('setting').select('name').execute()).toHaveLength(1);

      await migrateUp(db);
      expect(await first.views.deskRequests()).toEqual([]);
      const [anew = ''] = await publish(first, [givenService({ instant: true })]);
      const draft = givenDraft({ service: anew, start: MONDAY_TEN });
      expect(granted(await first.viewers.ask('creator', draft, 'key')).state).toBe('booked');
      expect(whyOf(await second.viewers.ask('creator', draft, null))).toBe('slot-taken');
    });

    test('[BK112] of many who book one day at once no more get in than its cap, by bookings, holds and approvals alike', async () => {
      const capped = givenService({ slug: 'capped', instant: true, dailyCap: 3, capacity: 2 });
      const [service = '', asked = ''] = await publish(first, [
        capped,
        givenService({ slug: 'asked', instant: false, dailyCap: 2 }),
      ]);
      // Two a slot on every half hour from nine: a day of Berlin, all but the first slots of it in the next two lines.
      const starts = Array.from({ length: 8 }, (_, at) => toWireInstant(toMillis(MONDAY_TEN) + at * 30 * MINUTE));
      const answers = await Promise.all(
        starts.flatMap((start, at) => [
          either(at).viewers.hold('creator', service, start),
          either(at + 1).viewers.ask('creator', givenDraft({ service, start }), null),
        ]),
      );
      expect(answers.filter((answer) => !isRefusal(answer))).toHaveLength(3);
      for (const answer of answers) if (isRefusal(answer)) expect(answer.why).toBe('slot-taken');
      const day = { from: toMillis('2026-11-22T23:00:00Z'), to: toMillis('2026-11-23T23:00:00Z') };
      expect(granted(await second.views.slots('creator', service, day)).slots).toEqual([]);
      const nextDay = { from: day.to, to: day.to + 24 * 60 * MINUTE };
      expect(granted(await second.views.slots('creator', service, nextDay)).slots).toHaveLength(16);

      const asks: string[] = [];
      for (const hour of ['13', '14', '15']) {
        const draft = givenDraft({ service: asked, start: `2026-11-24T${hour}:00:00Z` });
        asks.push(granted(await first.viewers.ask('creator', draft, null)).id);
      }
      const accepted = await Promise.all(asks.map((id, at) => either(at).desk.act(id, { type: 'accept' }, OWNER)));
      expect(accepted.filter((answer) => !isRefusal(answer))).toHaveLength(2);
    });

    test('[BK113] what a calendar says is kept as it said it last, of one creator alone, and goes with it', async () => {
      const [store] = opened.stores;
      const [service = ''] = await publish(first, [givenService({ instant: true })]);
      const span = (from: string, to: string) => ({ from: toMillis(from), to: toMillis(to) });
      let says: { from: number; to: number }[] = [span('2026-11-23T09:10:00Z', '2026-11-23T09:20:00Z')];
      const feeds: FeedParts = {
        ...secretsOf('another root secret that is long enough'),
        random: () => 0.5,
        read: async () => ({
          type: 'read',
          times: { spans: says, until: null, unread: 0 },
          etag: null,
          lastModified: null,
        }),
      };
      const reading = bookingOn(store, clock, 'local', undefined, { feeds });
      const feed = granted(await reading.feeds.add({ name: 'Mine', address: 'https://calendar.test/secret.ics' }));
      expect(feed).toMatchObject({ host: 'calendar.test', trouble: null, spans: 1 });
      const row = await store.db.selectFrom('busy_feed').selectAll().executeTakeFirstOrThrow();
      expect(JSON.stringify(row)).not.toContain('secret.ics');

      const ask = (start: string) => second.viewers.ask('creator', givenDraft({ service, start }), null);
      expect(await ask(MONDAY_TEN)).toMatchObject({ why: 'slot-taken', nearest: expect.any(Array) });
      says = [
        span('2026-11-23T10:00:00Z', '2026-11-23T10:30:00Z'),
        span('2026-11-23T12:00:00Z', '2026-11-23T12:01:00Z'),
      ];
      expect(granted(await reading.feeds.refresh(feed.id)).spans).toBe(2);
      expect(whyOf(await ask(MONDAY_TEN))).toBeNull();
      expect(whyOf(await ask(MONDAY_ELEVEN))).toBe('slot-taken');

      const other = bookingOn(store, clock, 'other');
      const [theirs = ''] = await publish(other, [givenService({ instant: true })], { ...BIO, handle: 'another' });
      expect(
        whyOf(await other.viewers.ask('another', givenDraft({ service: theirs, start: MONDAY_ELEVEN }), null)),
      ).toBeNull();
      expect(await other.feeds.list()).toEqual([]);
      expect(whyOf(await other.feeds.remove(feed.id))).toBe('not-found');

      expect(await reading.feeds.remove(feed.id)).toBeNull();
      expect(whyOf(await ask(MONDAY_ELEVEN))).toBeNull();
    });

    test('[BK114] the step of other calendars goes down and up again, and bookings stay', async () => {
      const [{ db }] = opened.stores;
      const [service = ''] = await publish(first, [givenService({ instant: true })]);
      granted(await first.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
      await migrateTo(db, '0005-terms');
      expect((await db.introspection.getTables()).map(({ name }) => name)).not.toContain('busy_feed');
      await migrateUp(db);
      expect(await first.feeds.list()).toEqual([]);
      expect(await first.views.deskRequests()).toHaveLength(1);
    });

    test('[BK9] a held slot is nobody else’s until the hold ends, and then it comes back', async () => {
      const [service = ''] = await publish(first, [givenService({ instant: true })]);
      const hold = granted(await first.viewers.hold('creator', service, MONDAY_TEN));
      const draft = givenDraft({ service, start: MONDAY_TEN });
      expect(whyOf(await second.viewers.ask('creator', draft, null))).toBe('slot-taken');
      expect(whyOf(await second.viewers.hold('creator', service, MONDAY_TEN))).toBe('slot-taken');
      clock.now = toMillis(hold.expiresAt);
      expect(whyOf(await second.viewers.ask('creator', draft, null))).toBeNull();
      expect(whyOf(await first.viewers.ask('creator', { ...draft, hold: hold.id }, null))).toBe('slot-taken');
    });
  });
}

/** Half an hour from a minute on, alone. */
function ask(service: string, minute: number): SeatAsk {
  const start = minute * MINUTE;
  const end = start + 30 * MINUTE;
  return { service, start, end, from: start, to: end, capacity: 1 };
}
