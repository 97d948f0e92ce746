import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';

/**
 * Time that is sold or held. That nothing is sold twice is the store's own doing: one row per minute of the creator's
 * time (`slot_cell`) and one per seat, both under a unique key.
 */

export interface TakenRow {
  readonly service: string;
  readonly start: EpochMillis;
  readonly end: EpochMillis;
  readonly from: EpochMillis;
  readonly to: EpochMillis;
  readonly capacity: number;
  readonly seatsTaken: number;
}

/**
 * Appointments with at least one live seat that touch the window, ordered by time. Holds that have expired do not count,
 * nor do the seats of the request `without`.
 */
export async function takenBetween(
  db: Db | Tx,
  creatorId: string,
  window: { readonly from: EpochMillis; readonly to: EpochMillis },
  now: EpochMillis,
  without: string | null = null,
): Promise<TakenRow[]> {
  const rows = await db
    .selectFrom('appointment as a')
    .innerJoin('seat as s', (join) =>
      join.onRef('s.creator_id', '=', 'a.creator_id').onRef('s.appointment_id', '=', 'a.id'),
    )
    .select(['a.service_id', 'a.start_at', 'a.end_at', 'a.from_at', 'a.to_at', 'a.capacity'])
    .select((query) => query.fn.countAll<number>().as('seats'))
    .where('a.creator_id', '=', creatorId)
    .where('a.to_at', '>', window.from)
    .where('a.from_at', '<', window.to)
    .where((where) => where.or([where('s.expires_at', 'is', null), where('s.expires_at', '>', now)]))
    .$if(without !== null, (query) =>
      query.where((where) => where.or([where('s.request_id', 'is', null), where('s.request_id', '!=', without)])),
    )
    .groupBy(['a.id', 'a.service_id', 'a.start_at', 'a.end_at', 'a.from_at', 'a.to_at', 'a.capacity'])
    .orderBy('a.from_at')
    .execute();
  return rows.map((row) => ({
    service: row.service_id,
    start: row.start_at,
    end: row.end_at,
    from: row.from_at,
    to: row.to_at,
    capacity: row.capacity,
    seatsTaken: Number(row.seats),
  }));
}
