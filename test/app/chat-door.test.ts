import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import type { Store } from '../../server/store/store.ts';
import { noteViewer } from '../../server/store/viewers.ts';
import { type ChatWord, FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import type { JournalEntry } from '../../shared/events.ts';
import { toInstant } from '../../shared/time.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MODERATOR,
  MONDAY_TEN,
  openFolder,
  publish,
  type SetClock,
  secretIn,
  startClock,
  whyOf,
} from './booking-given.ts';

let store: Store;
let close: () => Promise<void>;
let clock: SetClock;
let booking: Booking;
let service: string;
beforeEach(async () => {
  ({ store, close } = await openFolder());
  clock = startClock();
  booking = bookingOn(store, clock);
  [service = ''] = await publish(booking, [givenService(), givenService({ slug: 'talk', title: { en: 'Talk' } })]);
});
afterEach(() => close());

const MINUTE = 60_000;
let events = 0;
function typed(text: string, viewer = 'u1', name = 'Ann Example', id = `e${++events}`): JournalEntry {
  const at = toInstant(clock.now);
  return { seq: events, id, source: 'tiktok:@creator', type: 'chat', at, user: { id: viewer, name }, chat: { text } };
}
async function switchOn(changes: Partial<ChatWord> = {}): Promise<void> {
  granted(await booking.chat.setSetting({ ...FIRST_CHAT_WORD, on: true, ...changes }));
}
const hear = (...entries: JournalEntry[]) => booking.chat.hear(entries, 's1');
const codeOf = async (...entries: JournalEntry[]) => (await hear(...entries))[0] ?? '';
const free = async () =>
  granted(await booking.views.slots('creator', service, { from: null, to: null })).slots.map(({ start }) => start);

test('[BK155] an offer that the page may not show is held by no word, taken by no code and is not what is next free', async () => {
  await switchOn();
  const code = await codeOf(typed('!book cv'));
  const { slug: _slug, ...kept } = (await booking.offers.services()).find(({ id }) => id === service) ?? givenService();
  const legal = { ...givenService({ ...kept, title: { en: 'Legal advice' } }), slug: 'cv-check' };
  granted(await booking.offers.changeService(service, legal));
  expect(await booking.offers.publicPage('creator')).toMatchObject({ services: [{ slug: 'talk' }] });
  expect(whyOf(await booking.chat.claim('creator', code, 'a key'))).toBe('not-found');
  for (const one of await booking.offers.services())
    if (one.id !== service) granted(await booking.offers.deleteService(one.id));
  expect(await codeOf(typed('!book cv', 'u2'))).toBe('');
  expect(await booking.views.nextFree()).toBeNull();
});

test('[OD6] a word in the chat holds the next free seat for real, once, and its code opens it for an ask', async () => {
  await switchOn();
  const code = await codeOf(typed('!book cv'));
  // The first that begins after the ten minutes that it waits.
  const next = '2026-11-22T11:30:00Z';
  expect(code).toMatch(/^[A-Z]{4}$/);
  expect(await free()).not.toContain(next);
  expect(await booking.chat.onStage()).toEqual([{ code, name: 'Ann', until: '2026-11-22T11:10:00Z' }]);
  expect(await booking.chat.resolve(code.toLowerCase())).toEqual({ handle: 'creator', service: 'cv-check', code });
  const claimed = granted(await booking.chat.claim('@Creator', ` ${code} `, 'key'));
  expect(claimed).toMatchObject({ service, start: next });
  // The desk still sees it, the stage does not, and nobody else gets it by the same code.
  expect(await booking.chat.onStage()).toEqual([]);
  expect(await booking.chat.onDesk()).toMatchObject([{ code, taken: true }]);
  expect(whyOf(await booking.chat.claim('creator', code, 'another'))).toBe('not-found');
  expect(granted(await booking.chat.claim('creator', code, 'key')).hold).toBe(claimed.hold);
  const made = granted(
    await booking.viewers.ask('creator', givenDraft({ service, start: next, hold: claimed.hold }), null),
  );
  expect(granted(await booking.views.deskRequest(made.id))).toMatchObject({ via: 'chat', code, start: next });
  expect(await booking.chat.onDesk()).toEqual([]);
});

test('[OD2] without a running session, without the switch and before publishing nothing is held', async () => {
  expect(await hear(typed('!book'))).toEqual([]);
  await switchOn();
  expect(await booking.chat.hear([typed('!book')], null)).toEqual([]);
  expect(await booking.chat.onDesk()).toEqual([]);
});

test('[OD7] one event makes one hold, however often and by whom it is heard, over restarts too', async () => {
  await switchOn({ cooldownMinutes: 0 });
  const event = typed('!book', 'u1', 'Ann', 'same');
  const again = bookingOn(store, clock);
  const both = await Promise.all([hear(event), hear(event), again.chat.hear([event], 's1')]);
  expect(both.flat()).toHaveLength(1);
  clock.now += 11 * MINUTE;
  await booking.sweep();
  // The same event under a new time: a source that plays it back.
  expect(await hear({ ...event, at: toInstant(clock.now) })).toEqual([]);
});

