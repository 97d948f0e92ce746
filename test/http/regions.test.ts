import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenService, granted, MONDAY_ELEVEN, MONDAY_TEN, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
let service: string;
beforeEach(async () => {
  door = await openBookingDoor();
  [service = ''] = await publish(door.booking, [
    givenService({ regions: ['AT', 'NL'], instant: true, waitlist: true }),
  ]);
});
afterEach(() => door.close());

const ask = (more: object, what = 'requests') =>
  door.ask('anyone', 'POST', `/api/v1/public/creator/${what}`, {
    ...{ service, name: 'Vera', zone: 'UTC', adult: true, consent: true, message: 'Hello' },
    ...more,
  });
const pathOf = (thread: string) => thread.replace('https://book.example/t/', '/api/v1/public/threads/');

test('[BK234] an offer that names countries is for those and the creator’s own: from elsewhere no time and no place in line', async () => {
  const [shown] = (await door.ask('anyone', 'GET', '/api/v1/public/creator')).body.services;
  expect(shown.regions.toSorted()).toEqual(['AT', 'DE', 'NL']);
  const refused = { status: 403, body: { why: 'region-not-offered' } };
  for (const region of [{ region: 'NO' }, {}]) {
    expect(await ask({ start: MONDAY_TEN, ...region })).toMatchObject(refused);
    expect(await ask(region, 'waitlist')).toMatchObject(refused);
  }
  const written = await ask({ region: 'NO' });
  expect(written.status).toBe(201);
  const path = pathOf(written.body.thread);
  expect(await door.ask('anyone', 'POST', `${path}/move`, { start: MONDAY_TEN })).toMatchObject(refused);
  expect(await door.ask('anyone', 'POST', `${path}/waitlist`, {})).toMatchObject(refused);
  for (const [region, start] of [
    ['NL', MONDAY_TEN],
    ['DE', MONDAY_ELEVEN],
  ])
    expect((await ask({ start, region })).body.state).toBe('booked');
});

test('[BK234] what somebody at the desk offers or opens is taken from wherever it came', async () => {
  const written = await ask({ region: 'NO' });
  await door.ask('owner', 'POST', `/api/v1/requests/${written.body.id}/offer`, { starts: [MONDAY_TEN] });
  const taken = await door.ask('anyone', 'POST', `${pathOf(written.body.thread)}/move`, { start: MONDAY_TEN });
  expect(taken.body.state).toBe('booked');
  const pasted = { service, name: 'Otto', text: 'Hi', language: 'nb' } as const;
  const opened = granted(await door.booking.paste.paste(pasted, null));
  const path = pathOf(opened.thread);
  expect((await door.ask('anyone', 'POST', `${path}/move`, { start: MONDAY_ELEVEN })).body.state).toBe('booked');
});
