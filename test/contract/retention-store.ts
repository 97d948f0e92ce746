import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import type { Mail } from '../../server/app/mail.ts';
import { noteViewer } from '../../server/store/viewers.ts';
import { toInstant } from '../../shared/time.ts';
import {
  givenDraft,
  givenService,
  granted,
  MONDAY_ELEVEN,
  OWNER,
  publish,
  type SetClock,
  secretIn,
  whyOf,
} from '../app/booking-given.ts';
import { openMailToNobody } from '../app/mail-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

const DAY = 24 * 60 * 60_000;
const KEEP = { requestDays: 90, bookingDays: 365 };
/** In every name, address and word of the person, and nowhere else. */
const CANARY = 'canary';

/** What keeping for a time and no longer promises on every store, with two programs on one database. */
export function retentionStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`what is older than it is kept on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let mail: Mail;
    let booking: Booking;
    let elsewhere: Booking;
    let [instant, asking]: string[] = [];
    // Too many asks by one address are refused.
    let mails = 0;

    beforeEach(async () => {
      ({ opened, clock, booking, elsewhere } = await twoPrograms(open, async (one, now) => {
        mail = await openMailToNobody(one, now, 'ada@example.org');
        return { mail: mail.queue };
      }));
      [instant, asking] = await publish(booking, [givenService({ instant: true }), givenService({ slug: 'ask' })]);
    });
    afterEach(async () => {
      await mail.close();
      await opened.close();
    });

    async function asked(
      changes: { start?: string; service?: string | undefined; name?: string; viewer?: string } = {},
    ) {
      const { viewer, service = asking ?? '', ...more } = changes;
      const browser = { mark: `the mark of browser ${mails}` };
      const draft = {
        name: `${CANARY} Example`,
        contact: { email: `${CANARY}-${++mails}@example.org` },
        message: `I am ${CANARY}`,
        ...more,
        service,
      };
      const made = granted(await booking.viewers.ask('creator', givenDraft(draft), null, browser));
      if (viewer) await opened.stores[0].transaction((tx) => noteViewer(tx, 'local', made.id, viewer));
      return { id: made.id, secret: secretIn(made.thread) };
    }
    const forget = () => booking.forgetTooOld(KEEP);
    const shown = async (id: string) => granted(await booking.views.deskRequest(id));
    const isKept = async ({ id }: { id: string }) => JSON.stringify(await shown(id)).includes(CANARY);
    const mailed = async (kind: string) =>
      (await opened.stores[0].db.selectFrom('outbox').select('kind').where('kind', 'like', `%${kind}`).execute())
        .length;

    test('[DK242] [DK243] without a booking the last word counts, or the asked time where it is later; it is closed, and nobody is mailed', async () => {
      const start = toInstant(Date.parse(MONDAY_ELEVEN) + 7 * DAY);
      const [silent, later, timed] = [await asked(), await asked(), await asked({ start })];
      clock.now += DAY;
      granted(await booking.viewers.write(later.secret, 'Are you there?'));
      const kept = () => Promise.all([silent, later, timed].map(isKept));
      clock.now += 89 * DAY;
      expect([await forget(), await kept()]).toEqual([0, [true, true, true]]);
      clock.now += 1;
      expect([await forget(), await kept()]).toEqual([1, [false, true, true]]);
      clock.now += DAY;
      expect([await forget(), await kept()]).toEqual([1, [false, false, true]]);
      expect(await shown(silent.id)).toMatchObject({ state: 'cancelled', name: '', contact: null, unread: false });
      expect((await shown(silent.id)).messages.map(({ text }) => text)).toEqual(['too-old']);
      expect(whyOf(await booking.views.thread(silent.secret))).toBe('not-found');
      expect(await mailed('cancelled')).toBe(0);
      clock.now += 8 * DAY;
      expect([await forget(), await kept(), await forget()]).toEqual([1, [false, false, false], 0]);
    });

    test('[DK242] what was put aside is not forgotten before it is back', async () => {
      const [aside, other] = [await asked(), await asked()];
      const snooze = { until: clock.now + 60 * DAY, forLive: false };
      granted(await booking.desk.act(aside.id, { type: 'snooze', snooze }, OWNER));
      clock.now += 59 * DAY;
      const month = () => booking.forgetTooOld({ ...KEEP, requestDays: 30 });
      expect([await month(), await isKept(aside), await isKept(other)]).toEqual([1, true, false]);
      clock.now += 32 * DAY;
      expect([await month(), await isKept(aside)]).toEqual([1, false]);
    });

    test('[DK242] [DK243] of a booking its end counts, whatever became of it, and its state stays', async () => {
      const booked = await asked({ service: instant, start: MONDAY_ELEVEN });
      const end = Date.parse(MONDAY_ELEVEN) + 30 * 60_000;
      clock.now = end + 365 * DAY;
      expect([await forget(), await isKept(booked)]).toEqual([0, true]);
      clock.now += 1;
      expect([await forget(), await isKept(booked)]).toEqual([1, false]);
      expect(await shown(booked.id)).toMatchObject({ state: 'booked', start: MONDAY_ELEVEN, name: '' });
    });

    test('[DK242] what was merged into a request goes with it, and not before', async () => {
      const [from, into] = [await asked({ viewer: 'v1' }), await asked({ viewer: 'v1' })];
      granted(await booking.desk.act(from.id, { type: 'merge', into: into.id }, OWNER));
      clock.now += 60 * DAY;
      granted(await booking.viewers.write(into.secret, 'Still here'));
      clock.now += 60 * DAY;
      expect([await forget(), await isKept(from), await isKept(into)]).toEqual([0, true, true]);
      clock.now += 31 * DAY;
      expect([await forget(), await isKept(from), await isKept(into)]).toEqual([1, false, false]);
    });

    test('[DK244] [DK299] a block keeps its name, and a person their labels as long as a newer request of theirs is kept', async () => {
      const blocked = await asked({ viewer: 'v1', name: 'Bea' });
      granted(await booking.blocks.block(blocked.id, 'rude', OWNER));
      const label = granted(await booking.labels.add({ name: 'Regular', colour: 'accent' }));
      const old = await asked({ viewer: 'v2', name: 'Vera' });
      granted(await booking.labels.put(old.id, { label: label.id, on: 'person', put: true }));
      clock.now += 80 * DAY;
      const newer = await asked({ viewer: 'v2', name: 'Vera' });
      clock.now += 11 * DAY;
      expect(await forget()).toBe(2);
      expect((await booking.blocks.list()).map((block) => block.name)).toEqual(['Bea']);
      expect((await shown(newer.id)).labels.person).toEqual([label.id]);
      clock.now += 80 * DAY;
      expect(await forget()).toBe(1);
      const { db } = opened.stores[0];
      for (const table of ['person_label', 'request_label', 'request_viewer', 'request_browser'] as const)
        expect(await db.selectFrom(table).selectAll().execute()).toEqual([]);
    });

    test('[DK245] two programs forget each request once, and an act in between is decided on before', async () => {
      const all: { id: string; secret: string }[] = [];
      for (let at = 0; at < 45; at++) {
        clock.now += 60_000;
        all.push(await asked({ name: `${CANARY} ${at}` }));
      }
      clock.now += 91 * DAY;
      const [last] = all.slice(-1);
      const [one, other] = await Promise.all([
        booking.forgetTooOld(KEEP),
        elsewhere.forgetTooOld(KEEP),
        booking.viewers.write(last?.secret ?? '', 'Hello?'),
      ]);
      const kept = await Promise.all(all.map(isKept));
      expect(kept.filter(Boolean).length).toBeLessThanOrEqual(1);
      expect(one + other).toBe(kept.filter((is) => !is).length);
      for (const [at, { id }] of all.entries()) {
        if (kept[at]) continue;
        expect((await shown(id)).messages.filter(({ text }) => text === 'too-old')).toHaveLength(1);
      }
    });

    test('[DK245] asked to stop it does no more, and goes on the next time', async () => {
      const one = await asked();
      clock.now += 91 * DAY;
      expect(await booking.forgetTooOld(KEEP, AbortSignal.abort())).toBe(0);
      expect([await isKept(one), await forget(), await isKept(one)]).toEqual([true, 1, false]);
    });
  });
}
