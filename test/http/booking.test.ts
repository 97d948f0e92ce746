import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { BIO, givenService, granted, MONDAY_ELEVEN, MONDAY_TEN, NINE_TO_FIVE } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
let service: string;

beforeEach(async () => {
  door = await openBookingDoor();
  expect((await door.ask('owner', 'PUT', '/api/v1/bio', BIO)).status).toBe(200);
  expect((await door.ask('owner', 'PUT', '/api/v1/availability', NINE_TO_FIVE)).status).toBe(200);
  const made = await door.ask('owner', 'POST', '/api/v1/services', givenService());
  expect(made.status).toBe(201);
  service = made.body.id;
  expect((await door.ask('owner', 'POST', '/api/v1/bio/publish', {})).status).toBe(200);
});
afterEach(() => door.close());

const draft = (changes: object = {}) => ({
  service,
  start: MONDAY_TEN,
  name: 'Vera Viewer',
  language: 'de',
  zone: 'Asia/Tokyo',
  adult: true,
  consent: true,
  ...changes,
});
const post = (path: string, body: unknown, headers = {}) =>
  door.ask('anyone', 'POST', `/api/v1/public/creator${path}`, body, headers);
const secretOf = (thread: string) => thread.replace('https://book.example/t/', '');

describe('what the creator offers', () => {
  test('[BK19] a bio that misses something is not published, and each missing point is an issue', async () => {
    await door.ask('owner', 'PUT', '/api/v1/bio', { ...BIO, adult: false, followers: 10 });
    const refused = await door.ask('owner', 'POST', '/api/v1/bio/publish', {});
    expect(refused.status).toBe(409);
    expect(refused.body).toMatchObject({ why: 'not-eligible', issues: [{ path: 'adult' }, { path: 'followers' }] });
    expect((await door.ask('owner', 'GET', '/api/v1/bio')).body).toMatchObject({ published: true, adult: false });
  });

  test('[BK62] a handle that would stand in the way of an address of Cuedesk is refused', async () => {
    const answer = await door.ask('owner', 'PUT', '/api/v1/bio', { ...BIO, handle: '@Threads' });
    expect(answer).toMatchObject({ status: 400, body: { why: 'bad-input', issues: [{ path: 'handle' }] } });
  });

  test('[BK20] viewers see the bio as it was published last, and of it only what is public', async () => {
    await door.ask('owner', 'PUT', '/api/v1/bio', { ...BIO, headline: 'A draft' });
    const page = await door.ask('anyone', 'GET', '/api/v1/public/@Creator');
    expect(page.body).toMatchObject({ headline: BIO.headline, proofs: [{ title: 'Ten years in hiring' }] });
    expect(page.body.services).toMatchObject([{ id: service, slug: 'cv-check', minutes: 30 }]);
    expect(page.text).not.toMatch(/Passport|followers|"adult"|buffer|noLicence|dailyCap|joinUrl/);
  });

  test('[BK21] an unknown handle, an unpublished service and a deleted one are the same 404', async () => {
    const draftOnly = await door.ask(
      'owner',
      'POST',
      '/api/v1/services',
      givenService({ slug: 'b', noLicenceNeeded: false }),
    );
    const gone = await door.ask('owner', 'POST', '/api/v1/services', givenService({ slug: 'c' }));
    expect((await door.ask('owner', 'DELETE', `/api/v1/services/${gone.body.id}`)).status).toBe(204);
    const answers = await Promise.all([
      door.ask('anyone', 'GET', '/api/v1/public/nobody'),
      door.ask('anyone', 'GET', `/api/v1/public/nobody/slots?service=${service}`),
      door.ask('anyone', 'GET', `/api/v1/public/creator/slots?service=${draftOnly.body.id}`),
      door.ask('anyone', 'GET', `/api/v1/public/creator/slots?service=${gone.body.id}`),
      door.ask('anyone', 'GET', '/api/v1/public/threads/nothing'),
    ]);
    expect(answers.map((answer) => answer.status)).toEqual([404, 404, 404, 404, 404]);
    expect(new Set(answers.map((answer) => answer.text)).size).toBe(1);
  });

  test('[BK296] offers stand in the order in which they were added, within one millisecond too', async () => {
    const slugs = Array.from({ length: 8 }, (_, at) => `quick-${at}`);
    for (const slug of slugs) granted(await door.booking.offers.addService(givenService({ slug })));
    const listed = (await door.booking.offers.services()).map(({ slug }) => slug);
    expect(listed.filter((slug) => slug.startsWith('quick-'))).toEqual(slugs);
  });

  test('[BK22] offers are the owner’s to change, and a short name is used once', async () => {
    expect((await door.ask('anyone', 'GET', '/api/v1/services')).status).toBe(401);
    expect((await door.ask('moderator', 'POST', '/api/v1/services', givenService({ slug: 'x' }))).status).toBe(403);
    expect((await door.ask('owner', 'POST', '/api/v1/services', givenService())).body).toMatchObject({
      why: 'slug-taken',
    });
    const changed = await door.ask('owner', 'PUT', `/api/v1/services/${service}`, givenService({ minutes: 45 }));
    expect(changed.body).toMatchObject({ id: service, minutes: 45 });
    expect((await door.ask('owner', 'GET', '/api/v1/services')).body).toHaveLength(1);
  });

  test('[BK23] hours that make no sense are refused by the name of the field', async () => {
    const bad = { zone: 'Mars/Base', weekly: [{ day: 'mon', from: '10:00', to: '09:00' }] };
    const refused = await door.ask('owner', 'PUT', '/api/v1/availability', bad);
    expect(refused.status).toBe(400);
    expect(refused.body.issues.map((issue: { path: string }) => issue.path)).toEqual(['zone', 'weekly.0.to']);
  });
});

