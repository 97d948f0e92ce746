import type { Service } from '../../../shared/booking.ts';
import { isProduct } from '../../../shared/product-link.ts';
import { canStillTalk, isClosed, isOpen } from '../../../shared/request-states.ts';
import type { ThreadView } from '../../../shared/thread-view.ts';
import { type EpochMillis, toWireInstant } from '../../../shared/time.ts';
import { type Refusal, refuse } from '../decision.ts';
import type { BookingRequest, RequestChange } from './request.ts';
import { canChooseAnew, hasKeptOffer } from './waitlist.ts';

/** What a viewer may do with the own request by its private link. */

const MINUTE = 60_000;
/** More than any talk about an appointment needs; beyond it somebody is filling the store. */
const MOST_SAID = 200;
const MOST_UNANSWERED = 20;

/** How much the viewer has put into the thread: in all, and in words since the desk last said something. */
export interface Said {
  readonly total: number;
  readonly unanswered: number;
}

/** Whether the time until which a booking can be cancelled or moved by the link has passed. Open asks have no cut-off. */
function isPastCutoff(request: BookingRequest, service: Service, now: EpochMillis): boolean {
  return now > (cutoffAt(request, service) ?? now);
}

/** A word of the viewer puts the request back into the desk's hands. */
export function write(request: BookingRequest, text: string, said: Said, now: EpochMillis): RequestChange | Refusal {
  if (isClosed(request) && !canStillTalk(request, request.updatedAt, now)) return refuse('already-closed');
  if (said.total >= MOST_SAID) return tooMany('This thread is full. Ask anew to go on.');
  if (said.unanswered >= MOST_UNANSWERED) return tooMany('Wait for an answer before you write more.');
  return {
    ...(request.state === 'waiting' ? { state: 'new' } : {}),
    unread: true,
    say: [{ author: 'viewer', text }],
  };
}

export function cancel(request: BookingRequest, service: Service, now: EpochMillis): RequestChange | Refusal {
  if (isClosed(request)) return refuse('already-closed');
  if (isPastCutoff(request, service, now)) return refuse('past-cutoff');
  return {
    state: 'cancelled',
    unread: false,
    news: 'cancelled',
    offers: [],
    claim: null,
    ...(request.state === 'booked' ? { seat: 'free' } : {}),
    say: [{ author: 'system', text: 'cancelled', data: { by: 'viewer' } }],
  };
}

/** Why no time at all can be moved to, or null. */
export function refusedMove(request: BookingRequest, service: Service, now: EpochMillis): Refusal | null {
  if (isClosed(request) && !canChooseAnew(request, now)) return refuse('already-closed');
  return isPastCutoff(request, service, now) ? refuse('past-cutoff') : null;
}

/**
 * Another time for the same ask. A booking stays booked at its new time, one that the desk offered also after the
 * cut-off; a time that the desk offered, or any time of an instant service, is booked at once; else the desk is asked
 * anew, as after a booking that was called off.
 */
export function move(
  request: BookingRequest,
  service: Service,
  start: EpochMillis,
  said: Said,
  now: EpochMillis,
): RequestChange | Refusal {
  const agreed = request.offers.includes(start);
  const refused = agreed && request.state === 'booked' ? refusedTake(request, now) : refusedMove(request, service, now);
  if (refused) return refused;
  if (said.total >= MOST_SAID) return tooMany('This was moved too often. Cancel it and ask anew.');
  if (request.state === 'booked' && request.start === start) return refuse('already-then');
  const data = { from: request.start === null ? null : toWireInstant(request.start), start: toWireInstant(start) };
  if (request.state === 'booked') {
    const say = [{ author: 'system', text: 'moved', data } as const];
    return { start, seat: 'swap', check: agreed ? 'free' : 'offered', offers: [], news: 'moved', say };
  }
  if (agreed || service.instant) {
    const say = [{ author: 'system', text: 'booked', data } as const];
    const check = agreed ? 'free' : 'offered';
    return { state: 'booked', start, seat: 'take', check, offers: [], news: 'booked', claim: null, say };
  }
  const say = [{ author: 'system', text: 'asked', data } as const];
  return { state: 'new', start, check: 'offered', offers: [], unread: true, news: null, say };
}

/** The desk suggested it, so the cut-off, which is there for the creator, does not hold; what has begun stays. */
function refusedTake(request: BookingRequest, now: EpochMillis): Refusal | null {
  return request.start !== null && request.start <= now ? refuse('past-cutoff') : null;
}

function tooMany(message: string): Refusal {
  return refuse('too-many', { issues: [{ path: '', message }] });
}

/**
 * "Erase my data": a booking that is to come is called off, whatever its cut-off, and an open ask is closed. The words
 * and the person go out of the store beside this; what stays is that there was a request, and when.
 */
export function erase(request: BookingRequest, now: EpochMillis): RequestChange {
  const coming = request.state === 'booked' && request.start !== null && request.start > now;
  const say = [{ author: 'system', text: 'erased' } as const];
  if (!coming && !isOpen(request)) return { unread: false, claim: null, say };
  const seat = coming ? ({ seat: 'free' } as const) : {};
  return { state: 'cancelled', unread: false, news: 'cancelled', claim: null, offers: [], ...seat, say };
}

/** Until when the booking can be cancelled or moved by the link; null while there is none. */
export function cutoffAt(request: BookingRequest, service: Service): EpochMillis | null {
  if (request.state !== 'booked' || request.start === null) return null;
  return request.start - cutoffMinutes(request, service) * MINUTE;
}

/** As its viewer agreed to it; an offer that has become kinder since is kind to those who booked before as well. */
export function cutoffMinutes({ terms }: Pick<BookingRequest, 'terms'>, service: Service): number {
  return Math.min(terms.cutoffMinutes ?? service.cutoffMinutes, service.cutoffMinutes);
}

/**
 * What the viewer's page may offer just now. `wasBooked`: there is something in the calendar that the file takes out
 * again once it is off.
 */
export function viewerActions(
  request: BookingRequest,
  service: Service,
  wasBooked: boolean,
  now: EpochMillis,
): ThreadView['actions'] {
  if (request.state === 'done') return ['receipt', 'erase'];
  const uncalendar = wasBooked ? (['calendar'] as const) : [];
  if (canChooseAnew(request, now)) return ['message', 'move', ...waitActions(request, service), ...uncalendar, 'erase'];
  if (canStillTalk(request, request.updatedAt, now)) return ['message', ...uncalendar, 'erase'];
  if (isClosed(request)) return ['erase'];
  if (isOpen(request) && isProduct(service)) return ['message', 'cancel', 'erase'];
  if (isOpen(request)) return ['message', 'cancel', 'move', ...waitActions(request, service), 'erase'];
  const bookings = ['calendar', 'receipt', 'erase'] as const;
  return isPastCutoff(request, service, now) ? ['message', ...bookings] : ['message', 'cancel', 'move', ...bookings];
}

function waitActions(request: BookingRequest, service: Service): ThreadView['actions'] {
  const may = request.state !== 'waitlisted' && (service.waitlist || hasKeptOffer(request));
  return may ? ['waitlist'] : [];
}
