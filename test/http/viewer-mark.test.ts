import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { givenService, MONDAY_TEN, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
let service: string;

beforeEach(async () => {
  door = await openBookingDoor();
  [service = ''] = await publish(door.booking, [givenService({ waitlist: true })]);
});
afterEach(() => door.close());

const PUBLIC = '/api/v1/public/creator';
const person = () => ({ service, name: 'Vera Viewer', zone: 'Asia/Tokyo', adult: true, consent: true });
const send = (what: 'requests' | 'waitlist' | 'holds', body: object = {}, cookie?: string) =>
  door.ask('anyone', 'POST', `${PUBLIC}/${what}`, { ...person(), ...body }, cookie ? { cookie } : {});
const markIn = ({ headers }: { headers: Headers }) => headers.getSetCookie().map((one) => one.split(';')[0] ?? '');

test('[DK300] who asks, writes or waits is given a mark of 180 days that no script and no other site has, and keeps it', async () => {
  const first = await send('requests', { message: 'Hello' });
  const [given = ''] = first.headers.getSetCookie();
  expect(given).toMatch(/^cuedesk-viewer=[\w-]{43}; /);
  const attributes = given.split('; ').slice(1).sort();
  expect(attributes).toEqual(['HttpOnly', `Max-Age=${180 * 86_400}`, 'Path=/api/v1/public', 'SameSite=Lax']);
  const [mark] = markIn(first);
  expect(markIn(await send('requests', { start: MONDAY_TEN }, mark))).toEqual([mark]);
  expect(markIn(await send('waitlist', {}, mark))).toEqual([mark]);
  expect(markIn(await send('waitlist'))).not.toEqual([mark]);
  expect(markIn(await send('requests', { message: 'Hello' }, 'cuedesk-viewer=made-up'))).not.toEqual([
    'cuedesk-viewer=made-up',
  ]);
});

test('[DK300] where the page is on https the mark is sent by https alone', async () => {
  const behind = await openBookingDoor(undefined, ['127.0.0.1', '::1']);
  onTestFinished(() => behind.close());
  const [id] = await publish(behind.booking, [givenService()]);
  const body = { ...person(), service: id, message: 'Hello' };
  const headers = { 'x-forwarded-proto': 'https' };
  const made = await behind.ask('anyone', 'POST', `${PUBLIC}/requests`, body, headers);
  expect(made.headers.getSetCookie()[0]).toContain('; Secure;');
});

test('[DK300] who only looks, holds a time or is refused is given none', async () => {
  const looked = [
    await door.ask('anyone', 'GET', PUBLIC),
    await door.ask('anyone', 'GET', `${PUBLIC}/slots?service=${service}`),
    await door.ask('anyone', 'POST', `${PUBLIC}/holds`, { service, start: MONDAY_TEN }),
    await send('requests', { service: 'unknown', message: 'Hello' }),
  ];
  expect(looked.map(({ status }) => status)).toEqual([200, 200, 201, 404]);
  expect(looked.flatMap(markIn)).toEqual([]);
});

test('[DK298] [DK101] a blocked browser reads what anybody reads on a busy day, under whatever name', async () => {
  const first = await send('requests', { message: 'Rude' });
  const [mark] = markIn(first);
  const blocked = await door.ask('owner', 'POST', `/api/v1/requests/${first.body.id}/block`, { reason: 'Rude' });
  expect(blocked).toMatchObject({ status: 200, body: { state: 'spam' } });
  const again = await send('requests', { message: 'Rude again', name: 'Somebody Else' }, mark);
  expect(again).toMatchObject({ status: 429, body: { why: 'too-many' } });
  expect(again.text).not.toMatch(/block|browser/i);
  expect(markIn(again)).toEqual([]);
  expect((await send('requests', { message: 'Hello' })).status).toBe(201);
});
