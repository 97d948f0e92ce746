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
  expect(await visit('%2F%2Fevil.example')).toEqual([302, '/@creator?via=unknown&code=%2F%2Fevil.example']);
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

test('[BK208] a code leads to its offer by the short name of now, and a word in the chat may name the one of before', async () => {
  const [cv = '', talk = ''] = await publish(door.booking, [givenService(), givenService({ slug: 'talk' })]);
  const made = await door.ask('owner', 'POST', '/api/v1/codes', { label: 'Question time', service: talk, minutes: 10 });
  granted(
    await door.booking.offers.changeService(talk, givenService({ slug: 'long-talk', title: { en: 'Long one' } })),
  );
  expect(await visit(made.body.code)).toEqual([302, `/@creator/long-talk?via=${made.body.code}`]);
  const held = await heldByChat('!book talk');
  expect(await visit(held)).toEqual([302, `/@creator/long-talk?via=${held}`]);
  granted(await door.booking.offers.changeService(cv, givenService({ slug: 'cv-now' })));
  expect(await visit(held)).toEqual([302, `/@creator/long-talk?via=${held}`]);
});

test('[VP37] a code that was taken away leads to the page without being counted', async () => {
  await publish(door.booking, [givenService()]);
  const code = String(await door.codes.ofCard(STAGE, null));
  expect((await door.ask('owner', 'DELETE', `/api/v1/codes/${code}`)).status).toBe(204);
  expect((await door.ask('owner', 'DELETE', `/api/v1/codes/${code}`)).status).toBe(404);
  expect(await visit(code)).toEqual([302, `/@creator?via=unknown&code=${code}`]);
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
  expect(await visit(code)).toEqual([302, `/@creator?via=unknown&code=${code}`]);
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

const make = (ask: object) => door.ask('owner', 'POST', '/api/v1/codes', ask);
const end = (code: string) => door.ask('owner', 'POST', `/api/v1/codes/${code}/end`);

test('[BK160] a code made for a scene stands before the card’s while that scene is on, a moment’s before both', async () => {
  await publish(door.booking, [givenService()]);
  const card = await door.codes.ofCard(STAGE, 'Talk');
  const talk = (await make({ kind: 'scene', scene: 'Talk' })).body;
  expect(talk).toMatchObject({ kind: 'scene', label: 'Talk', ended: false, shownUntil: null });
  expect(await door.codes.ofCard(STAGE, 'Talk')).toBe(talk.code);
  expect(await door.codes.ofCard(STAGE, 'Break')).not.toBe(talk.code);
  expect(await door.codes.ofCard(STAGE, null)).not.toBe(talk.code);
  const moment = (await make({ label: 'Question time' })).body.code;
  expect(await door.codes.ofCard(STAGE, 'Talk')).toBe(moment);
  await end(moment);
  expect(await door.codes.ofCard(STAGE, 'Talk')).toBe(talk.code);
  await end(talk.code);
  expect(await door.codes.ofCard(STAGE, 'Talk')).toBe(card);
});

test('[BK161] one moment, one scene and one offer have one code each: a new one ends the one before, also after a restart', async () => {
  const [service = ''] = await publish(door.booking, [givenService()]);
  const asks = [
    { label: 'First words' },
    { kind: 'scene', scene: 'Talk' },
    { kind: 'offer', label: 'CV check', service },
  ];
  for (const ask of asks) {
    const before = (await make(ask)).body.code;
    const after = (await make(ask)).body.code;
    expect(await figures(before)).toMatchObject({ ended: true });
    expect(await figures(after)).toMatchObject({ ended: false });
  }
  const offer = door.codes.ofOffer(service);
  const moment = door.codes.moment();
  expect([offer, moment?.label]).toEqual([expect.any(String), 'First words']);
  const again = await door.reopenCodes();
  expect([again.ofOffer(service), again.moment()]).toEqual([offer, moment]);
});

test('[BK162] an ended code is off the stage at once, still leads to its offer, and what comes by it is counted', async () => {
  const [service = ''] = await publish(door.booking, [givenService({ instant: true })]);
  const { code } = (await make({ label: 'CV question', service })).body;
  let told = 0;
  door.codes.onChange(() => void told++);
  expect((await end(code)).status).toBe(204);
  expect(told).toBe(1);
  expect(door.codes.moment()).toBeNull();
  expect(await door.codes.ofCard(STAGE, null)).not.toBe(code);
  expect(await visit(code)).toEqual([302, `/@creator/cv-check?via=${code}`]);
  const body = givenDraft({ service, start: MONDAY_TEN, code });
  expect((await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', body)).status).toBe(201);
  expect(await figures(code)).toMatchObject({ ended: true, visits: 1, asks: 1, booked: 1 });
  expect((await end('KOLIBRI')).status).toBe(404);
});

test('[BK163] a card whose code was ended has another one, and the old one stays listed', async () => {
  await publish(door.booking, [givenService()]);
  const old = String(await door.codes.ofCard(STAGE, 'Main'));
  await end(old);
  const next = await door.codes.ofCard(STAGE, 'Main');
  expect(next).not.toBe(old);
  expect(await door.codes.ofCard(STAGE, 'Main')).toBe(next);
  expect(await figures(old)).toMatchObject({ ended: true, label: 'Stage · Main' });
});

test('[BK164] a word of one’s own is a code if each letter is heard and read rightly and nobody has it', async () => {
  expect((await make({ label: 'Fruit', word: ' bananen ' })).body.code).toBe('BANANEN');
  const refused = async (word: string) => {
    const { status, body } = await make({ label: 'Words', word });
    return [status, body.why, body.issues?.[0].message];
  };
  expect(await refused('coach')).toEqual([400, 'bad-input', 'signs']);
  expect(await refused('TIP')).toEqual([400, 'bad-input', 'length']);
  expect(await refused('KFRTK')).toEqual([400, 'bad-input', 'no-vowel']);
  expect((await refused('Bananen')).slice(0, 2)).toEqual([409, 'code-taken']);
  expect(door.codes.moment()?.code).toBe('BANANEN');
});

test('[BK165] a code that ends by the clock tells the stage then', async () => {
  const told = new Promise<void>((resolve) => {
    door.codes.onChange(() => door.codes.moment() === null && resolve());
  });
  await make({ label: 'Short', minutes: 1 });
  door.clock.now += 60_000 - 1;
  // Another change looks anew for the next end, a millisecond away now.
  await make({ kind: 'scene', scene: 'Talk' });
  door.clock.now += 1;
  await told;
});

test('[BK166] what a code needs is asked for: a moment its words, a scene its name, an offer itself; owners alone make it', async () => {
  await publish(door.booking, [givenService()]);
  for (const ask of [{}, { kind: 'scene' }, { kind: 'offer', label: 'CV check' }, { label: 'x', minutes: 0 }]) {
    expect((await make(ask)).status).toBe(400);
  }
  expect((await door.ask('moderator', 'POST', '/api/v1/codes', { label: 'x' })).status).toBe(403);
  expect((await door.ask('moderator', 'POST', '/api/v1/codes/KAMOR/end')).status).toBe(403);
  expect(await door.codes.list()).toEqual([]);
});

test('[BK167] the desk is told which code brought a request and what it was for', async () => {
  const [service = ''] = await publish(door.booking, [givenService()]);
  const { code } = (await make({ label: 'CV question', service })).body;
  const body = givenDraft({ service, start: MONDAY_TEN, code });
  await door.ask('anyone', 'POST', '/api/v1/public/creator/requests', body);
  const first = async () => (await door.ask('moderator', 'GET', '/api/v1/requests')).body[0];
  expect(await first()).toMatchObject({ via: 'page', code, codeFor: { kind: 'moment', label: 'CV question' } });
  await door.ask('owner', 'DELETE', `/api/v1/codes/${code}`);
  expect(await first()).toMatchObject({ code, codeFor: null });
});

test('[BK168] each visit and each change of the list is worth reading it again', async () => {
  await publish(door.booking, [givenService()]);
  let counted = 0;
  door.codes.onCounted(() => void counted++);
  const { code } = (await make({ label: 'Now' })).body;
  const before = door.codes.revision();
  await visit(code);
  expect(counted).toBe(1);
  expect(door.codes.revision()).toBeGreaterThan(before);
});
