import { expect, test } from 'vitest';
import type { BookingRequest } from '../../../server/core/booking/request.ts';
import { cancel, cutoffAt, erase, move, viewerActions, write } from '../../../server/core/booking/viewer.ts';
import { isRefusal } from '../../../server/core/decision.ts';
import type { RequestState } from '../../../shared/booking.ts';
import { REQUEST_STATES } from '../../../shared/request-states.ts';
import { MONDAY_ELEVEN, MONDAY_TEN } from '../../app/booking-given.ts';
import { givenKept, requestOf } from './viewer-given.ts';

const HOUR = 3_600_000;
const START = Date.parse(MONDAY_TEN);
const LATER = Date.parse(MONDAY_ELEVEN);
const NOTHING_SAID = { total: 0, unanswered: 0 };
/** Of a service whose bookings are changed up to two hours before they start. */
const SERVICE = givenKept({ cutoffMinutes: 120, waitlist: true });
const MOMENTS = { before: START - 3 * HOUR, after: START - HOUR, begun: START + 60_000 } as const;

type Moment = keyof typeof MOMENTS;

/** What the page offers of the four acts that a cut-off could touch. */
const OPEN = 'message cancel move erase';
const LATE = 'message erase';
const CLOSED = 'erase';
/** What one side ended can be talked about for two weeks more, and what the creator called off asked for anew. */
const OFF = 'message erase';
const CALLED_OFF = 'message move erase';
const TABLE: Readonly<Record<RequestState, Readonly<Record<Moment, string>>>> = {
  new: { before: OPEN, after: OPEN, begun: OPEN },
  waiting: { before: OPEN, after: OPEN, begun: OPEN },
  offered: { before: OPEN, after: OPEN, begun: OPEN },
  waitlisted: { before: OPEN, after: OPEN, begun: OPEN },
  booked: { before: OPEN, after: LATE, begun: LATE },
  declined: { before: CLOSED, after: CLOSED, begun: CLOSED },
  cancelled: { before: OFF, after: OFF, begun: OFF },
  'called-off': { before: CALLED_OFF, after: CALLED_OFF, begun: CALLED_OFF },
  done: { before: CLOSED, after: CLOSED, begun: CLOSED },
  'no-show': { before: CLOSED, after: CLOSED, begun: CLOSED },
  merged: { before: CLOSED, after: CLOSED, begun: CLOSED },
  spam: { before: CLOSED, after: CLOSED, begun: CLOSED },
};

/** What is done when it is asked for, by the names of the page's acts. */
function allowed(request: BookingRequest, now: number): string {
  const decisions = {
    message: write(request, 'Hello', NOTHING_SAID, now),
    cancel: cancel(request, SERVICE, now),
    move: move(request, SERVICE, LATER, NOTHING_SAID, now),
    erase: erase(request, now),
  };
  const done = Object.entries(decisions).filter(([, decision]) => !isRefusal(decision));
  return done.map(([act]) => act).join(' ');
}

for (const state of REQUEST_STATES)
  for (const moment of Object.keys(MOMENTS) as Moment[])
    test(`[BK34] [BK144] ${state}, ${moment} the cut-off: what the page offers is what is done`, () => {
      const request = { ...requestOf({ state, start: START, service: SERVICE }), updatedAt: START - 4 * HOUR };
      const now = MOMENTS[moment];
      const offered = viewerActions(request, SERVICE, false, now).filter(
        (act) => act in { message: 1, cancel: 1, move: 1, erase: 1 },
      );
      expect(offered.join(' ')).toBe(TABLE[state][moment]);
      expect(allowed(request, now)).toBe(TABLE[state][moment]);
      const called = state === 'booked' ? moment !== 'begun' : OPEN === TABLE[state][moment];
      expect(erase(request, now).state).toBe(called ? 'cancelled' : undefined);
      expect(erase(request, now).seat).toBe(called && state === 'booked' ? 'free' : undefined);
    });

test('[BK34] to the millisecond of the cut-off a booking can be cancelled and moved', () => {
  const request = requestOf({ state: 'booked', start: START, service: SERVICE });
  const last = Number(cutoffAt(request, SERVICE));
  expect(last).toBe(START - 2 * HOUR);
  expect(allowed(request, last)).toBe(OPEN);
  expect(allowed(request, last + 1)).toBe(LATE);
});

test('[BK211] the cut-off is the one agreed to, or the offer’s of now where that leaves more time', () => {
  const cutoffOf = (agreed: number | undefined, now: number) =>
    cutoffAt(
      requestOf({
        state: 'booked',
        start: START,
        service: SERVICE,
        ...(agreed === undefined ? {} : { cutoffMinutes: agreed }),
      }),
      givenKept({ cutoffMinutes: now }),
    );
  expect(cutoffOf(60, 1440)).toBe(START - HOUR);
  expect(cutoffOf(1440, 60)).toBe(START - HOUR);
  expect(cutoffOf(undefined, 60)).toBe(START - HOUR);
});
