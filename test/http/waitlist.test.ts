import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { MOST_WAITING } from '../../server/app/waitlist.ts';
import { openedSpans } from '../../server/core/booking/waitlist.ts';
import { toMillis } from '../../shared/time.ts';
import { givenService, MONDAY_ELEVEN, MONDAY_TEN, NINE_TO_FIVE, publish } from '../app/booking-given.ts';
import { type BookingDoor, openBookingDoor } from './booking-door.ts';

let door: BookingDoor;
let service: string;

beforeEach(async () => {
  door = await openBookingDoor();
});
afterEach(() => door.close());

const open = async (changes: Parameters<typeof givenService>[0] = {}) => {
  [service = ''] = await publish(door.booking, [givenService(changes)]);
};
const person = () => ({ service, name: 'Vera Viewer', zone: 'Asia/Tokyo', adult: true, consent: true });
const ask = (body: object, headers?: Record<string, string>) =>
  door.ask('anyone', 'POST', '/api/v1/public/creator/requests', { ...person(), ...body }, headers);
const wait = (body: object = {}, headers?: Record<string, string>) =>
  door.ask('anyone', 'POST', '/api/v1/public/creator/waitlist', { ...person(), ...body }, headers);
const pathOf = (made: { body: { thread: string } }) =>
  made.body.thread.replace('https://book.example/t/', '/api/v1/public/threads/');
const act = (path: string, what: string, body: object = {}) => door.ask('anyone', 'POST', `${path}/${what}`, body);
const read = async (path: string) => (await door.ask('anyone', 'GET', path)).body;

describe('the waitlist', () => {
  test('[BK138] an offer without a waitlist takes nobody into line, and an adults’ one none who is not', async () => {
    await open({ waitlist: false });
    expect(await wait()).toMatchObject({ status: 409, body: { why: 'no-waitlist' } });
    const asked = pathOf(await ask({ start: MONDAY_TEN }));
    expect((await read(asked)).actions).toEqual(['message', 'cancel', 'move', 'erase']);
    expect((await act(asked, 'waitlist')).body).toMatchObject({ why: 'no-waitlist' });
    await door.ask('owner', 'PUT', `/api/v1/services/${service}`, givenService({ adultsOnly: true }));
    expect((await wait({ adult: false })).status).toBe(403);
  });

  test('[BK138] five hundred wait and no more', async () => {
    await open();
    const one = pathOf(await wait());
    const [row] = await door.store.db.selectFrom('request').selectAll().execute();
    if (!row) throw new Error('no request');
    const others = Array.from({ length: MOST_WAITING - 1 }, (_, at) => ({
      ...row,
      id: `r${at}`,
      secret_hash: `h${at}`,
    }));
    for (let at = 0; at < others.length; at += 100)
      await door.store.db
        .insertInto('request')
        .values(others.slice(at, at + 100))
        .execute();
    expect(await wait()).toMatchObject({ status: 429, body: { why: 'too-many' } });
    await act(one, 'cancel');
    expect((await wait()).status).toBe(201);
  });

  test('[BK139] a place is taken once under its key, which is no other request’s', async () => {
    await open();
    const key = { 'idempotency-key': 'abc' };
    const made = await wait({}, key);
    expect(made).toMatchObject({ status: 201, body: { state: 'waitlisted' } });
    expect((await wait({}, key)).body).toEqual(made.body);
    expect((await ask({}, key)).status).toBe(422);
    expect(await door.store.db.selectFrom('waitlist').selectAll().execute()).toHaveLength(1);
  });

  test('[BK141] a wish that ends before it begins is refused, and a start or hold with it is left out', async () => {
    await open();
    const backwards = await wait({ earliest: MONDAY_ELEVEN, latest: MONDAY_TEN });
    expect(backwards).toMatchObject({ status: 400, body: { issues: [{ path: 'latest' }] } });
    expect(await read(pathOf(await wait({ start: MONDAY_TEN, hold: 'x' })))).toMatchObject({ start: null });
  });

  test('[BK142] a loser of a taken time joins the line by one act, and takes what comes free', async () => {
    await open();
    const [won, lost] = [await ask({ start: MONDAY_TEN }), await ask({ start: MONDAY_TEN })];
    await door.ask('owner', 'POST', `/api/v1/requests/${won.body.id}/accept`, {});
    const loser = pathOf(lost);
    const offered = await read(loser);
    expect(offered).toMatchObject({ state: 'offered', offersUntil: null });
    expect(offered.nearest).toHaveLength(3);
    expect(offered.actions).toContain('waitlist');
    expect((await act(loser, 'waitlist')).body).toMatchObject({ state: 'waitlisted', waitlist: { position: 1 } });
    expect((await act(loser, 'waitlist')).body).toMatchObject({ why: 'already-waiting' });
    await act(pathOf(won), 'cancel');
    expect(await read(loser)).toMatchObject({ state: 'offered', nearest: [MONDAY_TEN] });
    expect((await act(loser, 'move', { start: MONDAY_TEN })).body).toMatchObject({ state: 'booked' });
  });

  test('[BK292] who waits reads and changes the days in the same place of the line, and who is in none is refused', async () => {
    await open();
    const first = pathOf(await wait({ latest: MONDAY_TEN }));
    await wait();
    const days = { earliest: MONDAY_TEN, latest: MONDAY_ELEVEN };
    expect((await act(first, 'waitlist', { days })).body).toMatchObject({ waitlist: { position: 1, ...days } });
    expect((await act(first, 'waitlist', { days: { earliest: null, latest: null } })).body).toMatchObject({
      waitlist: { position: 1, earliest: null, latest: null },
    });
    const backwards = { days: { earliest: MONDAY_ELEVEN, latest: MONDAY_TEN } };
    expect(await act(first, 'waitlist', backwards)).toMatchObject({ status: 400 });
    const asked = pathOf(await ask({ start: MONDAY_ELEVEN }));
    expect((await act(asked, 'waitlist', { days })).body).toMatchObject({ why: 'not-waiting' });
  });

  test('[BK147] hours count as free time only where they were not open before', () => {
    const weekly = [...NINE_TO_FIVE.weekly, { day: 'mon', from: '16:00', to: '18:00' } as const];
    const now = toMillis('2026-11-23T08:00:00Z');
    const opened = openedSpans(NINE_TO_FIVE, { ...NINE_TO_FIVE, weekly }, now);
    expect(opened[0]).toEqual({ from: toMillis('2026-11-23T16:00:00Z'), to: toMillis('2026-11-23T17:00:00Z') });
    expect(openedSpans(NINE_TO_FIVE, { ...NINE_TO_FIVE, weekly: [] }, now)).toEqual([]);
    expect(openedSpans(NINE_TO_FIVE, NINE_TO_FIVE, now)).toEqual([]);
  });

  test('[BK148] what is kept for the waitlist takes nobody’s hold away', async () => {
    await open({ capacity: 8, instant: true });
    const booked: string[] = [];
    for (let at = 0; at < 4; at++) booked.push(pathOf(await ask({ start: MONDAY_TEN })));
    for (let at = 0; at < 4; at++) await wait();
    for (const path of booked) await act(path, 'cancel');
    const kept = await door.store.db.selectFrom('seat').where('expires_at', 'is not', null).selectAll().execute();
    expect(kept.length).toBeGreaterThanOrEqual(4);
    const hold = await door.ask('anyone', 'POST', '/api/v1/public/creator/holds', { service, start: MONDAY_TEN });
    expect(hold.status).toBe(201);
  });
});

