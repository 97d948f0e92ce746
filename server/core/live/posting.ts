import type { EpochMillis } from '../../../shared/time.ts';

/** For how long after the last event that was posted it is said that events come by the API. */
const POSTING_MS = 5 * 60_000;

/** When the last event was posted, while it is said; else null. */
export function stillPosting(postedAt: EpochMillis | null, now: EpochMillis): EpochMillis | null {
  return postedAt !== null && now - postedAt <= POSTING_MS ? postedAt : null;
}
