import type { EpochMillis } from '../../shared/time.ts';
import { dropEmpty, type FreedTime, type SeatAsk } from './seats.ts';
import type { Db, Tx } from './store.ts';

/** Ends a hold and gives back its seat: what came free. Null when there is none that is still alive for this slot. */
export async function endHold(
  tx: Tx,
  creatorId: string,
  hold: string,
  slot: Pick<SeatAsk, 'service' | 'start'>,
  now: EpochMillis,
): Promise<FreedTime[] | null> {
  const row = await tx
    .selectFrom('seat as s')
    .innerJoin('appointment as a', (join) =>
      join.onRef('a.creator_id', '=', 's.creator_id').onRef('a.id', '=', 's.appointment_id'),
    )
    .select('s.appointment_id')
    .where('s.creator_id', '=', creatorId)
    .where('s.hold_id', '=', hold)
    .where('s.expires_at', '>', now)
    .where('a.service_id', '=', slot.service)
    .where('a.start_at', '=', slot.start)
    .executeTakeFirst();
  if (!row) return null;
  await tx.deleteFrom('seat').where('creator_id', '=', creatorId).where('hold_id', '=', hold).execute();
  return dropEmpty(tx, creatorId, [row]);
}

/** Gives back a viewer's hold, of whatever slot; what it held is free then. Nothing for one that is over already. */
export async function giveBackHold(tx: Tx, creatorId: string, hold: string): Promise<FreedTime[]> {
  const seats = await tx
    .deleteFrom('seat')
    .where('creator_id', '=', creatorId)
    .where('hold_id', '=', hold)
    .returning('appointment_id')
    .execute();
  return dropEmpty(tx, creatorId, seats);
}

/** What came free because nobody took it in time, and the requests whose offer that was. */
export interface Lapsed {
  readonly freed: ReadonlyArray<FreedTime>;
  readonly requests: ReadonlyArray<string>;
}

/** Takes away the holds and kept offers that have expired, so that their time can be sold again. */
export async function dropExpiredHolds(tx: Tx, creatorId: string, now: EpochMillis): Promise<Lapsed> {
  const dropped = await tx
    .deleteFrom('seat')
    .where('creator_id', '=', creatorId)
    .where('expires_at', '<=', now)
    .returning(['appointment_id', 'request_id'])
    .execute();
  const freed = await dropEmpty(tx, creatorId, dropped);
  return { freed, requests: dropped.flatMap(({ request_id }) => (request_id === null ? [] : [request_id])) };
}

/** The holds of viewers who are typing; what is kept for the waitlist has its own bounds. */
export async function countHolds(db: Db | Tx, creatorId: string, now: EpochMillis): Promise<number> {
  const row = await db
    .selectFrom('seat')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .where('hold_id', 'is not', null)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Holds alive on one start of a service. */
export async function countHoldsOf(
  tx: Tx,
  creatorId: string,
  slot: Pick<SeatAsk, 'service' | 'start'>,
  now: EpochMillis,
): Promise<number> {
  const row = await tx
    .selectFrom('seat as s')
    .innerJoin('appointment as a', (join) =>
      join.onRef('a.creator_id', '=', 's.creator_id').onRef('a.id', '=', 's.appointment_id'),
    )
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('s.creator_id', '=', creatorId)
    .where('s.hold_id', 'is not', null)
    .where('s.expires_at', '>', now)
    .where('a.service_id', '=', slot.service)
    .where('a.start_at', '=', slot.start)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function countExpired(db: Db, creatorId: string, now: EpochMillis): Promise<number> {
  const row = await db
    .selectFrom('seat')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}
