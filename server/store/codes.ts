import { sql } from 'kysely';
import { CODE_KINDS, type CodeKind } from '../../shared/codes.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';
import type { ShortCodeTable } from './tables/stages.ts';

/** A short code as it is kept. `subject` is what it is for; one subject has one code. */
export interface KeptCode {
  readonly code: string;
  readonly kind: CodeKind;
  readonly subject: string;
  readonly label: string;
  /** The offer that it leads to; null: the whole page. */
  readonly service: string | null;
  readonly visits: number;
  readonly createdAt: EpochMillis;
  /** Until when it is on the stage; null: until it is ended. */
  readonly shownUntil: EpochMillis | null;
}

/** A code with what came of it. */
export interface CodeFigures extends KeptCode {
  readonly asks: number;
  readonly booked: number;
}

/** Throws by the unique key when the code or the subject is there already. */
export async function addCode(tx: Tx | Db, creatorId: string, kept: KeptCode): Promise<void> {
  await tx
    .insertInto('short_code')
    .values({
      creator_id: creatorId,
      code: kept.code,
      kind: kept.kind,
      subject: kept.subject,
      label: kept.label,
      service_id: kept.service,
      visits: kept.visits,
      created_at: kept.createdAt,
      shown_until: kept.shownUntil,
    })
    .execute();
}

export async function readCodeOf(db: Db | Tx, creatorId: string, code: string): Promise<KeptCode | null> {
  const row = await db
    .selectFrom('short_code')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('code', '=', code)
    .executeTakeFirst();
  return row ? codeOf(row) : null;
}

/** All codes, newest first, with the asks that came by each. */
export async function codesWithFigures(db: Db, creatorId: string): Promise<CodeFigures[]> {
  const codes = await db
    .selectFrom('short_code')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('created_at', 'desc')
    .orderBy('code')
    .execute();
  const counts = await db
    .selectFrom('request')
    .select(['code'])
    .select((query) => query.fn.countAll<number>().as('asks'))
    .select(sql<number>`sum(case when state in ('booked', 'done') then 1 else 0 end)`.as('booked'))
    .where('creator_id', '=', creatorId)
    .where('code', 'is not', null)
    .groupBy('code')
    .execute();
  const of = new Map(counts.map((row) => [row.code, row]));
  return codes.map((row) => ({
    ...codeOf(row),
    asks: Number(of.get(row.code)?.asks ?? 0),
    booked: Number(of.get(row.code)?.booked ?? 0),
  }));
}

/** Adds visits; a code that is gone counts no more. */
export async function addVisits(db: Db, creatorId: string, code: string, visits: number): Promise<void> {
  await db
    .updateTable('short_code')
    .set((row) => ({ visits: row('visits', '+', visits) }))
    .where('creator_id', '=', creatorId)
    .where('code', '=', code)
    .execute();
}

/**
 * Takes the code of a subject off the stage, from `now` on, and gives the subject free for another code. Nothing where
 * there is none.
 */
export async function endSubject(tx: Tx | Db, creatorId: string, subject: string, now: EpochMillis): Promise<void> {
  await tx
    .updateTable('short_code')
    .set({
      subject: sql<string>`'ended ' || code`,
      shown_until: sql<number>`case when shown_until is null or shown_until > ${now} then ${now} else shown_until end`,
    })
    .where('creator_id', '=', creatorId)
    .where('subject', '=', subject)
    .execute();
}

/** Gives codes other subjects and labels, all at once: two may have swapped theirs. Whatever had such a subject is ended. */
export async function renameSubjects(
  tx: Tx,
  creatorId: string,
  codes: ReadonlyArray<Pick<KeptCode, 'code' | 'subject' | 'label'>>,
  now: EpochMillis,
): Promise<void> {
  const set = (code: string, values: { subject: string; label?: string }) =>
    tx.updateTable('short_code').set(values).where('creator_id', '=', creatorId).where('code', '=', code).execute();
  for (const { code } of codes) await set(code, { subject: `renamed ${code}` });
  for (const { code, subject, label } of codes) {
    await endSubject(tx, creatorId, subject, now);
    await set(code, { subject, label });
  }
}

/** False when there is none. Asks that came by it keep its name. */
export async function dropCode(db: Db, creatorId: string, code: string): Promise<boolean> {
  const result = await db
    .deleteFrom('short_code')
    .where('creator_id', '=', creatorId)
    .where('code', '=', code)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

function codeOf(row: ShortCodeTable): KeptCode {
  return {
    code: row.code,
    kind: CODE_KINDS.find((kind) => kind === row.kind) ?? 'card',
    subject: row.subject,
    label: row.label,
    service: row.service_id,
    visits: row.visits,
    createdAt: row.created_at,
    shownUntil: row.shown_until,
  };
}
