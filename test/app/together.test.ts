import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import { createPresence } from '../../server/app/presence.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MODERATOR,
  MONDAY_TEN,
  OWNER,
  openFolder,
  publish,
  type SetClock,
  startClock,
  whyOf,
} from './booking-given.ts';

let close: () => Promise<void>;
let booking: Booking;
let clock: SetClock;
let request: string;
beforeEach(async () => {
  const folder = await openFolder();
  close = folder.close;
  clock = startClock();
  booking = bookingOn(folder.store, clock);
  const [service = ''] = await publish(booking, [givenService()]);
  request = granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null)).id;
});
afterEach(() => close());

async function claimOf(id: string): Promise<DeskRequest['claim']> {
  return granted(await booking.views.deskRequest(id)).claim;
}

test('[DK157] a claim is taken over with a notice to the one before, and the one before can answer no more', async () => {
  const told: unknown[] = [];
  booking.desk.onTakenOver((taken) => told.push(taken));
  granted(await booking.desk.act(request, { type: 'claim' }, MODERATOR));
  expect(whyOf(await booking.desk.act(request, { type: 'reply', text: 'Hi' }, OWNER))).toBe('claimed-by-other');
  const after = granted(await booking.desk.act(request, { type: 'take-over' }, OWNER));
  expect(after.claim).toMatchObject({ by: OWNER.id });
  expect(told).toEqual([{ request, name: 'Vera Viewer', by: OWNER.name, from: MODERATOR.id }]);
  expect(whyOf(await booking.desk.act(request, { type: 'reply', text: 'Hi' }, MODERATOR))).toBe('claimed-by-other');
});

test('[DK157] nobody is told of a claim that had lapsed, or of the own one', async () => {
  const told: unknown[] = [];
  booking.desk.onTakenOver((taken) => told.push(taken));
  granted(await booking.desk.act(request, { type: 'claim' }, MODERATOR));
  granted(await booking.desk.act(request, { type: 'take-over' }, MODERATOR));
  clock.now += 121_000;
  granted(await booking.desk.act(request, { type: 'take-over' }, OWNER));
  expect(told).toEqual([]);
});

test('[DK158] a claim stands as long as its member shows a sign of life, and lapses without', async () => {
  granted(await booking.desk.act(request, { type: 'claim' }, MODERATOR));
  for (let times = 0; times < 5; times++) {
    clock.now += 100_000;
    await booking.desk.alive(request, MODERATOR);
  }
  expect(whyOf(await booking.desk.act(request, { type: 'claim' }, OWNER))).toBe('claimed-by-other');
  await booking.desk.alive(request, OWNER);
  await booking.desk.alive('of-nobody', MODERATOR);
  clock.now += 121_000;
  await booking.desk.alive(request, MODERATOR);
  granted(await booking.desk.act(request, { type: 'claim' }, OWNER));
  expect(await claimOf(request)).toMatchObject({ by: OWNER.id });
});

test('[DK156] who has left without a word is gone by the clock alone, and nothing is told that did not change', () => {
  const presence = createPresence({
    clock: () => clock.now,
    onFault: (error) => {
      throw error;
    },
  });
  let told = 0;
  presence.onChange(() => {
    told++;
  });
  presence.here('page-1', MODERATOR, { request, typing: false });
  presence.here('page-1', MODERATOR, { request, typing: false });
  presence.look();
  expect(told).toBe(1);
  clock.now += 31_000;
  presence.look();
  expect(presence.now()).toEqual([]);
  expect(told).toBe(2);
});
