import { afterEach, beforeEach, expect, test } from 'vitest';
import { givenService, granted, MONDAY_TEN, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

const SHOP = 'https://www.shop.example/mug?colour=blue';
const PRODUCT = givenService({ slug: 'mug', kind: 'ecommerce', title: { en: 'Blue mug' }, link: SHOP });

let door: BookingDoor;
let product: string;
beforeEach(async () => {
  door = await openBookingDoor();
  [product = ''] = await publish(door.booking, [PRODUCT, givenService()]);
});
afterEach(() => door.close());

const ask = (more: object, what = 'requests') =>
  door.ask('anyone', 'POST', `/api/v1/public/creator/${what}`, {
    ...{ service: product, name: 'Vera', zone: 'UTC', adult: true, consent: true, message: 'Which size?' },
    ...more,
  });

test('[BK272] a product has its https link, no other kind of offer has one, and a link that hides where it leads is refused', async () => {
  const put = (more: object) => door.ask('owner', 'PUT', `/api/v1/services/${product}`, { ...PRODUCT, ...more });
  const refused = { status: 400, body: { why: 'bad-input' } };
  for (const link of [null, 'http://shop.example', 'https://shop.example@evil.example', 'javascript:alert(1)', 'shop'])
    expect([link, await put({ link })]).toMatchObject([link, refused]);
  expect(await put({ kind: 'consulting' })).toMatchObject({
    ...refused,
    body: { issues: [{ path: 'link' }] },
  });
  expect((await put({ link: SHOP })).status).toBe(200);
  const { services } = (await door.ask('anyone', 'GET', '/api/v1/public/creator')).body;
  const links = services.map(({ slug, link }: { slug: string; link: string | null }) => [slug, link]);
  expect(Object.fromEntries(links)).toEqual({ mug: SHOP, 'cv-check': null });
});

test('[BK272] an e-commerce offer without a link, as an older Cuedesk kept it, goes on being booked by time', async () => {
  granted(await door.booking.offers.changeService(product, { ...PRODUCT, link: null, instant: true }));
  expect((await ask({ start: MONDAY_TEN })).body.state).toBe('booked');
});

test('[BK273] a product has no times, no hold and no line; a message about it can be written, and no time follows from it', async () => {
  const slots = await door.ask('anyone', 'GET', `/api/v1/public/creator/slots?service=${product}`);
  expect(slots.body.slots).toEqual([]);
  const refused = { status: 409, body: { why: 'sold-by-link' } };
  expect(await ask({ start: MONDAY_TEN })).toMatchObject(refused);
  expect(await ask({}, 'waitlist')).toMatchObject(refused);
  expect(
    await door.ask('anyone', 'POST', '/api/v1/public/creator/holds', { service: product, start: MONDAY_TEN }),
  ).toMatchObject(refused);
  const written = await ask({});
  expect(written.status).toBe(201);
  const path = written.body.thread.replace('https://book.example/t/', '/api/v1/public/threads/');
  expect((await door.ask('anyone', 'GET', path)).body).toMatchObject({
    actions: ['message', 'cancel', 'erase'],
    place: null,
  });
  expect(await door.ask('anyone', 'POST', `${path}/move`, { start: MONDAY_TEN })).toMatchObject({
    body: { why: 'slot-not-offered' },
  });
});

test('[BK273] the next free time is that of what is booked by time, and nobody has one where only products are sold', async () => {
  expect(await door.booking.views.nextFree()).not.toBeNull();
  for (const { id, slug } of await door.booking.offers.services())
    if (slug !== 'mug') granted(await door.booking.offers.deleteService(id));
  expect(await door.booking.views.nextFree()).toBeNull();
});