test('[OD4] a second word of the viewer makes no second hold, another viewer gets the next time, and a session ends at its number', async () => {
  await switchOn({ mostASession: 2 });
  expect(await hear(typed('!book'))).toHaveLength(1);
  clock.now += 10_000;
  expect(await hear(typed('!book'))).toEqual([]);
  expect(await hear(typed('!book', 'u2', 'Bea'))).toHaveLength(1);
  expect(await hear(typed('!book', 'u3', 'Cem'))).toEqual([]);
  const held = await booking.chat.onDesk();
  expect(held.map(({ name }) => name)).toEqual(['Ann Example', 'Bea']);
  expect(new Set(held.map(({ start }) => start)).size).toBe(2);
});

test('[OD8] an unused hold lapses by itself: the seat is free, the code is nobody’s, and the viewer may ask again later', async () => {
  await switchOn();
  const code = await codeOf(typed('!book cv'));
  expect(await free()).not.toContain('2026-11-22T11:30:00Z');
  clock.now += 10 * MINUTE;
  expect(whyOf(await booking.chat.claim('creator', code, null))).toBe('not-found');
  expect(await booking.chat.resolve(code)).toBeNull();
  expect(await booking.chat.sweep()).toBe(1);
  await booking.sweep();
  expect(await free()).toContain('2026-11-22T11:30:00Z');
  expect(await hear(typed('!book'))).toEqual([]);
  clock.now += 6 * MINUTE;
  expect(await hear(typed('!book'))).toHaveLength(1);
});

test('[OD8] a claimed hold lives five minutes more, so that nobody loses the seat while typing', async () => {
  await switchOn({ holdMinutes: 2 });
  const code = await codeOf(typed('!book cv'));
  clock.now += MINUTE;
  const { hold, start, expiresAt } = granted(await booking.chat.claim('creator', code, null));
  expect(expiresAt).toBe(toInstant(clock.now + 5 * MINUTE).replace('.000', ''));
  clock.now += 4 * MINUTE;
  await booking.sweep();
  expect(await free()).not.toContain(start);
  expect(granted(await booking.viewers.ask('creator', givenDraft({ service, start, hold }), null)).state).toBe('new');
});

test('[OD9] [DK296] a moderator books a held time in the viewer’s name, once, and gets the thread to send', async () => {
  await switchOn();
  const code = await codeOf(typed('!book talk'));
  const made = granted(await booking.chat.book(code, null, MODERATOR, 'k1'));
  expect(made.state).toBe('booked');
  expect(granted(await booking.chat.book(code, null, MODERATOR, 'k1'))).toEqual(made);
  expect(whyOf(await booking.chat.book(code, null, MODERATOR, 'k2'))).toBe('not-found');
  expect(granted(await booking.views.deskRequest(made.id))).toMatchObject({
    ...{ name: 'Ann Example', via: 'chat', code, fromComment: false },
  });
  const thread = granted(await booking.views.thread(secretIn(made.thread)));
  expect(thread).toMatchObject({ state: 'booked', service: { title: { en: 'Talk' } } });
  expect(await booking.chat.onDesk()).toEqual([]);
});

describe('whose a request is', () => {
  /** The ask of whoever typed the code of Ann's hold at the page. */
  async function askedByCode() {
    clock.now += 5 * MINUTE;
    const code = await codeOf(typed('!book cv'));
    const { hold, start } = granted(await booking.chat.claim('creator', code, null));
    const made = granted(
      await booking.viewers.ask('creator', givenDraft({ service, start, hold, message: 'Hi' }), null),
    );
    return { id: made.id, secret: secretIn(made.thread) };
  }
  /** One that the desk opened for Ann. */
  async function hers() {
    const made = granted(await booking.paste.paste({ name: 'Ann', text: 'My own words', language: 'en' }, null));
    await store.transaction((tx) => noteViewer(tx, 'local', made.id, 'u1'));
    return made.id;
  }
  const merge = async (from: string, into: string) =>
    whyOf(await booking.desk.act(from, { type: 'merge', into }, MODERATOR));
  const othersOf = async (id: string) =>
    new Map(granted(await booking.views.othersOf(id, [])).map((other) => [other.id, other.by]));

  test('[DK213] a code that the stage showed proves nothing about who typed it: no thread opens to them by a merge', async () => {
    await switchOn({ cooldownMinutes: 0 });
    const [typist, own] = [await askedByCode(), await hers()];
    expect(await merge(typist.id, own)).toBe('not-same-person');
    expect(await merge(own, typist.id)).toBe('not-same-person');
    const { messages } = granted(await booking.views.thread(typist.secret));
    expect(messages.map(({ text }) => text)).toEqual(['Hi']);
    // Two who typed a code of one viewer may be two.
    expect(await merge((await askedByCode()).id, typist.id)).toBe('not-same-person');
  });

  test('[DK203] [DK297] what is known by a typed code is told as that; what the desk itself booked by one is its viewer’s', async () => {
    await switchOn({ cooldownMinutes: 0 });
    const [typist, own] = [await askedByCode(), await hers()];
    expect(granted(await booking.views.deskRequest(own)).fromComment).toBe(true);
    expect(granted(await booking.views.deskRequest(typist.id)).fromComment).toBe(false);
    clock.now += 5 * MINUTE;
    const booked = granted(await booking.chat.book(await codeOf(typed('!book cv')), null, MODERATOR, null)).id;
    expect(await othersOf(own)).toEqual(
      new Map([
        [typist.id, 'code'],
        [booked, 'viewer'],
      ]),
    );
    expect(await othersOf(typist.id)).toEqual(
      new Map([
        [own, 'code'],
        [booked, 'code'],
      ]),
    );
    expect(await merge(own, booked)).toBeNull();
  });
});

