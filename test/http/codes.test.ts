import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenDraft, givenService, MONDAY_TEN, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
beforeEach(async () => {
  door = await openBookingDoor();
});
afterEach(() => door.close());

const STAGE = { id: 'main', name: 'Stage' };
const visit = async (code: string, headers = {}) => {
  const answer = await door.ask('anyone', 'GET', `/c/${code}`, undefined, headers);
  return [answer.status, answer.headers.get('location')];
};
const figures = async (code: string) =>
  (await door.ask('owner', 'GET', '/api/v1/codes')).body.find((one: { code: string }) => one.code === code);

test('[VP32] a code leads to the viewers’ page and says by which it was, an unknown one leads there too', async () => {
  expect(await visit('KAMOR')).toEqual([404, null]);
  await publish(door.booking, [givenService()]);
  const code = String(await door.codes.ofCard(STAGE, 'Main'));
  expect(await visit(code.toLowerCase())).toEqual([302, `/@creator?via=${code}`]);
  expect(await visit('%2F%2Fevil.example')).toEqual([302, '/@creator?via=unknown']);
});

test('[VP33] each card has a code for each scene, the same one every time', async () => {
  const codes = await Promise.all(['Main', 'Main', 'Break', null].map((scene) => door.codes.ofCard(STAGE, scene)));
  expect(codes[0]).toBe(codes[1]);
  expect(new Set(codes).size).toBe(3);
  const again = await door.reopenCodes();
  expect(await again.ofCard(STAGE, 'Break')).toBe(codes[2]);
});

test('[VP34] visits, asks and bookings are counted by code; a browser that only fetches ahead is no visit', async () => {
  const [service = ''] = await publish(door.booking, [givenService({ instant: true })]);
  const code = String(await door.codes.ofCard(STAGE, null));
  await visit(code);
  await visit(code, { 'sec-purpose': 'prefetch' });
  await door.codes.flush();
  await visit(code);
  const body = givenDraft({ service, start: MONDAY_TEN, code: code.toLowerCase() });
  expect((await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', body)).status).toBe(201);
  expect(await figures(code)).toMatchObject({ visits: 2, asks: 1, booked: 1, label: 'Stage' });
});

test('[VP35] a booking never fails for its code: an unknown one is left out', async () => {
  const [service = ''] = await publish(door.booking, [givenService({ instant: true })]);
  const body = givenDraft({ service, start: MONDAY_TEN, code: 'unknown' });
  expect((await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', body)).status).toBe(201);
  const row = await door.store.db.selectFrom('request').select('code').executeTakeFirstOrThrow();
  expect(row.code).toBeNull();
});

test('[VP36] a moment’s code takes the place of the card’s for its minutes, and leads to its offer', async () => {
  const [service = ''] = await publish(door.booking, [givenService()]);
  const card = await door.codes.ofCard(STAGE, null);
  const moment = { label: 'Question time', service, minutes: 10 };
  const made = await door.ask('owner', 'POST', '/api/v1/codes', moment);
  expect(made.status).toBe(201);
  expect(await door.codes.ofCard(STAGE, null)).toBe(made.body.code);
  expect(await visit(made.body.code)).toEqual([302, `/@creator/cv-check?via=${made.body.code}`]);
  door.clock.now += 10 * 60_000;
  expect(await door.codes.ofCard(STAGE, null)).toBe(card);
});

test('[VP37] a code that was taken away leads to the page without being counted', async () => {
  await publish(door.booking, [givenService()]);
  const code = String(await door.codes.ofCard(STAGE, null));
  expect((await door.ask('owner', 'DELETE', `/api/v1/codes/${code}`)).status).toBe(204);
  expect((await door.ask('owner', 'DELETE', `/api/v1/codes/${code}`)).status).toBe(404);
  expect(await visit(code)).toEqual([302, '/@creator?via=unknown']);
});