describe('free times', () => {
  const slots = (query: string) => door.ask('anyone', 'GET', `/api/v1/public/creator/slots?service=${service}${query}`);

  test('[BK24] slots are in UTC, ascending, and from now to fourteen days on where nothing is said', async () => {
    const all = (await slots('')).body.slots;
    expect(all[0]).toEqual({ start: '2026-11-22T11:00:00Z', end: '2026-11-22T11:30:00Z', seats: 1 });
    expect(all.at(-1).start).toBe('2026-12-06T10:30:00Z');
    const day = (await slots('&from=2026-11-23T00:00:00Z&to=2026-11-24T00:00:00Z&zone=Asia/Tokyo')).body.slots;
    expect(day).toHaveLength(16);
  });

  test('[BK24] a window beyond 62 days, one that ends before it begins and an unknown zone are bad input', async () => {
    expect((await slots('&from=2026-11-23T00:00:00Z&to=2027-03-24T00:00:00Z')).status).toBe(400);
    expect((await slots('&from=2026-11-23T00:00:00Z&to=2026-11-22T00:00:00Z')).status).toBe(400);
    expect((await slots('&zone=Mars/Base')).status).toBe(400);
    expect((await slots('&from=yesterday')).status).toBe(400);
  });

  test('[BK25] what is offered can be booked, each one, over a night on which the clock changes', async () => {
    await door.ask('owner', 'PUT', `/api/v1/services/${service}`, givenService({ instant: true, horizonDays: 200 }));
    const hours = { ...NINE_TO_FIVE, weekly: [{ day: 'sun', from: '00:00', to: '06:00' }] };
    await door.ask('owner', 'PUT', '/api/v1/availability', hours);
    const window = '&from=2027-03-27T12:00:00Z&to=2027-03-28T12:00:00Z';
    const offered = (await slots(window)).body.slots;
    expect(offered).toHaveLength(10);
    for (const slot of offered) {
      expect((await post('/requests', draft({ start: slot.start }))).body).toMatchObject({ state: 'booked' });
    }
    expect((await slots(window)).body.slots).toEqual([]);
  });
});

