import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenService, MONDAY_ELEVEN, MONDAY_TEN, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

const DAY = 24 * 60 * 60_000;
const DEPOSIT = { amount: { minor: 1000, currency: 'EUR' }, paymentUrl: 'https://pay.example/1' };
let door: BookingDoor;

/** One ask for ten on Monday, and its private thread. */
async function open(changes: Parameters<typeof givenService>[0] = {}) {
  const [service = ''] = await publish(door.booking, [givenService({ deposit: DEPOSIT, ...changes })]);
  const body = { service, start: MONDAY_TEN, name: 'Vera', zone: 'Asia/Tokyo', adult: true, consent: true };
  const made = await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', body);
  const path = made.body.thread.replace('https://book.example/t/', '/api/v1/public/threads/') as string;
  return {
    service,
    thread: async () => (await door.ask('anyone', 'GET', path)).body,
    viewer: (act: string, said: unknown = {}) => door.ask('anyone', 'POST', `${path}/${act}`, said),
    desk: (act: string, said: unknown = {}) =>
      door.ask('owner', 'POST', `/api/v1/requests/${made.body.id}/${act}`, said),
  };
}
beforeEach(async () => {
  door = await openBookingDoor();
});
afterEach(() => door.close());

test('[BK230] a booking that the desk ends is called off: its viewer is told so and chooses another time or the line', async () => {
  const { thread, viewer, desk } = await open({ instant: true, waitlist: true });
  expect((await desk('decline', { text: 'I am ill' })).body.state).toBe('called-off');
  const after = await thread();
  expect(after.state).toBe('called-off');
  expect(after.messages.slice(-2)).toMatchObject([
    { from: 'creator', text: 'I am ill' },
    { from: 'system', text: 'called-off' },
  ]);
  expect(after.actions).toEqual(['message', 'move', 'waitlist', 'calendar', 'erase']);
  expect(after.nearest).toHaveLength(3);
  expect(after.nearest).not.toContain(MONDAY_TEN);
  expect((await viewer('waitlist')).body.state).toBe('waitlisted');
  expect((await viewer('move', { start: MONDAY_ELEVEN })).body).toMatchObject({
    state: 'booked',
    start: MONDAY_ELEVEN,
  });
});

test('[BK230] who was called off by a person who answers asks anew, and after 14 days no more', async () => {
  const { thread, viewer, desk } = await open();
  await desk('accept');
  await desk('decline');
  door.clock.now += 14 * DAY;
  expect(await thread()).toMatchObject({ actions: ['erase'], nearest: [] });
  expect((await viewer('move', { start: MONDAY_ELEVEN })).body.why).toBe('already-closed');
  expect((await viewer('waitlist')).body.why).toBe('already-closed');
  door.clock.now -= 14 * DAY;
  expect((await viewer('move', { start: MONDAY_ELEVEN })).body).toMatchObject({ state: 'new', start: MONDAY_ELEVEN });
});

test('[BK231] after a cancelled booking both sides write for 14 days, with the deposit in sight', async () => {
  const { thread, viewer, desk } = await open({ instant: true });
  await viewer('cancel');
  expect(await thread()).toMatchObject({ state: 'cancelled', deposit: { amount: DEPOSIT.amount } });
  // No more is to be paid.
  expect((await thread()).deposit).not.toHaveProperty('paymentUrl');
  door.clock.now += 13 * DAY;
  expect((await viewer('messages', { text: 'Please send it back' })).body.state).toBe('cancelled');
  door.clock.now += 13 * DAY;
  expect((await desk('reply', { text: 'It is on its way' })).body).toMatchObject({ state: 'cancelled', unread: false });
  door.clock.now += 14 * DAY;
  expect((await viewer('messages', { text: 'Thanks' })).body.why).toBe('already-closed');
  expect((await desk('reply', { text: 'Hello?' })).body.why).toBe('already-closed');
});

test('[BK231] what was cancelled before it was booked has no deposit, and whoever erased is written to no more', async () => {
  const { thread, viewer, desk } = await open();
  await viewer('cancel');
  expect(await thread()).toMatchObject({ deposit: null, actions: ['message', 'erase'] });
  await viewer('erase');
  expect((await desk('reply', { text: 'Hello?' })).body.why).toBe('already-closed');
});

test('[BK232] a booking stays booked while the desk offers other times, and is moved by taking one after the cut-off', async () => {
  const { thread, viewer, desk } = await open({ instant: true, cutoffMinutes: 60 });
  const halfPast = MONDAY_TEN.replace(':00:00Z', ':30:00Z');
  const offered = await desk('offer', { starts: [MONDAY_ELEVEN, halfPast] });
  expect(offered.body).toMatchObject({ state: 'booked', start: MONDAY_TEN });
  expect(await thread()).toMatchObject({ state: 'booked', start: MONDAY_TEN, nearest: [halfPast, MONDAY_ELEVEN] });
  door.clock.now = Date.parse(MONDAY_TEN) - 60_000;
  expect((await viewer('move', { start: '2026-11-23T12:00:00Z' })).body.why).toBe('past-cutoff');
  expect((await viewer('move', { start: halfPast })).body).toMatchObject({
    state: 'booked',
    start: halfPast,
    nearest: [],
  });
  await desk('offer', { starts: [MONDAY_ELEVEN] });
  door.clock.now = Date.parse(halfPast);
  expect((await viewer('move', { start: MONDAY_ELEVEN })).body.why).toBe('past-cutoff');
});
