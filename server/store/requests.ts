import type { RequestState } from '../../shared/booking.ts';
import { OPEN_STATES } from '../../shared/request-states.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { AgreedTerms, BookingRequest } from '../core/booking/request.ts';
import { columnsOf, requestOf } from './request-row.ts';
import { addSearchable, dropSearchable } from './search.ts';
import { eachSlice, inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';

export async function addRequest(tx: Tx, creatorId: string, request: BookingRequest, hash: string): Promise<void> {
  await tx
    .insertInto('request')
    .values({ creator_id: creatorId, secret_hash: hash, ...columnsOf(request) })
    .execute();
  await addSearchable(tx, creatorId, request.id, [{ seq: 0, text: request.name }]);
}

/** Keeps the request as it now is; false when it is no longer in the version that the change was decided on. */
export async function swapRequest(
  tx: Tx,
  creatorId: string,
  request: BookingRequest,
  version: number,
): Promise<boolean> {
  const result = await tx
    .updateTable('request')
    .set(columnsOf(request))
    .where('creator_id', '=', creatorId)
    .where('id', '=', request.id)
    .where('version', '=', version)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

export async function readRequest(db: Db | Tx, creatorId: string, id: string): Promise<BookingRequest | null> {
  const row = await db
    .selectFrom('request')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? requestOf(row) : null;
}

/** Those of these that there are, in the order of the ids. */
export async function readRequests(
  db: Db | Tx,
  creatorId: string,
  ids: ReadonlyArray<string>,
): Promise<BookingRequest[]> {
  const rows = await inSlices(ids, (some) =>
    db.selectFrom('request').selectAll().where('creator_id', '=', creatorId).where('id', 'in', some).execute(),
  );
  const found = new Map(rows.map((row) => [row.id, requestOf(row)]));
  return ids.flatMap((id) => found.get(id) ?? []);
}

/** Whose private address it is: of what was merged, the request that it goes on in. */
export async function readRequestBySecret(
  db: Db | Tx,
  creatorId: string,
  hash: string,
): Promise<BookingRequest | null> {
  const row = await db
    .selectFrom('request')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('secret_hash', '=', hash)
    .executeTakeFirst();
  if (row?.state !== 'merged') return row ? requestOf(row) : null;
  const into = await db
    .selectFrom('merged_request')
    .select('into_id')
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', row.id)
    .executeTakeFirst();
  return into ? readRequest(db, creatorId, into.into_id) : requestOf(row);
}

/** Says of requests that something about them has changed which stands beside them, so that another process looks anew. */
export async function raiseVersions(tx: Tx, creatorId: string, requests: ReadonlyArray<string>): Promise<void> {
  await eachSlice(requests, (some) =>
    tx
      .updateTable('request')
      .set((row) => ({ version: row('version', '+', 1) }))
      .where('creator_id', '=', creatorId)
      .where('id', 'in', some)
      .execute(),
  );
}

/**
 * Takes who asked and every word of the thread out of the store. What stays is that there was a request, when, and what
 * became of it; `hash` is of a secret that nobody has.
 */
export async function forgetPerson(tx: Tx, creatorId: string, request: BookingRequest, hash: string): Promise<void> {
  const terms: AgreedTerms = { ...request.terms, region: null, answers: [] };
  const nobody: BookingRequest = {
    ...request,
    name: '',
    contact: null,
    zone: 'UTC',
    language: 'en',
    locale: null,
    terms,
  };
  await tx
    .updateTable('request')
    .set({ ...columnsOf(nobody), secret_hash: hash })
    .where('creator_id', '=', creatorId)
    .where('id', '=', request.id)
    .execute();
  await tx
    .deleteFrom('message')
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request.id)
    .where('author', '!=', 'system')
    .execute();
  await dropSearchable(tx, creatorId, request.id);
}

/** Requests in any of these states, oldest first. */
export async function requestsIn(
  db: Db | Tx,
  creatorId: string,
  states: ReadonlyArray<RequestState>,
): Promise<BookingRequest[]> {
  const rows = await db
    .selectFrom('request')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('state', 'in', states)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(requestOf);
}

/** Bookings that have not ended, the next first. */
export async function comingBookings(
  db: Db | Tx,
  creatorId: string,
  now: EpochMillis,
  limit: number,
): Promise<BookingRequest[]> {
  const rows = await db
    .selectFrom('request')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('state', '=', 'booked')
    .where('end_at', '>', now)
    .orderBy('start_at')
    .limit(limit)
    .execute();
  return rows.map(requestOf);
}

/** Requests that can still be answered by one of the times that their viewers were offered, oldest first. */
export async function requestsWithOffers(db: Db, creatorId: string, limit: number): Promise<BookingRequest[]> {
  const rows = await db
    .selectFrom('request')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('state', 'in', [...OPEN_STATES, 'booked'])
    .where('offers', '!=', '[]')
    .orderBy('created_at')
    .limit(limit)
    .execute();
  return rows.map(requestOf);
}

/** Appointments that took or take place and end after `since`, the earliest first. */
export async function bookingsAfter(
  db: Db,
  creatorId: string,
  since: EpochMillis,
  limit: number,
): Promise<BookingRequest[]> {
  const rows = await db
    .selectFrom('request')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('state', 'in', ['booked', 'done', 'no-show'])
    .where('end_at', '>', since)
    .orderBy('start_at')
    .limit(limit)
    .execute();
  return rows.map(requestOf);
}
