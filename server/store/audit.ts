import type { AuditEntry } from '../../shared/people.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import type { Store } from './store.ts';
import type { AuditTable } from './tables/people.ts';

type Db = Store['db'];

/** What is noted of an act. */
export interface Noted {
  readonly at: EpochMillis;
  readonly person: { readonly id: string; readonly name: string } | null;
  readonly act: string;
  readonly object: string;
  readonly result: string;
}

/** Numbers of one millisecond; two programs that meet in one take the next. */
const A_MILLISECOND = 1000;
const TRIES = 50;

function spread(tried: number): number {
  return Math.floor(Math.random() * Math.min(tried * 4, A_MILLISECOND / 2));
}

/** Appends to the log under a number that rises with time and is given once. */
export async function addAudit(store: Store, creatorId: string, noted: Noted): Promise<void> {
  for (let tried = 0; tried < TRIES; tried++) {
    const last = await store.db
      .selectFrom('audit')
      .select('seq')
      .where('creator_id', '=', creatorId)
      .orderBy('seq', 'desc')
      .limit(1)
      .executeTakeFirst();
    // Those who clash spread, or each round would have one winner.
    const seq = Math.max(noted.at * A_MILLISECOND, (last?.seq ?? 0) + 1) + spread(tried);
    try {
      await store.db
        .insertInto('audit')
        .values(rowOf(creatorId, seq, noted))
        .execute();
      return;
    } catch (error) {
      if (!store.isUniqueTaken(error)) throw error;
    }
  }
  throw new Error('no free number in the log of acts');
}

/** Most that one statement takes away: nobody's act waits behind more. */
const A_SLICE = 1000;

/** Takes away what was noted before a time, the oldest first, and answers how many. */
export async function removeAuditBefore(db: Db, creatorId: string, before: EpochMillis): Promise<number> {
  let removed = 0;
  for (;;) {
    const old = await db
      .selectFrom('audit')
      .select('seq')
      .where('creator_id', '=', creatorId)
      .where('at', '<', before)
      .orderBy('seq')
      .limit(A_SLICE)
      .execute();
    const last = old.at(-1);
    if (!last) return removed;
    const { numDeletedRows } = await db
      .deleteFrom('audit')
      .where('creator_id', '=', creatorId)
      .where('seq', '<=', last.seq)
      .where('at', '<', before)
      .executeTakeFirst();
    removed += Number(numDeletedRows);
  }
}

/** Which entries: before a number, of one person, of one kind of act. */
export interface AuditQuery {
  readonly before?: number | undefined;
  readonly person?: string | undefined;
  /** Beginnings of the act's name, `requests.`: one of them is enough. */
  readonly acts?: ReadonlyArray<string> | undefined;
  readonly limit: number;
}

/** The newest first. */
export async function readAudit(db: Db, creatorId: string, query: AuditQuery): Promise<AuditEntry[]> {
  let rows = db.selectFrom('audit').selectAll().where('creator_id', '=', creatorId);
  if (query.before !== undefined) rows = rows.where('seq', '<', query.before);
  if (query.person !== undefined) rows = rows.where('person_id', '=', query.person);
  const { acts } = query;
  if (acts !== undefined) rows = rows.where((of) => of.or(acts.map((begin) => of('act', 'like', `${begin}%`))));
  return (await rows.orderBy('seq', 'desc').limit(query.limit).execute()).map(entryOf);
}

/** What each of these people did last. */
export async function lastActs(db: Db, creatorId: string): Promise<Map<string, AuditEntry>> {
  const newest = db
    .selectFrom('audit')
    .select((of) => of.fn.max('seq').as('seq'))
    .where('creator_id', '=', creatorId)
    .where('person_id', 'is not', null)
    .groupBy('person_id');
  const rows = await db
    .selectFrom('audit')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('seq', 'in', newest)
    .execute();
  return new Map(rows.map((row) => [row.person_id ?? '', entryOf(row)]));
}

function rowOf(creatorId: string, seq: number, { at, person, act, object, result }: Noted): AuditTable {
  const by = { person_id: person?.id ?? null, person_name: person?.name ?? null };
  return { creator_id: creatorId, seq, at, ...by, act, object, result };
}

function entryOf({ seq, at, person_id, person_name, act, object, result }: AuditTable): AuditEntry {
  const person = person_id === null ? null : { id: person_id, name: person_name ?? '' };
  return { seq, at: toInstant(at), person, act, object, result };
}
