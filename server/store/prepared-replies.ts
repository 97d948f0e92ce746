import type { PreparedReply } from '../../shared/prepared-replies.ts';
import type { Db, Tx } from './store.ts';

/** Where it is noted that the first set was put in: whoever takes all of it away keeps it away. */
const MARK = 'prepared-replies-begun';

/** Puts the first set in, once for each creator and for good. */
export async function beginReplies(
  tx: Tx,
  creatorId: string,
  first: ReadonlyArray<PreparedReply>,
  now: number,
): Promise<void> {
  const marked = await tx
    .insertInto('setting')
    .values({ creator_id: creatorId, name: MARK, value: 'true', updated_at: now })
    .onConflict((taken) => taken.columns(['creator_id', 'name']).doNothing())
    .executeTakeFirst();
  if (marked.numInsertedOrUpdatedRows !== 1n) return;
  await tx
    .insertInto('prepared_reply')
    .values(first.map((reply) => rowOf(creatorId, reply)))
    .execute();
}

/** All of them, by name. */
export async function readReplies(db: Db | Tx, creatorId: string): Promise<PreparedReply[]> {
  const rows = await db
    .selectFrom('prepared_reply')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('name_key')
    .execute();
  return rows.map(({ id, name, texts }) => ({ id, name, texts: JSON.parse(texts) as PreparedReply['texts'] }));
}

/** Rejects with a unique key that is taken when another has the name. */
export async function addReply(db: Db | Tx, creatorId: string, reply: PreparedReply): Promise<void> {
  await db.insertInto('prepared_reply').values(rowOf(creatorId, reply)).execute();
}

/** False when there is none such. Rejects as {@link addReply} does. */
export async function replaceReply(db: Db, creatorId: string, reply: PreparedReply): Promise<boolean> {
  const { name, name_key, texts } = rowOf(creatorId, reply);
  const result = await db
    .updateTable('prepared_reply')
    .set({ name, name_key, texts })
    .where('creator_id', '=', creatorId)
    .where('id', '=', reply.id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False when there was none such. */
export async function dropReply(db: Db, creatorId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('prepared_reply')
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

function rowOf(creatorId: string, { id, name, texts }: PreparedReply) {
  // Names that differ in case alone could not be told apart where they are typed.
  return { creator_id: creatorId, id, name, name_key: name.toLowerCase(), texts: JSON.stringify(texts) };
}
