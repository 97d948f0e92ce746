import { isOpen } from '../../../shared/request-states.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { BookingRequest } from '../booking/request.ts';

const DAY_MS = 86_400_000;

/** How long the person of a request is kept. */
export interface Retention {
  /** Without a booking: so many days after its last change, the asked time or its return from being put aside, whichever is latest. */
  readonly requestDays: number;
  /** With one: so many days after its end. */
  readonly bookingDays: number;
}

/** A request is due once it, or the end of its booking, is older than this. */
export interface DueBefore {
  readonly requests: EpochMillis;
  readonly bookings: EpochMillis;
}

export function dueBefore({ requestDays, bookingDays }: Retention, now: EpochMillis): DueBefore {
  return { requests: now - requestDays * DAY_MS, bookings: now - bookingDays * DAY_MS };
}

/** Whether its seat was sold and not given back. */
export const BOOKED_STATES = ['booked', 'done', 'no-show'] as const;

/** The request once its time is over: closed where nobody has answered it, since there is nobody left to answer. */
export function tooOld(request: BookingRequest): BookingRequest {
  return {
    ...request,
    ...(isOpen(request) ? { state: 'cancelled', offers: [], offersUntil: null, snooze: null, answerBy: null } : {}),
    unread: false,
    news: null,
    claim: null,
    // When it last changed stays: else the forgotten would be the newest of their lists.
    version: request.version + 1,
  };
}
