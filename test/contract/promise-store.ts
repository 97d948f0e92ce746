import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
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
} from '../app/booking-given.ts';
import { type OpenedStores, twoPrograms } from './two-programs.ts';

const HOUR = 3_600_000;

/** By when viewers are promised an answer, on every store, with two programs on one database. */
export function promiseStoreContract(name: string, open: () => Promise<OpenedStores>): void {
  describe(`promised answers on ${name}`, () => {
    let opened: OpenedStores;
    let clock: SetClock;
    let within: number | null;
    let booking: Booking;
    let elsewhere: Booking;
    let service: string;
    beforeEach(async () => {
      within = 4;
      ({ opened, clock, booking, elsewhere } = await twoPrograms(open, () => ({ answerWithinHours: () => within })));
      [service = ''] = await publish(booking, [givenService()]);
    });
    afterEach(() => opened.close());

    const asked = async (start?: string) =>
      granted(
        await booking.viewers.ask('creator', givenDraft({ service, message: 'Hi', ...(start ? { start } : {}) }), null),
      );
    const told = async (thread: string) => granted(await elsewhere.views.thread(secretIn(thread))).answerBy;
    const inHours = (hours: number) => new Date(clock.now + hours * HOUR).toISOString().replace('.000Z', 'Z');

    test('[DK183] what was promised with the ask is told to viewer and desk, stays, and ends with the answer', async () => {
      const { id, thread } = await asked();
      const due = inHours(4);
      expect(await told(thread)).toBe(due);
      within = 1;
      expect(granted(await elsewhere.views.deskRequest(id)).answerBy).toBe(due);
      granted(await booking.desk.act(id, { type: 'claim' }, OWNER));
      expect(await told(thread)).toBe(due);
      granted(await booking.desk.act(id, { type: 'reply', text: 'Hello' }, OWNER));
      expect(await told(thread)).toBeNull();
      within = null;
      expect(await told((await asked()).thread)).toBeNull();
    });

    test('[DK183] whoever loses a time has been answered by that, and a booking is promised nothing', async () => {
      const [loser, winner] = [await asked(MONDAY_TEN), await asked(MONDAY_TEN)];
      granted(await booking.desk.act(winner.id, { type: 'accept' }, OWNER));
      expect([await told(loser.thread), await told(winner.thread)]).toEqual([null, null]);
    });

    test('[DK184] a word that asks anew is promised an answer anew, one before the answer is not', async () => {
      const { id, thread } = await asked();
      const first = await told(thread);
      clock.now += HOUR;
      granted(await booking.viewers.write(secretIn(thread), 'And?'));
      granted(await booking.viewers.move(secretIn(thread), MONDAY_ELEVEN));
      expect(await told(thread)).toBe(first);
      granted(await booking.desk.act(id, { type: 'reply', text: 'Which day?' }, OWNER));
      granted(await elsewhere.viewers.write(secretIn(thread), 'Monday'));
      expect(await told(thread)).toBe(inHours(4));
    });
  });
}
