import type { EpochMillis } from '../../shared/time.ts';
import { eachSlice, inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** A block as it is kept: never the keys themselves. */
export interface KeptBlock {
  readonly id: string;
  readonly name: string;
  readonly reason: string;
  readonly by: { readonly id: string; readonly name: string };
  readonly at: EpochMillis;
}

export async function addBlock(
  tx: Tx,
  creatorId: string,
  block: KeptBlock,
  hashes: ReadonlyArray<string>,
): Promise<void> {
  const { id, name, reason, by, at } = block;
  await tx
    .insertInto('block')
    .values({ creator_id: creatorId, id, name, reason, by_id: by.id, by_name: by.name, at })
    .execute();
  const keys = [...new Set(hashes)].map((hash) => ({ creator_id: creatorId, block_id: id, hash }));
  await eachSlice(keys, (some) => tx.insertInto('block_key').values(some).execute());
}

/** Whether any of these keys is kept out. */
export async function isAnyBlocked(db: Db | Tx, creatorId: string, hashes: ReadonlyArray<string>): Promise<boolean> {
  const found = await inSlices(hashes, (some) =>
    db
      .selectFrom('block_key')
      .select('block_id')
      .where('creator_id', '=', creatorId)
      .where('hash', 'in', some)
      .limit(1)
      .execute(),
  );
  return found.length > 0;
}

/** All blocks, the latest first. */
export async function listBlocks(db: Db, creatorId: string): Promise<KeptBlock[]> {
  const rows = await db
    .selectFrom('block')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('at', 'desc')
    .orderBy('id')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    reason: row.reason,
    by: { id: row.by_id, name: row.by_name },
    at: Number(row.at),
  }));
}

/** Lifts a block with its keys; false when there is none such. */
export async function dropBlock(tx: Tx, creatorId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('block')
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

/** The block that each of these requests was put away by. */
export async function blocksOf(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, string>> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('put_away')
      .innerJoin('block', (on) =>
        on.onRef('block.creator_id', '=', 'put_away.creator_id').onRef('block.id', '=', 'put_away.act_id'),
      )
      .select(['put_away.request_id', 'block.id'])
      .where('put_away.creator_id', '=', creatorId)
      .where('put_away.request_id', 'in', some)
      .execute(),
  );
  return new Map(rows.map((row) => [row.request_id, row.id]));
}

/** Takes the person of an erased request out of the list; the keys stay, or erasing would be the way back. */
export async function forgetBlockedName(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx
    .updateTable('block')
    .set({ name: '' })
    .where('creator_id', '=', creatorId)
    .where('id', 'in', (query) =>
      query
        .selectFrom('put_away')
        .select('act_id')
        .where('creator_id', '=', creatorId)
        .where('request_id', '=', request),
    )
    .execute();
}
