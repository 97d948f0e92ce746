import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenService, MONDAY_ELEVEN, MONDAY_TEN, NINE_TO_FIVE, publish } from '../app/booking-given.ts';
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
  const named = [{ name: 'Vera', title: { en: 'CV check' }, start: MONDAY_TEN, date, offered: false }];
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

test('[BK299] the times that viewers were offered and can still take are named too, until they are taken or others are offered', async () => {
  const [service = ''] = await publish(door.booking, [givenService({})]);
  const ask = { service, start: MONDAY_TEN, name: 'Vera', zone: 'UTC', adult: true, consent: true };
  const { id, thread } = (await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', ask)).body;
  const own = thread.replace('https://book.example/t/', '/api/v1/public/threads/');
  const outside = async () => (await door.ask('owner', 'GET', '/api/v1/availability/outside')).body;
  const offer = (...starts: string[]) => door.ask('owner', 'POST', `/api/v1/requests/${id}/offer`, { starts });
  const HALF_PAST = MONDAY_ELEVEN.replace(':00:', ':30:');
  expect((await offer(MONDAY_ELEVEN, HALF_PAST)).status).toBe(200);
  expect(await outside()).toEqual([]);
  const date = MONDAY_TEN.slice(0, 10);
  const kept = { ...NINE_TO_FIVE, exceptions: [{ date, hours: [{ from: '09:00', to: '11:30' }] }] };
  await door.ask('owner', 'PUT', '/api/v1/availability', kept);
  // Eleven fits into what is left of the day.
  const late = { id, name: 'Vera', start: HALF_PAST, date };
  expect(await outside()).toMatchObject([{ ...late, end: MONDAY_ELEVEN.replace('10:00', '11:00'), offered: true }]);
  await door.ask('owner', 'PUT', '/api/v1/availability', { ...NINE_TO_FIVE, exceptions: [{ date, hours: [] }] });
  expect((await outside()).map(({ start }: { start: string }) => start)).toEqual([MONDAY_ELEVEN, HALF_PAST]);
  await offer(HALF_PAST);
  expect(await outside()).toMatchObject([late]);
  expect((await door.ask('anyone', 'POST', `${own}/move`, { start: HALF_PAST })).body.state).toBe('booked');
  expect(await outside()).toMatchObject([{ ...late, offered: false }]);
});
