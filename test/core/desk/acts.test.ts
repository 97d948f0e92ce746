import { describe, expect, test } from 'vitest';
import { refuse } from '../../../server/core/decision.ts';
import { decideAct, type OneAct } from '../../../server/core/desk/acts.ts';
import { givenRequest as given, NOON } from './given-request.ts';

const FIRST = { id: 'first', name: 'First' };
const SECOND = { id: 'second', name: 'Second' };

const claimed = { by: FIRST.id, name: FIRST.name, at: NOON };

describe('claims', () => {
  test('[DK1] a member takes a request, and it counts as looked at', () => {
    expect(decideAct(given(), { type: 'claim' }, FIRST, NOON)).toEqual({ claim: claimed, unread: false });
  });

  test('[DK2] while one member answers, another can neither claim, release, answer nor decide', () => {
    const request = given({ claim: claimed });
    const acts: OneAct[] = [
      { type: 'claim' },
      { type: 'release' },
      { type: 'reply', text: 'Hi' },
      { type: 'accept' },
      { type: 'decline' },
      { type: 'offer', starts: [NOON + 1] },
      { type: 'spam' },
    ];
    for (const act of acts) expect(decideAct(request, act, SECOND, NOON + 119_000)).toEqual(refuse('claimed-by-other'));
  });

  test('[DK3] a claim without a sign of life for two minutes is free for the next member', () => {
    const request = given({ claim: claimed });
    expect(decideAct(request, { type: 'claim' }, SECOND, NOON + 120_000)).toEqual(refuse('claimed-by-other'));
    expect(decideAct(request, { type: 'claim' }, SECOND, NOON + 120_001)).toMatchObject({ claim: { by: 'second' } });
  });

  test('[DK4] every act of the member who answers is a sign of life', () => {
    const done = decideAct(given({ claim: claimed }), { type: 'reply', text: 'Hi' }, FIRST, NOON + 90_000);
    expect(done).toMatchObject({ claim: { by: 'first', at: NOON + 90_000 } });
  });

  test('[DK5] anybody at the desk may note something, whoever answers', () => {
    const note = decideAct(given({ claim: claimed, state: 'done' }), { type: 'note', text: 'Paid' }, SECOND, NOON);
    expect(note).toEqual({ say: [{ author: 'note', text: 'Paid', by: SECOND }] });
  });
});

describe('decisions', () => {
  test('[DK6] a reply makes it the viewer’s turn, and leaves a booking booked', () => {
    expect(decideAct(given(), { type: 'reply', text: 'Hi' }, FIRST, NOON)).toMatchObject({ state: 'waiting' });
    const booked = decideAct(given({ state: 'booked' }), { type: 'reply', text: 'Hi' }, FIRST, NOON);
    expect(booked).not.toHaveProperty('state');
  });

  test('[DK7] accepting takes the seat; a message without a time, and a booking, cannot be accepted', () => {
    const accepted = decideAct(given(), { type: 'accept' }, FIRST, NOON);
    expect(accepted).toMatchObject({ state: 'booked', seat: 'take', check: 'free', claim: null });
    const message = given({ start: null, end: null });
    expect(decideAct(message, { type: 'accept' }, FIRST, NOON)).toEqual(refuse('no-start'));
    expect(decideAct(given({ state: 'booked' }), { type: 'accept' }, FIRST, NOON)).toEqual(refuse('already-booked'));
  });

  test('[DK8] declining a booking gives its time back, declining an ask has none to give', () => {
    const called = decideAct(given({ state: 'booked' }), { type: 'decline', text: 'Ill' }, FIRST, NOON);
    expect(called).toMatchObject({ state: 'called-off', seat: 'free', say: [{ author: 'creator', text: 'Ill' }, {}] });
    expect(decideAct(given(), { type: 'decline' }, FIRST, NOON)).not.toHaveProperty('seat');
  });

  test('[DK9] times are offered once each, in order, and only ones that lie ahead', () => {
    const offered = decideAct(given(), { type: 'offer', starts: [NOON + 2, NOON + 1, NOON + 2] }, FIRST, NOON);
    expect(offered).toMatchObject({ state: 'offered', offers: [NOON + 1, NOON + 2] });
    const past = decideAct(given(), { type: 'offer', starts: [NOON] }, FIRST, NOON);
    expect(past).toEqual(refuse('slot-not-offered'));
  });

  test('[DK10] what is closed stays as it is', () => {
    for (const state of ['declined', 'cancelled', 'done', 'no-show', 'spam'] as const) {
      for (const type of ['claim', 'accept', 'spam', 'complete', 'no-show', 'decline'] as const) {
        expect(decideAct(given({ state }), { type }, FIRST, NOON)).toEqual(refuse('already-closed'));
      }
    }
  });

  test('[DK290] [DK132] only what was booked can be paid, and who else is at it keeps it', () => {
    const paid = { type: 'paid', paid: true } as const;
    for (const state of ['new', 'waiting', 'offered', 'waitlisted'] as const)
      expect(decideAct(given({ state }), paid, FIRST, NOON), state).toEqual(refuse('not-booked'));
    for (const state of ['declined', 'called-off', 'cancelled'] as const)
      expect(decideAct(given({ state }), paid, FIRST, NOON), state).toEqual(refuse('not-booked'));
    const booked = given({ state: 'booked' });
    expect(decideAct({ ...booked, claim: claimed }, paid, SECOND, NOON)).toEqual(refuse('claimed-by-other'));
    expect(decideAct(booked, paid, FIRST, NOON)).toMatchObject({ paidAt: NOON, say: [{ text: 'paid', by: FIRST }] });
    const back = decideAct({ ...booked, paidAt: NOON }, { type: 'paid', paid: false }, FIRST, NOON);
    expect(back).toMatchObject({ paidAt: null, say: [{ text: 'unpaid', by: FIRST }] });
  });

  test('[DK11] only a booking can have taken place or been missed', () => {
    expect(decideAct(given(), { type: 'complete' }, FIRST, NOON)).toEqual(refuse('not-booked'));
    const begun = given({ state: 'booked', start: NOON });
    expect(decideAct(begun, { type: 'complete' }, FIRST, NOON)).toMatchObject({ state: 'done' });
    expect(decideAct(begun, { type: 'no-show' }, FIRST, NOON)).toMatchObject({ state: 'no-show' });
  });
});
