import { CLOSED_STATES, OPEN_STATES } from '../../shared/request-states.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db } from './store.ts';

/** A request by the version that it is in. */
export interface ListedVersion {
  readonly id: string;
  readonly version: number;
}

const DAY = 24 * 60 * 60_000;
/** Bookings are listed until so long after their end. */
const BOOKED_FOR_MS = 7 * DAY;
const BOOKED_LISTED = 500;
const CLOSED_LISTED = 50;

/** What the desk lists: all that is open, oldest first, then 500 bookings by start, then the 50 that were closed last of each way to end, spam among them. */
export async function listedVersions(db: Db, creatorId: string, now: EpochMillis): Promise<ListedVersion[]> {
  const requests = db.selectFrom('request').select(['id', 'version']).where('creator_id', '=', creatorId);
  const open = await requests.where('state', 'in', OPEN_STATES).orderBy('created_at').orderBy('id').execute();
  const booked = await requests
    .where('state', '=', 'booked')
    .where('end_at', '>', now - BOOKED_FOR_MS)
    .orderBy('start_at')
    .limit(BOOKED_LISTED)
    .execute();
  // Each state has a list of its own at the desk: many declines must not push out every no-show.
  const closed: ListedVersion[] = [];
  for (const state of CLOSED_STATES) {
    const ended = requests.where('state', '=', state).orderBy('updated_at', 'desc').orderBy('id');
    closed.push(...(await ended.limit(CLOSED_LISTED).execute()));
  }
  return [...open, ...booked, ...closed];
}
