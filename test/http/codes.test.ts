import { afterEach, beforeEach, expect, test } from 'vitest';
import { FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import type { JournalEntry } from '../../shared/events.ts';
import { toInstant } from '../../shared/time.ts';
import { givenDraft, givenService, granted, MONDAY_TEN, publish } from '../app/booking-given.ts';
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

/** A time that a word in the chat holds; its code. */
async function heldByChat(text = '!book'): Promise<string> {
  granted(await door.booking.chat.setSetting({ ...FIRST_CHAT_WORD, on: true }));
  const at = toInstant(door.clock.now);
  const user = { id: 'u1', name: 'Ann Example' };
  const entry: JournalEntry = { seq: 1, id: 'e1', source: 'tiktok:@creator', type: 'chat', at, user, chat: { text } };
  return (await door.booking.chat.hear([entry], 's1'))[0] ?? '';
}

test('[OD13] the address of a code from the chat leads to the held offer, whose page takes the time, until it lapses', async () => {
  const [, talk] = await publish(door.booking, [givenService(), givenService({ slug: 'talk' })]);
  const code = await heldByChat('!book talk');
  expect(await visit(code.toLowerCase())).toEqual([302, `/@creator/talk?via=${code}`]);
  const claimed = granted(await door.booking.chat.claim('creator', code, 'a key'));
  expect(claimed.service).toBe(talk);
  const draft = givenDraft({ service: talk ?? '', start: claimed.start, hold: claimed.hold, code });
  expect((await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', draft)).status).toBe(201);
  const [request] = await door.booking.views.deskRequests();
  expect(request).toMatchObject({ via: 'chat', terms: { code } });
  expect(await visit(code)).toEqual([302, '/@creator?via=unknown']);
});

test('[OD14] the code of who waits or asks is kept as it is known, short or from the chat, and an unknown one is left out', async () => {
  const [service = ''] = await publish(door.booking, [givenService()]);
  const short = String(await door.codes.ofCard(STAGE, null));
  const chat = await heldByChat();
  const doors = ['waitlist', 'requests'];
  const keptBy = async (to: string, code: string) => {
    const { body } = await door.ask('anyone', 'POST', `/api/v1/public/creator/${to}`, givenDraft({ service, code }));
    const row = await door.store.db.selectFrom('request').select('code').where('id', '=', body.id).executeTakeFirst();
    return row?.code;
  };
  for (const to of doors) {
    expect(await keptBy(to, ` ${short.toLowerCase()}`)).toBe(short);
    expect(await keptBy(to, chat.toLowerCase())).toBe(chat);
    for (const unknown of ['XXXX', 'KAMOR', '<b>']) expect(await keptBy(to, unknown)).toBeNull();
  }
});
