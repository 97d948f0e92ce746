import { isClosed, isOpen } from '../../../shared/request-states.ts';
import { LONGEST_SNOOZE_DAYS } from '../../../shared/snooze.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { BookingRequest, RequestChange, Snooze } from '../booking/request.ts';
import { type Refusal, refuse } from '../decision.ts';

/*
 * An ask that is put aside for a while keeps its state, its offers and its place in the line. That it is back follows from
 * the clock alone, so that nothing has to happen for it, and a program that was away changes nothing.
 */

const DAY = 86_400_000;

/** Whether it is put aside just now. */
export function isSnoozed({ snooze }: Pick<BookingRequest, 'snooze'>, now: EpochMillis): boolean {
  return snooze !== null && snooze.until > now;
}

/**
 * Puts an open ask aside, and leaves it to the others; null takes it up again as if it had not been. Refuses with
 * `already-booked`, `already-closed` or `bad-input`.
 */
export function putAside(request: BookingRequest, snooze: Snooze | null, now: EpochMillis): RequestChange | Refusal {
  if (snooze === null) return { snooze: null };
  if (!isOpen(request)) return refuse(isClosed(request) ? 'already-closed' : 'already-booked');
  if (snooze.until > now && snooze.until <= now + LONGEST_SNOOZE_DAYS * DAY) return { snooze, claim: null };
  const message = `must be ahead, and at most ${LONGEST_SNOOZE_DAYS} days`;
  return refuse('bad-input', { issues: [{ path: 'until', message }] });
}

/** What was put aside is back at once, and stays marked as that until the desk does something about it. */
export function wokenBy(request: BookingRequest, now: EpochMillis): RequestChange {
  return request.snooze !== null && isSnoozed(request, now) ? { snooze: { until: now, forLive: false } } : {};
}

/** Whoever of the desk acts on it has seen that it is back. */
export function takenUp(request: BookingRequest): RequestChange {
  return request.snooze === null ? {} : { snooze: null };
}
