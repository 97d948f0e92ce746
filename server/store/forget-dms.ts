import type { EpochMillis } from '../../shared/time.ts';
import { eachSlice, inSlices } from './slices.ts';
import type { Tx } from './store.ts';

/** Direct messages of who wants to be forgotten. */

/** All replies that were put in at one of these moments. */
export async function repliesAt(
  tx: Tx,
  creatorId: string,
  moments: ReadonlyArray<EpochMillis>,
): Promise<{ readonly id: string; readonly text: string; readonly at: EpochMillis }[]> {
  const rows = await inSlices(moments, (some) =>
    tx
      .selectFrom('dm_reply')
      .select(['id', 'text', 'created_at'])
      .where('creator_id', '=', creatorId)
      .where('created_at', 'in', some)
      .execute(),
  );
  return rows.map(({ id, text, created_at }) => ({ id, text, at: Number(created_at) }));
}

/** Takes replies away; one that was not sent will not be. */
export async function dropReplies(tx: Tx, creatorId: string, ids: ReadonlyArray<string>): Promise<void> {
  await eachSlice(ids, (some) =>
    tx.deleteFrom('dm_reply').where('creator_id', '=', creatorId).where('id', 'in', some).execute(),
  );
}

/** Takes a conversation away with its replies. */
export async function dropConversation(tx: Tx, creatorId: string, id: string): Promise<void> {
  await tx.deleteFrom('dm_conversation').where('creator_id', '=', creatorId).where('id', '=', id).execute();
}
