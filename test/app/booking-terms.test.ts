import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Booking } from '../../server/app/booking.ts';
import type { Store } from '../../server/store/store.ts';
import {
  bookingOn,
  givenDraft,
  givenService,
  granted,
  MONDAY_TEN,
  openFolder,
  publish,
  startClock,
  whyOf,
} from './booking-given.ts';

let store: Store;
let close: () => Promise<void>;
let booking: Booking;

beforeEach(async () => {
  ({ store, close } = await openFolder());
  booking = bookingOn(store, startClock());
});
afterEach(() => close());

const kept = async (id: string) => {
  const row = await store.db.selectFrom('request').select('terms').where('id', '=', id).executeTakeFirstOrThrow();
  return JSON.parse(String(row.terms));
};

describe('the terms of an offer', () => {
  const prices = [{ region: 'NO', price: { minor: 52_000, currency: 'NOK' } }];
  const questions = [
    { id: 'goal', label: { en: 'What is it for?', de: 'Wofür ist es?' }, required: true },
    { id: 'more', label: { en: 'Anything else?' }, required: false },
  ];

  const deposit = { amount: { minor: 900, currency: 'NOK' } };

  test('[BK63] what was agreed on stays with the ask: the price of the viewer’s region, answers, code and consent', async () => {
    const [service = ''] = await publish(booking, [givenService({ prices, questions, deposit })]);
    const answers = { goal: 'A new job\u0007', more: '  ', other: 'not asked' };
    const draft = givenDraft({ service, start: MONDAY_TEN, region: 'NO', answers, language: 'de', code: 'ROSE7' });
    const { id } = granted(await booking.viewers.ask('creator', draft, null));
    expect(await kept(id)).toEqual({
      price: { minor: 52_000, currency: 'NOK' },
      deposit: { minor: 900, currency: 'NOK' },
      cutoffMinutes: 0,
      region: 'NO',
      answers: [{ id: 'goal', question: 'Wofür ist es?', answer: 'A new job' }],
      code: 'ROSE7',
      via: 'page',
      consentVersion: null,
      adult: true,
      onAir: true,
    });
    const other = granted(await booking.viewers.ask('creator', { ...draft, region: 'DE' }, null));
    expect((await kept(other.id)).price).toEqual({ minor: 4500, currency: 'EUR' });
  });

  test('[BK64] a question that has to be answered is named when it was not, and nothing is kept', async () => {
    const [service = ''] = await publish(booking, [givenService({ questions })]);
    const answer = await booking.viewers.ask('creator', givenDraft({ service, start: MONDAY_TEN }), null);
    expect(answer).toMatchObject({ why: 'bad-input', issues: [{ path: 'answers.goal' }] });
    expect(await booking.views.deskRequests()).toEqual([]);
  });

  test('[BK290] who only writes is asked no question of the appointment and told of no cut-off, who waits in line is', async () => {
    const [service = ''] = await publish(booking, [givenService({ questions })]);
    const draft = givenDraft({ service, message: 'Do you take on portfolios?' });
    const made = granted(await booking.viewers.ask('creator', draft, null));
    expect((await kept(made.id)).cutoffMinutes).toBeUndefined();
    const waiting = await booking.waitlist.wait('creator', draft, null);
    expect(waiting).toMatchObject({ why: 'bad-input', issues: [{ path: 'answers.goal' }] });
  });

  test('[BK291] the desk reads a question in every language it has, and in its viewer’s words once it was written anew', async () => {
    const [service = ''] = await publish(booking, [givenService({ questions })]);
    const draft = givenDraft({ service, start: MONDAY_TEN, language: 'de', answers: { goal: 'A new job' } });
    const made = granted(await booking.viewers.ask('creator', draft, null));
    const read = async () => granted(await booking.views.deskRequest(made.id)).terms.answers;
    expect(await read()).toMatchObject([{ question: 'Wofür ist es?', label: questions[0]?.label }]);
    const anew = [{ id: 'goal', label: { en: 'Since when?' }, required: true }];
    granted(await booking.offers.changeService(service, givenService({ questions: anew })));
    expect(await read()).toMatchObject([{ question: 'Wofür ist es?', label: null }]);
  });

  test('[BK65] only an offer that asks for it wants its viewers to be 18 or over', async () => {
    const [strict = '', open = ''] = await publish(booking, [
      givenService({ slug: 'strict' }),
      givenService({ slug: 'open', adultsOnly: false }),
    ]);
    const child = { start: MONDAY_TEN, adult: false };
    expect(whyOf(await booking.viewers.ask('creator', givenDraft({ service: strict, ...child }), null))).toBe(
      'adults-only',
    );
    granted(await booking.viewers.ask('creator', givenDraft({ service: open, ...child }), null));
  });
});
