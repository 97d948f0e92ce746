import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { factsOf } from '../../server/app/mail-facts.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import { readRequest } from '../../server/store/requests.ts';
import {
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

/** What the desk says of a booking's payment, on every store, with two programs on one database. */
export function paidStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`paid bookings on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let booking: Booking;
    let elsewhere: Booking;
    beforeEach(async () => {
      ({ opened, clock, booking, elsewhere } = await twoPrograms(open));
    });
    afterEach(() => opened.close());

    async function booked(minor: number, deposit: number | null) {
      const amount = { minor: deposit ?? 0, currency: 'EUR' };
      const owed = deposit === null ? null : { amount, paymentUrl: 'https://pay.example/ada' };
      const draft = givenService({ instant: true, price: { minor, currency: 'EUR' }, deposit: owed });
      const [service = ''] = await publish(booking, [draft]);
      return granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
    }
    const said = async (id: string) => granted(await elsewhere.views.deskRequest(id)).payment;
    const mark = async (id: string, paid: boolean) =>
      granted(await booking.desk.act(id, { type: 'paid', paid }, OWNER));

    test('[DK290] a booking that is marked as paid says so to the desk and to its viewer, who owes no deposit any more, until it is taken back', async () => {
      const { id, thread } = await booked(4500, 1000);
      const told = async () => granted(await elsewhere.views.thread(secretIn(thread)));
      const mailed = async () => {
        const facts = await opened.stores[0].transaction(async (tx) => {
          const request = await readRequest(tx, 'local', id);
          return request && factsOf(tx, 'local', request, { kind: 'reminder', cause: 'clock' }, clock.now);
        });
        return facts?.deposit;
      };
      expect(await said(id)).toEqual({ at: null });
      expect(await told()).toMatchObject({ paid: false, deposit: { paymentUrl: 'https://pay.example/ada' } });
      clock.now += 60_000;
      await mark(id, true);
      const at = new Date(clock.now).toISOString().replace('.000Z', 'Z');
      expect(await said(id)).toEqual({ at });
      expect(await told()).toMatchObject({ paid: true, deposit: null });
      expect(await mailed()).toBeNull();
      // Said twice it is nothing new.
      clock.now += 60_000;
      await mark(id, true);
      expect(await said(id)).toEqual({ at });
      await mark(id, false);
      expect(await told()).toMatchObject({ paid: false, deposit: { amount: { minor: 1000 } } });
      const entries = (await told()).messages.filter(({ from }) => from === 'system').map(({ text }) => text);
      expect(entries).toEqual(['booked', 'paid', 'unpaid']);
    });

    test('[DK291] of what costs nothing no payment is spoken', async () => {
      expect(await said((await booked(0, null)).id)).toBeNull();
    });

    test('[DK132] it is marked as paid after it took place too, and taken back whatever became of it; till then what was said stands, also for another time', async () => {
      const { id, thread } = await booked(4500, null);
      const act = (type: 'complete' | 'decline') => booking.desk.act(id, { type }, OWNER);
      const mark = (paid: boolean) => booking.desk.act(id, { type: 'paid', paid }, OWNER);
      granted(await mark(true));
      granted(await act('decline'));
      granted(await booking.viewers.move(secretIn(thread), MONDAY_ELEVEN));
      expect((await said(id))?.at).not.toBeNull();
      granted(await act('decline'));
      granted(await mark(false));
      expect(await said(id)).toEqual({ at: null });
      // Nothing is owed for what was called off.
      expect(whyOf(await mark(true))).toBe('not-booked');
      granted(await booking.viewers.move(secretIn(thread), MONDAY_TEN));
      granted(await act('complete'));
      granted(await mark(true));
      expect((await said(id))?.at).not.toBeNull();
      granted(await mark(false));
      expect(await said(id)).toEqual({ at: null });
    });

    test('[DK290] what an older Cuedesk has booked is not marked, and going back to one loses the mark alone', async () => {
      const { id } = await booked(4500, null);
      await mark(id, true);
      const [{ db }] = opened.stores;
      await migrateTo(db, '0039-typed-codes');
      await migrateUp(db);
      expect(await said(id)).toEqual({ at: null });
    });
  });
}
