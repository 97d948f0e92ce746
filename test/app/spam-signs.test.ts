import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  OWNER,
  openFolder,
  publish,
  startClock,
  whyOf,
} from './booking-given.ts';

let close: () => Promise<void>;
let booking: Booking;
let service: string;
beforeEach(async () => {
  const opened = await openFolder();
  close = opened.close;
  booking = bookingOn(opened.store, startClock());
  [service = ''] = await publish(booking, [givenService()]);
});
afterEach(() => close());

const ask = async (message: string, name = 'Vera') => {
  const draft = givenDraft({ service, message, contact: { email: `${name}@mail.example` } });
  return granted(await booking.viewers.ask('creator', draft, null)).id;
};
async function signs() {
  await booking.queue.reconcile();
  return Object.fromEntries(booking.queue.whole().rows.map(({ id, spamSign }) => [id, spamSign]));
}

test('[DK201] a row says why it may be spam and stays where it is, until somebody has looked at it', async () => {
  const [link, real] = [await ask('See https://shop.example'), await ask('May I ask about my CV?')];
  expect(await signs()).toEqual({ [link]: 'link', [real]: null });
  granted(await booking.desk.act(link, { type: 'claim' }, OWNER));
  await booking.queue.renew([link]);
  expect(booking.queue.whole().rows.find(({ id }) => id === link)?.spamSign).toBeNull();
  granted(await booking.desk.act(link, { type: 'release' }, OWNER));
  await booking.queue.renew([link]);
  expect((await signs())[link]).toBe('link');
});

test('[DK201] the third person with one text makes a sign of those before too', async () => {
  const text = 'Cheap followers for you';
  const [one, two] = [await ask(text, 'a'), await ask(text, 'b')];
  expect(await signs()).toEqual({ [one]: null, [two]: null });
  const three = await ask(text, 'c');
  await booking.queue.renew([three]);
  expect(await signs()).toEqual({ [one]: 'same-text', [two]: 'same-text', [three]: 'same-text' });
});

test('[DK202] the creator’s words are a sign from the moment they are kept, and each is kept once', async () => {
  const id = await ask('I have crypto for you');
  expect((await signs())[id]).toBeNull();
  let told = 0;
  booking.spamWords.onChange(() => {
    told += 1;
  });
  const change = async (add: string[], remove: string[] = []) => booking.spamWords.change({ add, remove });
  expect(await change(['Crypto', 'Crypto', 'CRYPTÓ'])).toEqual(['Crypto']);
  expect([told, (await signs())[id]]).toEqual([1, 'word']);
  expect(await change([], ['crypto'])).toEqual([]);
  expect((await signs())[id]).toBeNull();
});

test('[DK231] of two who change the words at once neither loses the other’s, and there are a hundred at most', async () => {
  const change = async (add: string[], remove: string[] = []) => booking.spamWords.change({ add, remove });
  await change(['first', 'second']);
  await Promise.all([change(['mine'], ['first']), change(['yours'])]);
  expect((await booking.spamWords.list()).toSorted()).toEqual(['mine', 'second', 'yours']);
  const many = Array.from({ length: 97 }, (_, at) => `word ${at}`);
  expect(granted(await change(many))).toHaveLength(100);
  expect(whyOf(await change(['one more']))).toBe('too-many-spam-words');
  expect(granted(await change(['one more'], ['mine']))).toHaveLength(100);
});
