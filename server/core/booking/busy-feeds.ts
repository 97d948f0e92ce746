import type { EpochMillis } from '../../../shared/time.ts';
import type { Span } from './span.ts';

const MINUTE = 60_000;
const DAY = 24 * 60 * MINUTE;
const EVERY_MINUTES = 10;
const LONGEST_WAIT_MINUTES = 60;
/** The longest horizon of an offer, and a day for zones. */
const AHEAD_DAYS = 732;
/** The window moves on with the days: a file that never changes is worked out anew so often. */
const WHOLE_AFTER = DAY;

/**
 * When a calendar is to be read again: every 10 minutes; after a failure in one, and twice as long after each further
 * one, an hour at most. `random` (0 to 1) spreads it by a fifth, so that ten calendars of one server do not come at once.
 */
export function nextReading(now: EpochMillis, failures: number, random: number): EpochMillis {
  const minutes = failures === 0 ? EVERY_MINUTES : Math.min(2 ** (failures - 1), LONGEST_WAIT_MINUTES);
  return now + Math.round(minutes * MINUTE * (0.9 + 0.2 * random));
}

/** What is read of a calendar: what can be booked, and a day back for bookings that are being made. */
export function feedWindow(now: EpochMillis): Span {
  return { from: now - DAY, to: now + AHEAD_DAYS * DAY };
}

/** Whether the server may answer "unchanged": what was read of it still reaches far enough, in the zone of now. */
export function mayBeUnchanged(
  before: { readonly workedOutAt: EpochMillis | null; readonly workedOutZone: string | null },
  zone: string,
  now: EpochMillis,
): boolean {
  return before.workedOutAt !== null && before.workedOutZone === zone && now - before.workedOutAt < WHOLE_AFTER;
}
