import { sql } from 'kysely';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Store, Tx } from './store.ts';

/**
 * Time that is sold or held. That nothing is sold twice is the store's own doing: one row per minute of the creator's
 * time (`slot_cell`) and one per seat, both under a unique key.
 */

/** What a seat is taken in: a service's slot with the creator's time it needs. Instants are whole minutes. */
export interface SeatAsk {
  readonly service: string;
  readonly start: EpochMillis;
  readonly end: EpochMillis;
  /** With the buffers. */
  readonly from: EpochMillis;
  readonly to: EpochMillis;
  readonly capacity: number;
}

/** Who takes it: a request for good, or a hold until it expires. */
export type SeatFor =
  | { readonly request: string }
  | { readonly hold: string; readonly expiresAt: EpochMillis };

export interface TakenRow {
  readonly service: string;
  readonly start: EpochMillis;
  readonly end: EpochMillis;
  readonly from: EpochMillis;
  readonly to: EpochMillis;
  readonly capacity: number;
  readonly seatsTaken: number;
}

const MINUTE = 60_000;
/** SQLite takes 32,766 parameters a statement; a cell has three. */
const CELLS_A_STATEMENT = 5000;

/**
 * Lets the changes of one creator pass one at a time across processes, so that they wait instead of running into each
 * other and starting over. It is a courtesy: the unique keys decide with or without it.
 */
