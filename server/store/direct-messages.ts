import type { EpochMillis } from '../../shared/time.ts';
import { inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';
import type { DmConversationTable } from './tables/doors.ts';

/** A conversation of direct messages: which request it is about, and what TikTok's limits are counted from. */
export interface Conversation {
  readonly id: string;
  readonly request: string;
  readonly lastInAt: EpochMillis;
  readonly replies: number;
}

const PROVIDER = 'tiktok';

/** Notes an event of the webhook; false when it was there already. */
export async function noteEvent(tx: Tx, creatorId: string, event: string, now: EpochMillis): Promise<boolean> {
  const result = await tx
    .insertInto('webhook_event')
    .values({ creator_id: creatorId, provider: PROVIDER, event_id: event, received_at: now })
    .onConflict((at) => at.columns(['creator_id', 'provider', 'event_id']).doNothing())
    .executeTakeFirst();
  return result.numInsertedOrUpdatedRows === 1n;
}

export async function dropEventsBefore(db: Db | Tx, creatorId: string, before: EpochMillis): Promise<void> {
  await db.deleteFrom('webhook_event').where('creator_id', '=', creatorId).where('received_at', '<', before).execute();
}

export async function readConversation(db: Db | Tx, creatorId: string, id: string): Promise<Conversation | null> {
  const row = await db
    .selectFrom('dm_conversation')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? conversationOf(row) : null;
}

/** The conversations that these requests are in, by request. A request that gave its conversation to a newer one has none. */
export async function conversationsOf(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, Conversation>> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('dm_conversation')
      .selectAll()
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .execute(),
  );
  return new Map(rows.map((row) => [row.request_id, conversationOf(row)]));
}

export async function writeConversation(tx: Tx, creatorId: string, conversation: Conversation): Promise<void> {
  const { id, request, lastInAt, replies } = conversation;
  const columns = { request_id: request, last_in_at: lastInAt, replies };
  await tx
    .insertInto('dm_conversation')
    .values({ creator_id: creatorId, id, ...columns })
    .onConflict((at) => at.columns(['creator_id', 'id']).doUpdateSet(columns))
    .execute();
}

function conversationOf(row: DmConversationTable): Conversation {
  return { id: row.id, request: row.request_id, lastInAt: Number(row.last_in_at), replies: row.replies };
}
