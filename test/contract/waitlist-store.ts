import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { secretsOf } from '../../server/store/secrets.ts';
import type { Service, ServiceDraft } from '../../shared/booking.ts';
import { toMillis } from '../../shared/time.ts';
import {
  givenDraft,
  givenService,
  granted,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  NINE_TO_FIVE,
  OWNER,
  publish,
  type SetClock,
  secretIn,
  whyOf,
} from '../app/booking-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

const MINUTE = 60_000;

/** What the waitlist promises on every store. `open` gives an empty one. */
export function waitlistStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`waitlist on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let first: Booking;
    let second: Booking;
    let service: string;

    /** What the creator's other calendar says. */
    let busy: { from: number; to: number }[];

    beforeEach(async () => {
      busy = [];
      const read = async () => ({
        ...({ type: 'read', etag: null, lastModified: null } as const),
        times: { spans: busy, until: null, unread: 0 },
      });
      const feeds = { ...secretsOf('a root secret of a test that is long enough'), random: () => 0.5, read };
      ({ opened, clock, booking: first, elsewhere: second } = await twoPrograms(open, () => ({ feeds })));
    });
    afterEach(async () => {
      await Promise.all([first.feeds.close(), second.feeds.close()]);
      await opened.close();
    });

    async function offer(changes: Partial<ServiceDraft> = {}): Promise<void> {
      [service = ''] = await publish(first, [givenService({ instant: true, ...changes })]);
    }
    async function book(start: string, from = first): Promise<string> {
      return secretIn(granted(await from.viewers.ask('creator', givenDraft({ service, start }), null)).thread);
    }
    async function wait(wish: { earliest?: string; latest?: string } = {}, name = 'Waiting'): Promise<string> {
      const draft = { ...givenDraft({ service, name }), ...wish };
      return secretIn(granted(await first.waitlist.wait('creator', draft, null)).thread);
    }
    const thread = async (secret: string) => granted(await first.views.thread(secret));

    test('[BK130] [BK131] a time that frees is kept for the first in line whom it fits, and taking it books it', async () => {
      await offer();
      const booked = await book(MONDAY_TEN);
      const early = await wait({ latest: '2026-11-23T08:30:00Z' });
      const fitting = await wait({ earliest: MONDAY_TEN, latest: MONDAY_TEN });
      const last = await wait();
      expect(await thread(fitting)).toMatchObject({ state: 'waitlisted', waitlist: { position: 2 }, nearest: [] });
      granted(await second.viewers.cancel(booked));
      const offered = await thread(fitting);
      const until = clock.now + 30 * MINUTE;
      expect(offered).toMatchObject({ state: 'offered', nearest: [MONDAY_TEN], waitlist: null });
      expect(toMillis(offered.offersUntil ?? '')).toBe(until);
      expect(offered.messages.at(-1)).toMatchObject({ text: 'time-freed', data: { start: MONDAY_TEN } });
      expect((await thread(early)).state).toBe('waitlisted');
      expect((await thread(last)).waitlist).toMatchObject({ position: 2 });
      const stranger = givenDraft({ service, start: MONDAY_TEN });
      expect(whyOf(await second.viewers.ask('creator', stranger, null))).toBe('slot-taken');
      expect(whyOf(await second.viewers.hold('creator', service, MONDAY_TEN))).toBe('slot-taken');
      expect(granted(await second.viewers.move(fitting, MONDAY_TEN))).toBeNull();
      expect(await thread(fitting)).toMatchObject({ state: 'booked', start: MONDAY_TEN, offersUntil: null });
      clock.now = until + MINUTE;
      expect(whyOf(await second.viewers.ask('creator', stranger, null))).toBe('slot-taken');
    });

    test('[BK132] an offer never stands into the notice, and one of less than two minutes is not made', async () => {
      await offer({ noticeMinutes: 60 });
      const booked = await book(MONDAY_TEN);
      const other = await book(MONDAY_ELEVEN);
      const waiting = await wait();
      clock.now = toMillis(MONDAY_TEN) - 70 * MINUTE;
      granted(await first.viewers.cancel(booked));
      expect(toMillis((await thread(waiting)).offersUntil ?? '')).toBe(clock.now + 10 * MINUTE);
      const next = await wait();
      clock.now = toMillis(MONDAY_ELEVEN) - 61 * MINUTE;
      granted(await first.viewers.cancel(other));
      expect((await thread(next)).state).toBe('waitlisted');
    });

    test('[BK133] an offer that lapsed or was not wanted passes on, and is not made to the same viewer again', async () => {
      await offer();
      const booked = await book(MONDAY_TEN);
      const [one, two, three] = [await wait(), await wait(), await wait()];
      granted(await first.viewers.cancel(booked));
      expect((await thread(one)).state).toBe('offered');
      clock.now += 30 * MINUTE;
      expect((await thread(one)).nearest).toEqual([]);
      expect(await second.sweep()).toBe(1);
      expect(await thread(one)).toMatchObject({ state: 'waitlisted', waitlist: { position: 2 } });
      expect((await thread(one)).messages.at(-1)).toMatchObject({ text: 'offer-lapsed' });
      expect((await thread(two)).nearest).toEqual([MONDAY_TEN]);
      granted(await second.viewers.waitlist(two));
      expect(await thread(two)).toMatchObject({ state: 'waitlisted', waitlist: { position: 2 } });
      expect((await thread(three)).nearest).toEqual([MONDAY_TEN]);
      granted(await first.viewers.cancel(three));
      expect((await thread(one)).state).toBe('waitlisted');
      expect((await thread(two)).state).toBe('waitlisted');
      await book(MONDAY_TEN);
    });

    test('[BK134] two processes that free and offer at once offer each seat once, and leave none unoffered', async () => {
      await offer();
      const starts = Array.from({ length: 8 }, (_, at) =>
        new Date(toMillis('2026-11-23T08:00:00Z') + at * 30 * MINUTE).toISOString().replace('.000', ''),
      );
      const booked = await Promise.all(starts.map((start, at) => book(start, at % 2 === 0 ? first : second)));
      const waiting: string[] = [];
      for (let at = 0; at < 12; at++) waiting.push(await wait());
      await Promise.all(booked.map((secret, at) => (at % 2 === 0 ? first : second).viewers.cancel(secret)));
      const offered = async () => (await Promise.all(waiting.map(thread))).flatMap((view) => view.nearest);
      expect((await offered()).sort()).toEqual(starts);
      clock.now += 30 * MINUTE;
      await Promise.all([first.sweep(), second.sweep(), first.sweep(), second.sweep()]);
      const passedOn = await offered();
      expect(new Set(passedOn).size).toBe(passedOn.length);
      expect(passedOn.length).toBeGreaterThanOrEqual(4);
      const { db } = opened.stores[0];
      const kept = await db.selectFrom('seat').select('request_id').where('expires_at', 'is not', null).execute();
      expect(new Set(kept.map((seat) => seat.request_id)).size).toBe(passedOn.length);
    });

    test('[BK135] a move, a decline, a hold that ran out, new hours and more seats all free time for the line', async () => {
      await offer();
      const offers = async (free: () => Promise<unknown>, wish = MONDAY_TEN) => {
        const waiting = await wait({ earliest: wish, latest: wish });
        await free();
        expect((await thread(waiting)).nearest).toEqual([wish]);
        granted(await first.viewers.cancel(waiting));
      };
      const moving = await book(MONDAY_TEN);
      await offers(() => first.viewers.move(moving, MONDAY_ELEVEN));
      const { id } = granted(await first.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
      await offers(() => first.desk.act(id, { type: 'decline' }, OWNER));
      granted(await first.viewers.hold('creator', service, MONDAY_TEN));
      await offers(async () => {
        clock.now += 5 * MINUTE;
        await first.sweep();
      });
      const evening = '2026-11-23T18:00:00Z';
      const weekly = [{ day: 'mon', from: '09:00', to: '21:00' } as const];
      await offers(() => first.offers.setAvailability({ ...NINE_TO_FIVE, weekly }), evening);
      await offers(async () => {
        const { id: _, ...draft } = (await first.offers.services())[0] as Service;
        granted(await first.offers.changeService(service, { ...draft, capacity: 2 }));
      }, MONDAY_ELEVEN);
    });

    test('[BK137] who leaves the line is offered nothing more, and what was kept passes on', async () => {
      await offer({ instant: false });
      const asking = granted(await first.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
      granted(await first.desk.act(asking.id, { type: 'accept' }, OWNER));
      const [asked, answered, cancelled, last] = [await wait(), await wait(), await wait(), await wait()];
      granted(await first.viewers.move(asked, MONDAY_ELEVEN));
      expect(await thread(asked)).toMatchObject({ state: 'new', waitlist: null });
      granted(await first.viewers.cancel(secretIn(asking.thread)));
      expect((await thread(answered)).nearest).toEqual([MONDAY_TEN]);
      const id = (await first.views.requestIdOf(answered)) ?? '';
      granted(await first.desk.act(id, { type: 'offer', starts: [toMillis(MONDAY_ELEVEN)] }, OWNER));
      expect(await thread(answered)).toMatchObject({ nearest: [MONDAY_ELEVEN], offersUntil: null });
      expect((await thread(cancelled)).nearest).toEqual([MONDAY_TEN]);
      granted(await first.viewers.cancel(cancelled));
      expect((await thread(last)).nearest).toEqual([MONDAY_TEN]);
      granted(await first.viewers.move(last, MONDAY_TEN));
      const { db } = opened.stores[0];
      expect(await db.selectFrom('waitlist').selectAll().execute()).toEqual([]);
      expect((await thread(last)).state).toBe('booked');
    });

    test('[BK136] a place in line is among those who still wait for the same service', async () => {
      const [one = '', two = ''] = await publish(first, [givenService(), givenService({ slug: 'other' })]);
      service = one;
      const ahead = await wait();
      service = two;
      await wait();
      service = one;
      const mine = await wait();
      expect((await thread(mine)).waitlist).toMatchObject({ position: 2 });
      granted(await first.viewers.cancel(ahead));
      expect((await thread(mine)).waitlist).toMatchObject({ position: 1 });
    });

    test('[BK149] what another calendar says no more, a planned live and a day off taken back are offered to the line', async () => {
      await offer();
      const isOffered = async (waiting: string, wish: string) => {
        expect((await thread(waiting)).nearest).toEqual([wish]);
        granted(await first.viewers.cancel(waiting));
      };
      const at = (start: string) => wait({ earliest: start, latest: start });
      const [ten, eleven] = [toMillis(MONDAY_TEN), toMillis(MONDAY_ELEVEN)];
      busy = [ten, eleven].map((from) => ({ from, to: from + 30 * MINUTE }));
      const { id } = granted(await first.feeds.add({ name: 'Private', address: 'https://calendar.test/a.ics' }));
      const [early, late] = [await at(MONDAY_TEN), await at(MONDAY_ELEVEN)];
      expect((await thread(early)).state).toBe('waitlisted');
      busy = [{ from: eleven, to: eleven + 30 * MINUTE }];
      granted(await second.feeds.refresh(id));
      await isOffered(early, MONDAY_TEN);
      expect((await thread(late)).state).toBe('waitlisted');
      granted(await second.feeds.remove(id));
      await isOffered(late, MONDAY_ELEVEN);

      const lives = [{ day: 'mon', from: '09:30', to: '10:30' } as const];
      granted(await first.offers.setAvailability({ ...NINE_TO_FIVE, lives }));
      const behindLive = await at(MONDAY_TEN);
      granted(await first.offers.setAvailability(NINE_TO_FIVE));
      await isOffered(behindLive, MONDAY_TEN);
      const exceptions = [{ date: '2026-11-23', hours: [] }];
      granted(await first.offers.setAvailability({ ...NINE_TO_FIVE, exceptions }));
      const onDayOff = await at(MONDAY_ELEVEN);
      granted(await first.offers.setAvailability(NINE_TO_FIVE));
      await isOffered(onDayOff, MONDAY_ELEVEN);
    });

    test('[BK150] one booking less on a day that was full by its cap opens any other time of it to the line', async () => {
      await offer({ dailyCap: 1 });
      const booked = await book(MONDAY_TEN);
      const waiting = await wait({ earliest: '2026-11-23T15:00:00Z', latest: '2026-11-23T15:00:00Z' });
      granted(await first.viewers.cancel(booked));
      expect((await thread(waiting)).nearest).toEqual(['2026-11-23T15:00:00Z']);
    });

    test('[BK183] what an offer’s loosened terms open is offered to who waits for it, and what was open before is not', async () => {
      const loosened = async (before: Partial<ServiceDraft>, after: Partial<ServiceDraft>, wish: string) => {
        granted(await first.offers.changeService(service, givenService({ instant: true, ...before })));
        const waiting = await wait({ earliest: wish, latest: wish });
        const other = await wait({ earliest: '2026-11-26T09:00:00Z', latest: '2026-11-26T09:00:00Z' });
        granted(await first.offers.changeService(service, givenService({ instant: true, ...after })));
        expect([wish, (await thread(waiting)).nearest]).toEqual([wish, [wish]]);
        expect((await thread(other)).state).toBe('waitlisted');
        for (const secret of [waiting, other]) granted(await first.viewers.cancel(secret));
      };
      await offer();
      await loosened({ noticeMinutes: 24 * 60 }, { noticeMinutes: 60 }, MONDAY_TEN);
      await loosened({ horizonDays: 5 }, { horizonDays: 30 }, '2026-12-10T09:00:00Z');
      const booked = await book(MONDAY_TEN);
      await loosened({ dailyCap: 1 }, { dailyCap: 2 }, '2026-11-23T15:00:00Z');
      await loosened({ bufferAfterMinutes: 60 }, {}, '2026-11-23T08:30:00Z');
      granted(await first.viewers.cancel(booked));
    });

    test('[BK184] a live that is over before its plan gives its rest back, to the line first, once it does not go on', async () => {
      await offer();
      const lives = [{ day: 'mon', from: '10:00', to: '16:00' } as const];
      granted(await first.offers.setAvailability({ ...NINE_TO_FIVE, lives }));
      const noon = '2026-11-23T13:00:00Z';
      const waiting = await wait({ earliest: noon, latest: noon });
      const session = { creator_id: 'local', started_at: toMillis('2026-11-23T09:00:00Z'), started_by: 'live' };
      await opened.stores[0].db
        .insertInto('session')
        .values({
          ...session,
          id: 's',
          ended_at: toMillis('2026-11-23T10:00:00Z'),
          source: null,
          room: null,
          totals: '{}',
          last_seq: 0,
          board: null,
        })
        .execute();
      const nearestAt = async (time: string) => {
        clock.now = toMillis(time);
        await first.sweep();
        return (await thread(waiting)).nearest;
      };
      expect(await nearestAt('2026-11-23T10:05:00Z')).toEqual([]);
      expect(whyOf(await first.viewers.hold('creator', service, noon))).toBe('slot-taken');
      expect(await nearestAt('2026-11-23T10:11:00Z')).toEqual([noon]);
      granted(await first.viewers.hold('creator', service, '2026-11-23T13:30:00Z'));
    });

    test('[BK151] a choice that taking would be refused is never shown, and the desk reads that the time is gone', async () => {
      await offer({ instant: false, dailyCap: 1, noticeMinutes: 20 * 60 });
      const ask = async (start: string) =>
        granted(await first.viewers.ask('creator', givenDraft({ service, start }), null));
      const asked = await ask(MONDAY_TEN);
      const starts = [MONDAY_TEN, MONDAY_ELEVEN, '2026-11-24T09:00:00Z'].map(toMillis);
      granted(await first.desk.act(asked.id, { type: 'offer', starts }, OWNER));
      busy = [{ from: starts[0] ?? 0, to: (starts[0] ?? 0) + MINUTE }];
      const { id } = granted(await first.feeds.add({ name: 'Private', address: 'https://calendar.test/a.ics' }));
      const secret = secretIn(asked.thread);
      expect((await thread(secret)).nearest).toEqual([MONDAY_ELEVEN, '2026-11-24T09:00:00Z']);
      expect((await first.views.deskRequests())[0]?.slotTaken).toBe(true);
      const other = await ask('2026-11-23T14:00:00Z');
      granted(await first.desk.act(other.id, { type: 'accept' }, OWNER));
      expect((await thread(secret)).nearest).toEqual(['2026-11-24T09:00:00Z']);
      busy = [{ from: toMillis('2026-11-24T00:00:00Z'), to: toMillis('2026-11-25T00:00:00Z') }];
      granted(await first.feeds.refresh(id));
      const { nearest } = await thread(secret);
      expect(nearest.map((start) => start.slice(0, 10))).toEqual(['2026-11-25', '2026-11-25', '2026-11-25']);
      expect(granted(await first.viewers.move(secret, nearest[0] ?? ''))).toBeNull();
    });

    test('[BK152] who loses a time is not told of one that goes to the line at the same moment', async () => {
      await offer({ instant: false });
      const ask = async (start: string) =>
        granted(await first.viewers.ask('creator', givenDraft({ service, start }), null));
      const moving = await ask(MONDAY_TEN);
      granted(await first.desk.act(moving.id, { type: 'accept' }, OWNER));
      const waiting = await wait({ earliest: MONDAY_TEN, latest: MONDAY_TEN });
      const losing = secretIn((await ask('2026-11-23T09:30:00Z')).thread);
      granted(await second.viewers.move(secretIn(moving.thread), '2026-11-23T09:30:00Z'));
      expect((await thread(waiting)).nearest).toEqual([MONDAY_TEN]);
      const told = (await thread(losing)).messages.find(({ text }) => text === 'slot-taken')?.data?.['nearest'];
      expect(told).toEqual(['2026-11-23T08:30:00Z', '2026-11-23T10:00:00Z', '2026-11-23T10:30:00Z']);
    });

    test('[BK140] the waitlist step of the schema goes down and up over data', async () => {
      await offer();
      const booked = await book(MONDAY_TEN);
      await wait();
      const [{ db }] = opened.stores;
      await migrateTo(db, '0005-terms');
      expect((await db.introspection.getTables()).map((table) => table.name)).not.toContain('waitlist');
      await migrateUp(db);
      const anew = await wait();
      granted(await first.viewers.cancel(booked));
      expect((await thread(anew)).state).toBe('offered');
    });
  });
}
