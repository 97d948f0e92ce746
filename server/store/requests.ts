import { RequestState } from '../../shared/booking.ts';
import { Language } from '../../shared/languages.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { AgreedTerms, BookingRequest, NewMessage } from '../core/booking/request.ts';
import { addSearchable, dropSearchable } from './search.ts';
import { eachSlice, inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';
import type { MessageTable, RequestTable } from './tables/booking.ts';

/** One entry of a thread as it is kept; `note` never leaves the desk. */
export interface KeptMessage {
  readonly id: string;
  readonly request: string;
  readonly at: EpochMillis;
  readonly author: 'viewer' | 'creator' | 'system' | 'note';
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly by: { readonly id: string; readonly name: string } | null;
}

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

/** The requests in any of these states that changed last, newest first. */
export async function lastIn(
  db: Db,
  creatorId: string,
  states: ReadonlyArray<RequestState>,
  limit: number,
): Promise<BookingRequest[]> {
  const rows = await db
    .selectFrom('request')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('state', 'in', states)
    .orderBy('updated_at', 'desc')
    .orderBy('id')
    .limit(limit)
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

/** The threads of these requests, each in order. */
export async function messagesOf(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, KeptMessage[]>> {
  const threads = new Map<string, KeptMessage[]>(requests.map((id) => [id, []]));
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('message')
      .selectAll()
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .orderBy('request_id')
      .orderBy('seq')
      .execute(),
  );
  for (const row of rows) threads.get(row.request_id)?.push(messageOf(row));
  return threads;
}

/** Adds entries to the end of a thread. Two writers at once: the unique key on the number lets one start over. */
export async function addMessages(
  tx: Tx,
  creatorId: string,
  request: string,
  entries: ReadonlyArray<NewMessage & { readonly id: string }>,
  now: EpochMillis,
): Promise<void> {
  if (entries.length === 0) return;
  const last = await tx
    .selectFrom('message')
    .select((query) => query.fn.max('seq').as('seq'))
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .executeTakeFirst();
  const next = Number(last?.seq ?? 0) + 1;
  const rows = entries.map((entry, at) => ({
    creator_id: creatorId,
    request_id: request,
    seq: next + at,
    id: entry.id,
    at: now,
    author: entry.author,
    text: entry.text,
    data: 'data' in entry && entry.data ? JSON.stringify(entry.data) : null,
    by_id: 'by' in entry && entry.by ? entry.by.id : null,
    by_name: 'by' in entry && entry.by ? entry.by.name : null,
  }));
  await tx.insertInto('message').values(rows).execute();
  const said = rows.filter(({ author }) => author !== 'system');
  await addSearchable(tx, creatorId, request, said);
}

/** Of a request that an older Cuedesk took. */
const NO_TERMS: AgreedTerms = {
  price: null,
  region: null,
  answers: [],
  code: null,
  via: 'page',
  consentVersion: null,
  adult: true,
  onAir: false,
};

function columnsOf(request: BookingRequest): Omit<RequestTable, 'creator_id' | 'secret_hash'> {
  return {
    id: request.id,
    service_id: request.service,
    state: request.state,
    version: request.version,
    start_at: request.start,
    end_at: request.end,
    wall_start: request.wallStart,
    creator_zone: request.creatorZone,
    zone: request.zone,
    name: request.name,
    contact: JSON.stringify(request.contact),
    language: request.language,
    locale: request.locale,
    offers: JSON.stringify(request.offers),
    offers_until: request.offersUntil,
    terms: JSON.stringify(request.terms),
    code: request.terms.code,
    unread: request.unread ? 1 : 0,
    claim_by: request.claim?.by ?? null,
    claim_name: request.claim?.name ?? null,
    claim_at: request.claim?.at ?? null,
    snoozed_until: request.snooze?.until ?? null,
    snoozed_for_live: request.snooze?.forLive ? 1 : 0,
    answer_by: request.answerBy,
    created_at: request.createdAt,
    updated_at: request.updatedAt,
  };
}

function requestOf(row: RequestTable): BookingRequest {
  return {
    id: row.id,
    service: row.service_id,
    state: RequestState.parse(row.state),
    version: row.version,
    start: row.start_at,
    end: row.end_at,
    wallStart: row.wall_start,
    creatorZone: row.creator_zone,
    zone: row.zone,
    name: row.name,
    contact: JSON.parse(row.contact),
    language: Language.parse(row.language),
    locale: row.locale,
    offers: JSON.parse(row.offers),
    offersUntil: row.offers_until,
    terms: row.terms === null ? NO_TERMS : JSON.parse(row.terms),
    unread: row.unread === 1,
    claim:
      row.claim_by !== null && row.claim_at !== null
        ? { by: row.claim_by, name: row.claim_name ?? '', at: row.claim_at }
        : null,
    snooze: row.snoozed_until === null ? null : { until: row.snoozed_until, forLive: row.snoozed_for_live === 1 },
    answerBy: row.answer_by,
    createdAt: row.created_at,
    updatedAt: row.updated_at,
  };
}

function messageOf(row: MessageTable): KeptMessage {
  return {
    id: row.id,
    request: row.request_id,
    at: row.at,
    author: row.author as KeptMessage['author'],
    text: row.text,
    data: row.data === null ? null : JSON.parse(row.data),
    by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
  };
}
