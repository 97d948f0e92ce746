import { CLOSED_STATES, OPEN_STATES } from '../../shared/request-states.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db } from './store.ts';

/** A request by the version that it is in. */
export interface ListedVersion {
  readonly id: string;
  readonly version: number;
}

/** What the desk lists: all that is open, oldest first, then bookings by start, then what was closed last, as many of each way to end, spam among them. */
export async function listedVersions(
  db: Db,
  creatorId: string,
  limits: { readonly bookedAfter: EpochMillis; readonly booked: number; readonly closed: number },
): Promise<ListedVersion[]> {
  const requests = db.selectFrom('request').select(['id', 'version']).where('creator_id', '=', creatorId);
  const open = await requests.where('state', 'in', OPEN_STATES).orderBy('created_at').orderBy('id').execute();
  const booked = await requests
    .where('state', '=', 'booked')
    .where('end_at', '>', limits.bookedAfter)
    .orderBy('start_at')
    .limit(limits.booked)
    .execute();
  // Each state has a list of its own at the desk: many declines must not push out every no-show.
  const closed: ListedVersion[] = [];
  for (const state of CLOSED_STATES) {
    const ended = requests.where('state', '=', state).orderBy('updated_at', 'desc').orderBy('id');
    closed.push(...(await ended.limit(limits.closed).execute()));
  }
  return [...open, ...booked, ...closed];
}
