import type { EpochMillis } from '../../shared/time.ts';
import { eachSlice, inSlices } from './slices.ts';
import type { Tx } from './store.ts';

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

/** Who takes it: a request, for good or while an offer of the waitlist stands, or a hold until it expires. */
export type SeatFor =
  | { readonly request: string; readonly expiresAt?: EpochMillis }
  | { readonly hold: string; readonly expiresAt: EpochMillis };

/** A stretch of the creator's time, with its buffers, that can be had again, in whole or by a seat. */
export interface FreedTime {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
}

const MINUTE = 60_000;
/** SQLite takes 32,766 parameters a statement; a cell has three. */
const CELLS_A_STATEMENT = 5000;

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

async function find(tx: Tx, creatorId: string, ask: SeatAsk): Promise<{ id: string; capacity: number } | undefined> {
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
      ? { request_id: whose.request, hold_id: null, expires_at: whose.expiresAt ?? null }
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

/** Gives back the seat of a request, if it has one, and says which time is free by it. */
export async function freeSeatOf(tx: Tx, creatorId: string, request: string): Promise<FreedTime[]> {
  const freed = await tx
    .deleteFrom('seat')
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .returning('appointment_id')
    .execute();
  return dropEmpty(tx, creatorId, freed);
}

/**
 * Gives seats that were added to a service to its coming appointments too, and says which; none is taken away from
 * those sold.
 */
export async function raiseCapacity(
  tx: Tx,
  creatorId: string,
  service: string,
  capacity: number,
): Promise<FreedTime[]> {
  const raised = await tx
    .updateTable('appointment')
    .set({ capacity })
    .where('creator_id', '=', creatorId)
    .where('service_id', '=', service)
    .where('capacity', '<', capacity)
    .returning(['from_at', 'to_at'])
    .execute();
  return raised.map(({ from_at, to_at }) => ({ from: from_at, to: to_at }));
}

/** Takes away those of these appointments that have no seat left, and with them their cells. Says the time of them all. */
export async function dropEmpty(
  tx: Tx,
  creatorId: string,
  seats: ReadonlyArray<{ readonly appointment_id: string }>,
): Promise<FreedTime[]> {
  const ids = [...new Set(seats.map((seat) => seat.appointment_id))];
  const touched = await inSlices(ids, (some) =>
    tx
      .selectFrom('appointment')
      .select(['from_at', 'to_at'])
      .where('creator_id', '=', creatorId)
      .where('id', 'in', some)
      .execute(),
  );
  await eachSlice(ids, (some) =>
    tx
      .deleteFrom('appointment')
      .where('creator_id', '=', creatorId)
      .where('id', 'in', some)
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
      .execute(),
  );
  return touched.map(({ from_at, to_at }) => ({ from: from_at, to: to_at }));
}
