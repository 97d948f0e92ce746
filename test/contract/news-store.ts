import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { migrateTo, migrateUp } from '../../server/store/migrate.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MODERATOR,
  MONDAY_ELEVEN,
  MONDAY_TEN,
  OWNER,
  publish,
  type SetClock,
  secretIn,
  startClock,
  whyOf,
} from '../app/booking-given.ts';
import type { OpenedStores } from './two-programs.ts';

/** What viewers do to their bookings, until somebody of the desk opens it: on every store, with two programs on one database. */
export function newsStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`news of viewers on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let booking: Booking;
    let elsewhere: Booking;
    beforeEach(async () => {
      opened = await open();
      clock = startClock();
      [booking, elsewhere] = opened.stores.map((store) => bookingOn(store, clock)) as [Booking, Booking];
    });
    afterEach(() => opened.close());

    async function asked(instant: boolean) {
      const [service = ''] = await publish(booking, [givenService({ instant })]);
      const made = granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
      return { id: made.id, secret: secretIn(made.thread) };
    }
    const shown = async (id: string) => granted(await elsewhere.views.deskRequest(id));
    const marks = async (id: string) => {
      const { news, unread } = await shown(id);
      return { news, unread };
    };
    const later = () => {
      clock.now += 60_000;
    };

    test('[DK130] what a viewer books, moves or cancels is news to the desk until somebody opens it there, and changes nothing by that', async () => {
      const { id, secret } = await asked(true);
      expect(await marks(id)).toEqual({ news: 'booked', unread: false });
      later();
      granted(await booking.viewers.move(secret, MONDAY_ELEVEN));
      expect(await marks(id)).toEqual({ news: 'moved', unread: false });
      const { updatedAt } = await shown(id);
      later();
      expect(granted(await elsewhere.desk.seen(id))).toMatchObject({ news: null, updatedAt });
      granted(await booking.viewers.cancel(secret));
      later();
      expect(await shown(id)).toMatchObject({ state: 'cancelled', news: 'cancelled', unread: false });
      expect(await marks(id)).toEqual({ news: 'cancelled', unread: false });
      granted(await booking.desk.seen(id));
      expect(await marks(id)).toEqual({ news: null, unread: false });
      expect(whyOf(await booking.desk.seen('nobody'))).toBe('not-found');
    });

    test('[DK130] it is looked at whoever has claimed it, and an act on it has seen it too', async () => {
      const { id, secret } = await asked(true);
      granted(await booking.desk.act(id, { type: 'claim' }, OWNER));
      expect(await marks(id)).toEqual({ news: null, unread: false });
      granted(await booking.viewers.move(secret, MONDAY_ELEVEN));
      expect(whyOf(await booking.desk.act(id, { type: 'reply', text: 'Fine' }, MODERATOR))).toBe('claimed-by-other');
      expect((await marks(id)).news).toBe('moved');
      granted(await elsewhere.desk.seen(id));
      expect(await shown(id)).toMatchObject({ news: null, claim: { by: OWNER.id } });
    });

    test('[DK131] words of an ask or a booking stay unread until they are taken up or answered, those of what is closed until they are opened', async () => {
      const { id, secret } = await asked(false);
      granted(await booking.desk.seen(id));
      expect(await marks(id)).toEqual({ news: null, unread: true });
      granted(await booking.desk.act(id, { type: 'accept' }, OWNER));
      granted(await booking.viewers.write(secret, 'Which door?'));
      granted(await booking.viewers.move(secret, MONDAY_ELEVEN));
      granted(await booking.desk.seen(id));
      expect(await marks(id)).toEqual({ news: null, unread: true });
      granted(await booking.desk.act(id, { type: 'decline' }, OWNER));
      granted(await booking.viewers.write(secret, 'And my deposit?'));
      expect(await marks(id)).toEqual({ news: null, unread: true });
      granted(await booking.desk.seen(id));
      expect(await marks(id)).toEqual({ news: null, unread: false });
    });

    test('[DK130] going back to an older Cuedesk loses the marks alone', async () => {
      const { id } = await asked(true);
      const [{ db }] = opened.stores;
      await migrateTo(db, '0051-held-together');
      await migrateUp(db);
      expect(await shown(id)).toMatchObject({ state: 'booked', news: null });
    });
  });
}
