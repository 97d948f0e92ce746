import { sql } from 'kysely';
import type { JournalEntry, LiveEvent } from '../../shared/events.ts';
import { type EpochMillis, toMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';
import type { EventTable } from './tables/live.ts';

/** In the column that names an entry's session: there was none yet. No id is empty. */
const NO_SESSION = '';

/** The row of an accepted event; `session` is null before the first one. */
export function rowOf(
  creatorId: string,
  entry: JournalEntry,
  session: string | null,
  receivedAt: EpochMillis,
): EventTable {
  const { seq, ...event } = entry;
  return {
    creator_id: creatorId,
    seq,
    source: event.source,
    id: event.id,
    session_id: session ?? NO_SESSION,
    type: event.type,
    at: toMillis(event.at),
    received_at: receivedAt,
    body: JSON.stringify(event),
  };
}

/** Reads what {@link seqIn} takes. By itself, so that SQLite can keep it prepared: it runs with every commit of events. */
export function newestQuery(db: Db | Tx, creatorId: string) {
  return db
    .selectFrom('creator')
    .select('last_seq')
    .select(({ selectFrom }) =>
      selectFrom('event')
        .select(({ fn }) => fn.max('seq').as('seq'))
        .whereRef('event.creator_id', '=', 'creator.id')
        .as('newest'),
    )
    .where('id', '=', creatorId);
}

/** The last sequence number, by the creator's row or by the journal itself (`moveSeq` of SQLite). */
export function seqIn(row: { readonly last_seq: number; readonly newest: number | null }): number {
  return Math.max(row.last_seq, row.newest ?? 0);
}

/** The creator's last sequence number; makes the creator's row when there is none. */
export async function lastSeq(db: Db | Tx, creatorId: string, now: EpochMillis): Promise<number> {
  const row = await newestQuery(db, creatorId).executeTakeFirst();
  if (row) return seqIn(row);
  await db
    .insertInto('creator')
    .values({ id: creatorId, created_at: now })
    .onConflict((at) => at.doNothing())
    .execute();
  return 0;
}

/** `moveSeq` of the store as a query for any database. */
export async function moveSeq(tx: Tx, creatorId: string, from: number, to: number): Promise<boolean> {
  const result = await tx
    .updateTable('creator')
    .set({ last_seq: to })
    .where('id', '=', creatorId)
    .where('last_seq', '=', from)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Where a page of the journal ends, however few its entries are: events may be long. */
const PAGE_BYTES = 1024 * 1024;

/**
 * Up to `limit` entries after `after`, in order, that come to a megabyte at most; one at least where there is one. Only an
 * empty page is the end of the journal.
 */
export async function readPage(db: Db, creatorId: string, after: number, limit: number): Promise<JournalEntry[]> {
  // By their lengths first: the texts themselves would be in memory before they could be counted.
  const rows = await db
    .selectFrom('event')
    .select(['seq', sql<number>`octet_length(body)`.as('bytes')])
    .where('creator_id', '=', creatorId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  let room = PAGE_BYTES;
  const tooMuch = rows.findIndex(({ bytes }) => {
    room -= bytes;
    return room < 0;
  });
  const taken = tooMuch === -1 ? rows.length : Math.max(1, tooMuch);
  return rows.length === 0 ? [] : readJournal(db, creatorId, after, taken);
}

/** Up to `limit` entries after `after`, in order, whatever their size. */
export async function readJournal(db: Db, creatorId: string, after: number, limit: number): Promise<JournalEntry[]> {
  const rows = await db
    .selectFrom('event')
    .select(['seq', 'body'])
    .where('creator_id', '=', creatorId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  return rows.map(entryOf);
}

/** An entry, and when it was taken in. */
export interface Receipt {
  readonly entry: JournalEntry;
  readonly receivedAt: EpochMillis;
}

/**
 * The entries of one session after `after`, in pages, oldest first. The journal is read from `after` on: give the end of
 * the session before, or all of it is read.
 */
export async function* sessionEntries(
  db: Db,
  creatorId: string,
  session: string,
  after = 0,
): AsyncGenerator<Receipt[]> {
  const page = 5000;
  for (let from = after; ; ) {
    const rows = await db
      .selectFrom('event')
      .select(['seq', 'body', 'received_at'])
      .where('creator_id', '=', creatorId)
      .where('session_id', '=', session)
      .where('seq', '>', from)
      .orderBy('seq')
      .limit(page)
      .execute();
    if (rows.length > 0) yield rows.map((row) => ({ entry: entryOf(row), receivedAt: row.received_at }));
    const last = rows.at(-1);
    if (!last || rows.length < page) return;
    from = last.seq;
  }
}

/** A row as the entry that it keeps. */
export function entryOf(row: Pick<EventTable, 'seq' | 'body'>): JournalEntry {
  return { seq: row.seq, ...(JSON.parse(row.body) as LiveEvent) };
}

/** When the session's last event was taken in, or null when it has none. */
export async function lastReceipt(db: Db, creatorId: string, session: string): Promise<EpochMillis | null> {
  const row = await db
    .selectFrom('event')
    .select('received_at')
    .where('creator_id', '=', creatorId)
    .where('session_id', '=', session)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.received_at ?? null;
}

/** When the newest event of a source was taken in, by whatever session, or null when there is none. */
export async function lastOfSource(db: Db, creatorId: string, source: string): Promise<EpochMillis | null> {
  const row = await db
    .selectFrom('event')
    .select(({ fn }) => fn.max('received_at').as('at'))
    .where('creator_id', '=', creatorId)
    .where('source', '=', source)
    .executeTakeFirst();
  return row?.at ?? null;
}