describe('asking', () => {
  test('[BK26] a time that is not on offer is refused as such: off the step, past, outside, too far', async () => {
    for (const start of [
      '2026-11-23T09:10:00Z',
      '2026-11-22T10:30:00Z',
      '2026-11-23T03:00:00Z',
      '2027-11-23T09:00:00Z',
    ]) {
      expect((await post('/requests', draft({ start }))).body).toMatchObject({ status: 409, why: 'slot-not-offered' });
      expect((await post('/holds', { service, start })).body).toMatchObject({ status: 409, why: 'slot-not-offered' });
    }
  });

  test('[BK27] who is under 18 is refused and nothing at all is kept; consent must be there', async () => {
    const canary = 'canary-under-age';
    const refused = await post('/requests', draft({ adult: false, name: canary }), { 'idempotency-key': canary });
    expect(refused).toMatchObject({ status: 403, body: { why: 'adults-only' } });
    expect((await post('/requests', draft({ consent: false }))).status).toBe(400);
    const { db } = door.store;
    expect(await db.selectFrom('request').select('id').execute()).toEqual([]);
    expect(await db.selectFrom('idempotency').select('key').execute()).toEqual([]);
  });

  test('[BK28] fields that nobody asked for change nothing', async () => {
    const made = await post('/requests', draft({ state: 'booked', creatorId: 'x', price: 0, __v: 1 }));
    expect(made.body).toMatchObject({ state: 'new' });
  });

  test('[BK7] a repeat under the same key is answered alike, and another body under it is refused', async () => {
    const key = { 'idempotency-key': 'k-1' };
    const answers = await Promise.all(Array.from({ length: 10 }, () => post('/requests', draft(), key)));
    expect(new Set(answers.map((answer) => `${answer.status} ${answer.text}`)).size).toBe(1);
    expect(answers[0]?.status).toBe(201);
    expect(answers[0]?.headers.get('cache-control')).toBe('no-store');
    expect(await post('/requests', draft({ name: 'Other' }), key)).toMatchObject({
      status: 422,
      body: { why: 'key-reused' },
    });
    expect((await door.ask('owner', 'GET', '/api/v1/requests')).body).toHaveLength(1);
    const kept = await door.store.db.selectFrom('idempotency').selectAll().execute();
    expect(JSON.stringify(kept)).not.toContain(secretOf(answers[0]?.body.thread));
  });

  test('[BK29] a hold keeps the slot for its viewer, who then gets it', async () => {
    await door.ask('owner', 'PUT', `/api/v1/services/${service}`, givenService({ instant: true }));
    const hold = await post('/holds', { service, start: MONDAY_TEN });
    expect(hold).toMatchObject({ status: 201, body: { expiresAt: '2026-11-22T11:05:00Z' } });
    const other = await post('/requests', draft());
    expect(other.body).toMatchObject({
      status: 409,
      why: 'slot-taken',
      nearest: expect.arrayContaining([MONDAY_ELEVEN]),
    });
    expect((await post('/requests', draft({ hold: hold.body.id }))).body).toMatchObject({ state: 'booked' });
  });

  test('[BK30] an ask that a person has to answer leaves its slot to others until one is accepted', async () => {
    const first = await post('/requests', draft());
    const second = await post('/requests', draft({ name: 'Walter' }));
    expect([first.body.state, second.body.state]).toEqual(['new', 'new']);
    expect((await door.ask('owner', 'POST', `/api/v1/requests/${second.body.id}/accept`, {})).body).toMatchObject({
      state: 'booked',
    });
    const lost = await door.ask('owner', 'POST', `/api/v1/requests/${first.body.id}/accept`, {});
    expect(lost.body).toMatchObject({ status: 409, why: 'slot-taken', nearest: expect.any(Array) });
    const thread = await door.ask('anyone', 'GET', `/api/v1/public/threads/${secretOf(first.body.thread)}`);
    expect(thread.body).toMatchObject({ state: 'offered', nearest: expect.arrayContaining([MONDAY_ELEVEN]) });
  });
});
