import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';

/** The answer that an Idempotency-Key was given, and to which body. */
export interface KeptAnswer {
  readonly bodyHash: string;
  /** JSON without secrets. */
  readonly answer: string;
}

export async function readAnswer(db: Db | Tx, creatorId: string, key: string): Promise<KeptAnswer | null> {
  const row = await db
    .selectFrom('idempotency')
    .select(['body_hash', 'answer'])
    .where('creator_id', '=', creatorId)
    .where('key', '=', key)
    .executeTakeFirst();
  return row ? { bodyHash: row.body_hash, answer: row.answer } : null;
}

/** Throws the store's unique violation when another writer answered the key meanwhile: read that answer then. */
export async function keepAnswer(
  tx: Tx,
  creatorId: string,
  key: string,
  kept: KeptAnswer,
  now: EpochMillis,
): Promise<void> {
  // Only what was done is kept: refusals may be tried again.
  const row = { creator_id: creatorId, key, body_hash: kept.bodyHash, status: 201, answer: kept.answer };
  await tx
    .insertInto('idempotency')
    .values({ ...row, created_at: now })
    .execute();
}

export async function countAnswersBefore(db: Db, creatorId: string, before: EpochMillis): Promise<number> {
  const row = await db
    .selectFrom('idempotency')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

export async function dropAnswersBefore(tx: Tx, creatorId: string, before: EpochMillis): Promise<number> {
  const result = await tx
    .deleteFrom('idempotency')
    .where('creator_id', '=', creatorId)
    .where('created_at', '<', before)
    .executeTakeFirst();
  return Number(result.numDeletedRows);
}