test('[OD9] what its viewer is asking for just now the desk does not take away', async () => {
  await switchOn();
  const code = await codeOf(typed('!book cv'));
  granted(await booking.chat.claim('creator', code, null));
  expect(whyOf(await booking.chat.book(code, null, MODERATOR, null))).toBe('not-found');
});

test('[OD6] two hundred viewers in one turn get one seat each and no seat twice', async () => {
  await switchOn({ mostASession: 200 });
  const crowd = Array.from({ length: 200 }, (_, at) => typed('!book', `crowd-${at}`, `Viewer${at}`));
  const codes = await hear(...crowd);
  // Beyond a hundred that wait the rest is passed over: a storm of words must not fill the calendar.
  expect(codes).toHaveLength(100);
  expect(new Set(codes).size).toBe(100);
  const held = await booking.chat.onDesk();
  expect(new Set(held.map(({ start }) => start)).size).toBe(100);
}, 20_000);

test('[OD10] [DK297] a pasted message becomes a request; a repeat with its key gets the same answer, with another draft a refusal', async () => {
  const draft = { name: 'Ola', text: 'Kan du hjelpe meg?', language: 'nb' as const };
  const made = granted(await booking.paste.paste(draft, 'k'));
  expect(granted(await booking.paste.paste(draft, 'k'))).toEqual(made);
  expect(whyOf(await booking.paste.paste({ ...draft, text: 'Other' }, 'k'))).toBe('key-reused');
  const request = granted(await booking.views.deskRequest(made.id));
  expect(request).toMatchObject({
    state: 'new',
    name: 'Ola',
    language: 'nb',
    via: 'paste',
    fromComment: false,
    zone: 'Europe/Berlin',
    start: null,
  });
  expect(request.messages.map(({ from, text }) => [from, text])).toEqual([['viewer', 'Kan du hjelpe meg?']]);
  expect(granted(await booking.views.thread(secretIn(made.thread))).name).toBe('Ola');
  // A viewer's own key of the same letters is another one.
  expect(granted(await booking.viewers.ask('creator', givenDraft({ service }), 'k')).id).not.toBe(made.id);
});

test('[OD44] a pasted request has price and deposit of the country that is named, else the offer’s own', async () => {
  const prices = [
    { region: 'NO', price: { minor: 50000, currency: 'NOK' }, deposit: { minor: 9000, currency: 'NOK' } },
  ];
  const deposit = { amount: { minor: 1000, currency: 'EUR' } };
  granted(await booking.offers.changeService(service, givenService({ prices, deposit })));
  const agreed = async (draft: { region?: string }) => {
    const made = granted(
      await booking.paste.paste({ name: 'Ola', text: 'Kan du hjelpe?', language: 'nb', service, ...draft }, null),
    );
    const { price, deposit: due } = granted(await booking.views.thread(secretIn(made.thread)));
    return [price.minor, price.currency, due?.amount];
  };
  expect(await agreed({ region: 'NO' })).toEqual([50000, 'NOK', { minor: 9000, currency: 'NOK' }]);
  expect(await agreed({})).toEqual([4500, 'EUR', { minor: 1000, currency: 'EUR' }]);
});

test('[OD10] a pasted time is checked: a taken or a past one opens nothing', async () => {
  const draft = { name: 'Ola', text: 'Monday?', language: 'en' as const, service: 'cv-check' };
  const taken = granted(await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null));
  granted(await booking.desk.act(taken.id, { type: 'accept' }, MODERATOR));
  expect(whyOf(await booking.paste.paste({ ...draft, start: MONDAY_TEN }, null))).toBe('slot-taken');
  expect(whyOf(await booking.paste.paste({ ...draft, start: '2026-11-20T09:00:00Z' }, null))).toBe('slot-not-offered');
  expect(whyOf(await booking.paste.paste({ ...draft, service: 'none' }, null))).toBe('not-found');
  expect(await booking.views.deskRequests()).toHaveLength(1);
});

test('[OD43] who typed the word is forgotten after 72 hours although nobody uses the word any more', async () => {
  await switchOn();
  await hear(typed('!book cv'));
  const kept = async () => (await store.db.selectFrom('chat_hold').select('viewer').execute()).length;
  clock.now += 60 * MINUTE;
  await booking.chat.sweep();
  expect(await kept()).toBe(1);
  clock.now += 73 * 60 * MINUTE;
  await booking.chat.sweep();
  expect(await kept()).toBe(0);
});