export async function awaitTurn(kind: Store['kind'], tx: Tx, creatorId: string): Promise<void> {
  if (kind === 'sqlite') return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`booking:${creatorId}`}, 0))`.execute(tx);
}

/** Appointments with at least one live seat that touch the window, ordered by time. Holds that have expired do not count. */
export async function takenBetween(
  db: Db | Tx,
  creatorId: string,
  window: { readonly from: EpochMillis; readonly to: EpochMillis },
  now: EpochMillis,
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

/** Takes a seat; false when another has the last one or any minute of the time. False may leave rows behind: roll back. */
export async function takeSeat(
  tx: Tx,
  creatorId: string,
  appointmentId: string,
  ask: SeatAsk,
  whose: SeatFor,
): Promise<boolean> {
  const made = await tx
    .insertInto('appointment')
    .values({
      creator_id: creatorId,
      id: appointmentId,
      service_id: ask.service,
      start_at: ask.start,
      end_at: ask.end,
      from_at: ask.from,
      to_at: ask.to,
      capacity: ask.capacity,
    })
    .onConflict((at) => at.doNothing())
    .executeTakeFirst();
  const isNew = made.numInsertedOrUpdatedRows === 1n;
  if (isNew && !(await takeCells(tx, creatorId, appointmentId, ask))) return false;
  const appointment = isNew ? { id: appointmentId, capacity: ask.capacity } : await find(tx, creatorId, ask);
  return appointment !== undefined && takeFreeSeat(tx, creatorId, appointment, whose);
}

async function takeCells(tx: Tx, creatorId: string, appointmentId: string, ask: SeatAsk): Promise<boolean> {
  const cells: { creator_id: string; cell: number; appointment_id: string }[] = [];
  for (let cell = Math.floor(ask.from / MINUTE); cell * MINUTE < ask.to; cell++) {
    cells.push({ creator_id: creatorId, cell, appointment_id: appointmentId });
  }
  for (let at = 0; at < cells.length; at += CELLS_A_STATEMENT) {
    const some = cells.slice(at, at + CELLS_A_STATEMENT);
    const taken = await tx
      .insertInto('slot_cell')
      .values(some)
      .onConflict((conflict) => conflict.doNothing())
      .executeTakeFirst();
    if (taken.numInsertedOrUpdatedRows !== BigInt(some.length)) return false;
  }
  return true;
}

async function find(
  tx: Tx,
  creatorId: string,
  ask: SeatAsk,
): Promise<{ id: string; capacity: number } | undefined> {
  return tx
    .selectFrom('appointment')
    .select(['id', 'capacity'])
    .where('creator_id', '=', creatorId)
    .where('service_id', '=', ask.service)
    .where('start_at', '=', ask.start)
    .where('end_at', '=', ask.end)
    .executeTakeFirst();
}

async function takeFreeSeat(
  tx: Tx,
  creatorId: string,
  appointment: { readonly id: string; readonly capacity: number },
  whose: SeatFor,
): Promise<boolean> {
  const rows = await tx
    .selectFrom('seat')
    .select('seat_no')
    .where('creator_id', '=', creatorId)
    .where('appointment_id', '=', appointment.id)
    .execute();
  const taken = new Set(rows.map((row) => row.seat_no));
  const mine =
    'request' in whose
      ? { request_id: whose.request, hold_id: null, expires_at: null }
      : { request_id: null, hold_id: whose.hold, expires_at: whose.expiresAt };
  for (let seat = 0; seat < appointment.capacity; seat++) {
    if (taken.has(seat)) continue;
    const result = await tx
      .insertInto('seat')
      .values({
        creator_id: creatorId,
        appointment_id: appointment.id,
        seat_no: seat,
        capacity: appointment.capacity,
        ...mine,
      })
      .onConflict((at) => at.columns(['creator_id', 'appointment_id', 'seat_no']).doNothing())
      .executeTakeFirst();
    if (result.numInsertedOrUpdatedRows === 1n) return true;
  }
  return false;
}

/** Gives back the seat of a request. */
export async function freeSeatOf(tx: Tx, creatorId: string, request: string): Promise<void> {
  const freed = await tx
    .deleteFrom('seat')
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .returning('appointment_id')
    .execute();
  await dropEmpty(tx, creatorId, freed);
}

/** Ends a hold and gives back its seat. False when there is none that is still alive for this slot. */
export async function endHold(
  tx: Tx,
  creatorId: string,
  hold: string,
  slot: Pick<SeatAsk, 'service' | 'start'>,
  now: EpochMillis,
): Promise<boolean> {
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
  if (!row) return false;
  await tx.deleteFrom('seat').where('creator_id', '=', creatorId).where('hold_id', '=', hold).execute();
  await dropEmpty(tx, creatorId, [row]);
  return true;
}

/** Takes away the holds that have expired, so that their time can be sold again. Says how many there were. */
export async function dropExpiredHolds(tx: Tx, creatorId: string, now: EpochMillis): Promise<number> {
  const dropped = await tx
    .deleteFrom('seat')
    .where('creator_id', '=', creatorId)
    .where('expires_at', '<=', now)
    .returning('appointment_id')
    .execute();
  await dropEmpty(tx, creatorId, dropped);
  return dropped.length;
}

export async function countHolds(db: Db | Tx, creatorId: string, now: EpochMillis): Promise<number> {
  const row = await db
    .selectFrom('seat')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Gives seats that were added to a service to its coming appointments too; none is taken away from those sold. */
export async function raiseCapacity(tx: Tx, creatorId: string, service: string, capacity: number): Promise<void> {
  await tx
    .updateTable('appointment')
    .set({ capacity })
    .where('creator_id', '=', creatorId)
    .where('service_id', '=', service)
    .where('capacity', '<', capacity)
    .execute();
}

/** Takes away those of these appointments that have no seat left, and with them their cells. */
async function dropEmpty(
  tx: Tx,
  creatorId: string,
  seats: ReadonlyArray<{ readonly appointment_id: string }>,
): Promise<void> {
  if (seats.length === 0) return;
  const ids = [...new Set(seats.map((seat) => seat.appointment_id))];
  await tx
    .deleteFrom('appointment')
    .where('creator_id', '=', creatorId)
    .where('id', 'in', ids)
    .where(({ not, exists, selectFrom }) =>
      not(
        exists(
          selectFrom('seat')
            .select('seat_no')
            .whereRef('seat.creator_id', '=', 'appointment.creator_id')
            .whereRef('seat.appointment_id', '=', 'appointment.id'),
        ),
      ),
    )
    .execute();
}
