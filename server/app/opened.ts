import type { Service } from '../../shared/booking.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { isOverEarly, plannedLives, restOfUnplanned } from '../core/booking/hours.ts';
import { bookingWindow } from '../core/booking/slots.ts';
import type { Span } from '../core/booking/span.ts';
import { lastLive } from '../store/sessions.ts';
import type { Db, Tx } from '../store/store.ts';
import { readLine } from '../store/waitlist.ts';
import { freeSlots, readAvailability } from './calendar.ts';

/** Times that open without anybody giving one back: an offer's terms are loosened, or a live is over before its plan. */

/**
 * Starts that can be booked by the new terms of a service and could not by those before: another notice, horizon, daily
 * cap, length or buffer. None while nobody waits for the service.
 */
export async function openedStarts(
  tx: Tx,
  creatorId: string,
  before: Service,
  after: Service,
  now: EpochMillis,
): Promise<EpochMillis[]> {
  const line = await readLine(tx, creatorId);
  if (!line.some(({ service }) => service === after.id)) return [];
  const window = bookingWindow(after, now);
  const had = new Set((await freeSlots(tx, creatorId, before, window, now)).map(({ start }) => start));
  const has = await freeSlots(tx, creatorId, after, window, now);
  return has.map(({ start }) => start).filter((start) => !had.has(start));
}

/** The rest of a live that is over before its plan, or without one before the hour that was kept for it, with the session that was it; null while there is none. */
export async function restOfLive(
  db: Db | Tx,
  creatorId: string,
  now: EpochMillis,
): Promise<{ readonly session: string; readonly rest: Span } | null> {
  const availability = await readAvailability(db, creatorId);
  const current = plannedLives(availability, { from: now, to: now + 1 })[0];
  const last = await lastLive(db, creatorId);
  if (!last) return null;
  if (current)
    return isOverEarly(current, last.endedAt, now) ? { session: last.id, rest: { from: now, to: current.to } } : null;
  const rest = restOfUnplanned(last.endedAt, now);
  return rest && { session: last.id, rest };
}
