import type { EpochMillis } from '../../../shared/time.ts';
import type { BookingRequest, RequestChange } from '../booking/request.ts';

const HOUR = 3_600_000;

/** By when an answer is promised to who asks now; null while nothing is promised. */
export function answerBy(now: EpochMillis, withinHours: number | null): EpochMillis | null {
  return withinHours === null ? null : now + withinHours * HOUR;
}

/**
 * What a viewer's act asks the desk for anew is promised an answer anew; who waits for one already keeps the earlier
 * promise. What is answered has none (`applyChange`).
 */
export function promisedAnew(
  request: Pick<BookingRequest, 'state'>,
  change: RequestChange,
  now: EpochMillis,
  withinHours: number | null,
): RequestChange {
  const asksAnew = change.state === 'new' && request.state !== 'new';
  return asksAnew ? { answerBy: answerBy(now, withinHours) } : {};
}
