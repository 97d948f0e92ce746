import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { readRequest } from '../../server/store/requests.ts';
import {
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
  whyOf,
} from '../app/booking-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

const HOUR = 3_600_000;

/** What the desk puts aside, on every store, with two programs on one database. */
export function snoozeStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`putting aside on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let service: string;
    let live: boolean;
    let booking: Booking;
    let elsewhere: Booking;
    beforeEach(async () => {
      live = true;
      ({ opened, clock, booking, elsewhere } = await twoPrograms(open, () => ({ isLive: () => live })));
      [service = ''] = await publish(booking, [givenService()]);
    });
    afterEach(() => opened.close());

    const asked = async (start = MONDAY_TEN) =>
      granted(await booking.viewers.ask('creator', givenDraft({ service, start, message: 'Hi' }), null));
    const aside = (id: string, by = OWNER, forLive = false) =>
      booking.desk.act(id, { type: 'snooze', snooze: { until: clock.now + HOUR, forLive } }, by);
    const read = async (id: string) => granted(await elsewhere.views.deskRequest(id));

    test('[DK171] what is put aside keeps its state, is known to another program, and is back when its time has come', async () => {
      const { id } = await asked();
      granted(await booking.desk.act(id, { type: 'claim' }, OWNER));
      const done = granted(await aside(id));
      const until = new Date(clock.now + HOUR).toISOString();
      expect(done).toMatchObject({ state: 'new', claim: null, snoozedUntil: until, back: false });
      expect(await read(id)).toEqual(done);
      clock.now += HOUR;
      expect(await read(id)).toMatchObject({ state: 'new', snoozedUntil: until, back: true });
      granted(await elsewhere.desk.act(id, { type: 'claim' }, MODERATOR));
      expect(await read(id)).toMatchObject({ snoozedUntil: null, back: false, claim: { by: MODERATOR.id } });
    });

    test('[DK172] it is back at once when its viewer writes or moves, and gone from there when the viewer cancels', async () => {
      const [first, second, third] = [await asked(), await asked(), await asked()];
      for (const { id } of [first, second, third]) granted(await aside(id));
      clock.now += 1000;
      granted(await booking.viewers.write(secretIn(first.thread), 'And?'));
      granted(await elsewhere.viewers.move(secretIn(second.thread), MONDAY_ELEVEN));
      granted(await booking.viewers.cancel(secretIn(third.thread)));
      const now = new Date(clock.now).toISOString();
      expect(await read(first.id)).toMatchObject({ state: 'new', back: true, snoozedUntil: now });
      expect(await read(second.id)).toMatchObject({ state: 'new', back: true, snoozedUntil: now });
      expect(await read(third.id)).toMatchObject({ state: 'cancelled', back: false, snoozedUntil: null });
    });

    test('[DK172] the desk takes it up again by null, and whoever answers does so too', async () => {
      const [first, second] = [await asked(), await asked(MONDAY_ELEVEN)];
      granted(await aside(first.id));
      granted(await booking.desk.act(first.id, { type: 'snooze', snooze: null }, MODERATOR));
      expect(await read(first.id)).toMatchObject({ state: 'new', back: false, snoozedUntil: null });
      granted(await aside(second.id));
      granted(await booking.desk.act(second.id, { type: 'accept' }, MODERATOR));
      expect(await read(second.id)).toMatchObject({ state: 'booked', snoozedUntil: null });
      expect(whyOf(await aside(second.id))).toBe('already-booked');
    });

    test('[DK173] its time stays anybody’s until it is accepted, and whose it was is told of others while it is aside', async () => {
      const [loser, winner] = [await asked(), await asked()];
      granted(await aside(loser.id));
      granted(await booking.desk.act(winner.id, { type: 'accept' }, OWNER));
      const told = await read(loser.id);
      expect(told).toMatchObject({ state: 'offered', slotTaken: true, back: false });
      expect(told.snoozedUntil).not.toBeNull();
      expect(told.messages.at(-1)).toMatchObject({ text: 'slot-taken' });
    });

    test('[DK174] what waits for the end of the live is back with it, also when that came while the program was away', async () => {
      const [first, second] = [await asked(), await asked(MONDAY_ELEVEN)];
      granted(await aside(first.id, OWNER, true));
      granted(await aside(second.id));
      await booking.sweep();
      expect(await read(first.id)).toMatchObject({ back: false, snoozedForLive: true });
      live = false;
      const told: string[][] = [];
      elsewhere.onChange(({ requests }) => told.push([...requests]));
      await elsewhere.sweep();
      expect(await read(first.id)).toMatchObject({ back: true, snoozedForLive: false });
      expect(await read(second.id)).toMatchObject({ back: false });
      expect(told).toEqual([[first.id]]);
      const { version } = (await readRequest(opened.stores[0].db, 'local', first.id)) ?? {};
      await booking.sweep();
      expect((await readRequest(opened.stores[0].db, 'local', first.id))?.version).toBe(version);
      expect(whyOf(await aside(second.id, OWNER, true))).toBe('no-live');
    });
  });
}
