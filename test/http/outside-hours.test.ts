import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenService, MONDAY_TEN, NINE_TO_FIVE, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
beforeEach(async () => {
  door = await openBookingDoor();
});
afterEach(() => door.close());

test('[BK280] the coming bookings outside the hours of now are named, and stay', async () => {
  const [service = ''] = await publish(door.booking, [givenService({ instant: true })]);
  const ask = { service, start: MONDAY_TEN, name: 'Vera', zone: 'UTC', adult: true, consent: true };
  expect((await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', ask)).body.state).toBe('booked');
  const outside = async () => (await door.ask('owner', 'GET', '/api/v1/availability/outside')).body;
  const set = (more: object) => door.ask('owner', 'PUT', '/api/v1/availability', { ...NINE_TO_FIVE, ...more });
  expect(await outside()).toEqual([]);
  const date = MONDAY_TEN.slice(0, 10);
  const named = [{ name: 'Vera', title: { en: 'CV check' }, start: MONDAY_TEN, date }];
  for (const more of [
    { exceptions: [{ date, hours: [] }] },
    { exceptions: [{ date, hours: [{ from: '09:00', to: '10:29' }] }] },
    { weekly: NINE_TO_FIVE.weekly.filter(({ day }) => day !== 'mon') },
    { zone: 'Asia/Tokyo' },
  ]) {
    await set(more);
    expect([more, await outside()]).toMatchObject([more, named]);
  }
  await set({ exceptions: [{ date, hours: [{ from: '10:00', to: '10:30' }] }] });
  expect(await outside()).toEqual([]);
});
