import type { Availability, Service } from '../../../shared/booking.ts';
import { canStillTalk, isClosed } from '../../../shared/request-states.ts';
import { type EpochMillis, toWireInstant } from '../../../shared/time.ts';
import { OFFER_MINUTES } from '../../../shared/wait-offer.ts';
import { type Refusal, refuse } from '../decision.ts';
import { openSpans, plannedLives } from './hours.ts';
import type { BookingRequest, RequestChange } from './request.ts';
import { bookingWindow, needOf } from './slots.ts';
import type { Span } from './span.ts';

/** Waiting for a time to come free: who is offered it, until when, and what an offer that nobody took becomes. */

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
/** An offer that is over before it can be read helps nobody. */
const LEAST_OFFER_MINUTES = 2;
/** As far as any service may be booked ahead. */
const FURTHEST_DAYS = 731;

/** Between which starts, both included, a time is wanted; null leaves that side open. */
export interface Wish {
  readonly earliest: EpochMillis | null;
  readonly latest: EpochMillis | null;
}

export const ANY_TIME: Wish = { earliest: null, latest: null };

export function fits(wish: Wish, start: EpochMillis): boolean {
  return start >= (wish.earliest ?? start) && start <= (wish.latest ?? start);
}

/** Until when a start that came free is kept for one viewer: never into the notice. Null when that is too soon to offer it. */
export function offerUntil(service: Service, start: EpochMillis, now: EpochMillis): EpochMillis | null {
  const until = Math.min(now + OFFER_MINUTES * MINUTE, start - service.noticeMinutes * MINUTE);
  return until - now < LEAST_OFFER_MINUTES * MINUTE ? null : until;
}

/** Whether a time is kept for this viewer just now, by a seat of the store that ends by itself. */
export function hasKeptOffer(request: BookingRequest): boolean {
  return request.state === 'offered' && request.offersUntil !== null;
}

/** Whether its viewer can choose another time in the place of the one that the creator called off, or wait for one. */
export function canChooseAnew(request: BookingRequest, now: EpochMillis): boolean {
  return request.state === 'called-off' && canStillTalk(request, request.updatedAt, now);
}

/**
 * The owner of an open ask, or of a booking that was called off, joins the line, at its end. With an offer of the line in hand it is "not this time": the
 * offer passes on at once.
 */
export function joinWaitlist(request: BookingRequest, service: Service, now: EpochMillis): RequestChange | Refusal {
  if (isClosed(request) && !canChooseAnew(request, now)) return refuse('already-closed');
  if (request.state === 'booked') return refuse('already-booked');
  if (request.state === 'waitlisted') return refuse('already-waiting');
  const declined = hasKeptOffer(request);
  if (!declined && !service.waitlist) return refuse('no-waitlist');
  const text = declined ? 'offer-passed' : 'waitlisted';
  return { state: 'waitlisted', offers: [], claim: null, say: [{ author: 'system', text }] };
}

/** A time came free for the first in line. */
export function offerFreed(start: EpochMillis, until: EpochMillis): RequestChange {
  const data = { start: toWireInstant(start), until: toWireInstant(until) };
  return {
    state: 'offered',
    offers: [start],
    offersUntil: until,
    say: [{ author: 'system', text: 'time-freed', data }],
  };
}

/** Nobody answered in time: back into the line, behind the others. */
export function lapse(request: BookingRequest): RequestChange {
  const [start] = request.offers;
  const data = start === undefined ? {} : { start: toWireInstant(start) };
  return { state: 'waitlisted', offers: [], say: [{ author: 'system', text: 'offer-lapsed', data }] };
}

/** In which window a service's starts lie whose time, with its buffers, touches the freed one; null when in none. */
export function startsTouching(service: Service, freed: Span, now: EpochMillis): Span | null {
  const bookable = bookingWindow(service, now);
  const need = needOf(service, 0);
  const window = {
    from: Math.max(bookable.from, freed.from - need.to + 1),
    to: Math.min(bookable.to, freed.to - need.from),
  };
  return window.from < window.to ? window : null;
}

/**
 * What hours have that the ones before had not, planned lives taken off both, as far as anything can be booked. Another
 * step makes every start new.
 */
export function openedSpans(before: Availability, after: Availability, now: EpochMillis): Span[] {
  const window = { from: now, to: now + FURTHEST_DAYS * DAY };
  const opened = offeredSpans(after, window);
  if (before.stepMinutes !== after.stepMinutes) return opened;
  const old = offeredSpans(before, window);
  return opened.flatMap((span) => without(span, old));
}

function offeredSpans(availability: Availability, window: Span): Span[] {
  const lives = plannedLives(availability, window);
  return openSpans(availability, window).flatMap((span) => without(span, lives));
}

function without(span: Span, others: ReadonlyArray<Span>): Span[] {
  let left = [span];
  for (const other of others) {
    if (other.to <= span.from || other.from >= span.to) continue;
    left = left.flatMap(({ from, to }) =>
      [
        { from, to: Math.min(to, other.from) },
        { from: Math.max(from, other.to), to },
      ].filter((part) => part.from < part.to),
    );
  }
  return left;
}