describe('what a thread and the desk tell', () => {
  const terms: Parameters<typeof givenService>[0] = {
    place: { type: 'video', joinUrl: 'https://meet.example/secret-room' },
    deposit: { amount: { minor: 1000, currency: 'EUR' }, paymentUrl: 'https://pay.example/secret-link' },
    questions: [{ id: 'goal', label: { en: 'Your goal?' }, required: true }],
    prices: [{ region: 'NO', price: { minor: 50000, currency: 'NOK' } }],
    cutoffMinutes: 120,
  };

  test('[BK143] link and payment link are there only while it is booked, the rest always', async () => {
    await open(terms);
    const made = await ask({ start: MONDAY_TEN, region: 'NO', answers: { goal: 'A new job' }, code: 'KITE' });
    const path = pathOf(made);
    const before = await read(path);
    expect(before).toMatchObject({
      price: { minor: 50000, currency: 'NOK' },
      place: { type: 'video' },
      deposit: { amount: { minor: 1000, currency: 'EUR' } },
      answers: [{ question: 'Your goal?', answer: 'A new job' }],
      cutoffAt: null,
    });
    expect(before.number).toMatch(/^[0-9A-F]{8}$/);
    expect(JSON.stringify(before)).not.toMatch(/secret-room|secret-link/);
    await door.ask('owner', 'POST', `/api/v1/requests/${made.body.id}/accept`, {});
    expect(await read(path)).toMatchObject({
      place: { joinUrl: 'https://meet.example/secret-room' },
      deposit: { paymentUrl: 'https://pay.example/secret-link' },
      cutoffAt: '2026-11-23T07:00:00Z',
    });
    await act(path, 'cancel');
    expect(JSON.stringify(await read(path))).not.toMatch(/secret-room|secret-link/);
  });

  test('[BK180] a deposit follows the viewer’s region as the price does', async () => {
    await open({
      ...terms,
      questions: [],
      prices: [
        { region: 'NO', price: { minor: 50000, currency: 'NOK' }, deposit: { minor: 9900, currency: 'NOK' } },
        { region: 'CH', price: { minor: 6000, currency: 'CHF' }, deposit: { minor: 0, currency: 'CHF' } },
        { region: 'GB', price: { minor: 5000, currency: 'GBP' } },
      ],
    });
    const depositOf = async (region: string | undefined) =>
      (await read(pathOf(await ask(region ? { region } : {})))).deposit;
    expect(await depositOf('NO')).toEqual({ amount: { minor: 9900, currency: 'NOK' } });
    expect(await depositOf('CH')).toBeNull();
    expect(await depositOf('GB')).toEqual({ amount: { minor: 1000, currency: 'EUR' } });
    expect(await depositOf(undefined)).toEqual({ amount: { minor: 1000, currency: 'EUR' } });
    const page = await door.ask('anyone', 'GET', '/api/v1/public/creator');
    expect(page.body.services[0].deposit).toEqual({ amount: { minor: 1000, currency: 'EUR' } });
    expect(JSON.stringify(page.body)).not.toContain('secret-link');
  });

  test('[BK210] a deposit is paid by the link of the viewer’s region, else by the offer’s, and no link is public', async () => {
    await open({
      ...terms,
      questions: [],
      instant: true,
      prices: [
        { region: 'NO', price: { minor: 50000, currency: 'NOK' }, paymentUrl: 'https://pay.example/secret-link-no' },
        { region: 'GB', price: { minor: 5000, currency: 'GBP' } },
      ],
    });
    const linkOf = async (region: string, start: string) =>
      (await read(pathOf(await ask({ region, start })))).deposit.paymentUrl;
    expect(await linkOf('NO', MONDAY_TEN)).toBe('https://pay.example/secret-link-no');
    expect(await linkOf('GB', MONDAY_ELEVEN)).toBe('https://pay.example/secret-link');
    const page = await door.ask('anyone', 'GET', '/api/v1/public/creator');
    expect(page.body.services[0].prices).toHaveLength(2);
    expect(JSON.stringify(page.body)).not.toContain('secret-link');
  });

  test('[BK145] the desk sees answers, agreed price, code and door', async () => {
    await open(terms);
    const made = await ask({ start: MONDAY_TEN, region: 'NO', answers: { goal: 'A new job' }, code: 'KITE' });
    expect((await door.ask('owner', 'GET', `/api/v1/requests/${made.body.id}`)).body).toMatchObject({
      terms: {
        price: { minor: 50000, currency: 'NOK' },
        answers: [{ question: 'Your goal?', answer: 'A new job' }],
        via: 'page',
      },
      offersUntil: null,
    });
  });

  test('[BK144] erasing frees the time, and person, words and answers are nowhere in the store', async () => {
    await open({ ...terms, instant: true });
    const contact = { email: 'canary@example.com' };
    const body = { name: 'Canary', message: 'canary-word', answers: { goal: 'canary-goal' }, contact };
    const made = await ask({ ...body, start: MONDAY_TEN });
    const path = pathOf(made);
    await door.ask('owner', 'POST', `/api/v1/requests/${made.body.id}/note`, { text: 'canary-note' });
    // Past the cut-off too: the right to be forgotten has none.
    door.clock.now = toMillis(MONDAY_TEN) - 60 * 60_000;
    expect((await act(path, 'erase')).status).toBe(200);
    expect((await door.ask('anyone', 'GET', path)).status).toBe(404);
    expect((await act(path, 'messages', { text: 'Hello?' })).status).toBe(404);
    const { db } = door.store;
    const kept = [
      await db.selectFrom('request').selectAll().execute(),
      await db.selectFrom('message').selectAll().execute(),
    ];
    expect(JSON.stringify(kept)).not.toMatch(/canary|Asia/i);
    expect((await door.ask('owner', 'GET', `/api/v1/requests/${made.body.id}`)).body).toMatchObject({
      state: 'cancelled',
      name: '',
      erased: true,
      news: 'cancelled',
      messages: [{ text: 'booked' }, { text: 'erased' }],
    });
    expect((await ask({ ...body, start: MONDAY_TEN })).status).toBe(201);
  });
});
