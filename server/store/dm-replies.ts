import type { RequestChannel } from '../../shared/desk-doors.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';
import type { DmReplyTable } from './tables/doors.ts';

export type ReplyTrouble = NonNullable<RequestChannel['trouble']>;

/** A reply in the outbox. */
export interface Reply {
  readonly id: string;
  readonly conversation: string;
  readonly text: string;
  readonly state: 'waiting' | 'sent' | 'failed';
  readonly tries: number;
  readonly trouble: ReplyTrouble | null;
  readonly createdAt: EpochMillis;
}

export async function addReply(
  tx: Tx,
  creatorId: string,
  reply: Pick<Reply, 'id' | 'conversation' | 'text'>,
  now: EpochMillis,
): Promise<void> {
  await tx
    .insertInto('dm_reply')
    .values({
      creator_id: creatorId,
      id: reply.id,
      conversation_id: reply.conversation,
      text: reply.text,
      state: 'waiting',
      tries: 0,
      next_at: now,
      trouble: null,
      message_id: null,
      created_at: now,
    })
    .execute();
}

/** Replies in one of the conversations that are not sent; of each conversation the oldest first. */
export async function unsentReplies(
  db: Db | Tx,
  creatorId: string,
  conversations: ReadonlyArray<string>,
): Promise<Reply[]> {
  const rows = await inSlices(conversations, (some) =>
    db
      .selectFrom('dm_reply')
      .selectAll()
      .where('creator_id', '=', creatorId)
      .where('conversation_id', 'in', some)
      .where('state', '!=', 'sent')
      .orderBy('created_at')
      .orderBy('id')
      .execute(),
  );
  return rows.map(replyOf);
}

/** What is to be sent now: of each conversation only the oldest, so that replies arrive in their order. */
export async function dueReplies(db: Db, creatorId: string, now: EpochMillis): Promise<Reply[]> {
  const rows = await db
    .selectFrom('dm_reply')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('state', '=', 'waiting')
    .orderBy('created_at')
    .orderBy('id')
    .limit(500)
    .execute();
  const first = new Map<string, DmReplyTable>();
  for (const row of rows) if (!first.has(row.conversation_id)) first.set(row.conversation_id, row);
  return [...first.values()].filter((row) => Number(row.next_at) <= now).map(replyOf);
}

/**
 * Takes a due reply for sending until `leaseUntil`; false when another program has it. What is not heard of again by
 * then is due anew.
 */
export async function leaseReply(tx: Tx, creatorId: string, reply: Reply, leaseUntil: EpochMillis): Promise<boolean> {
  const result = await tx
    .updateTable('dm_reply')
    .set({ next_at: leaseUntil, tries: reply.tries + 1 })
    .where('creator_id', '=', creatorId)
    .where('id', '=', reply.id)
    .where('state', '=', 'waiting')
    .where('tries', '=', reply.tries)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Says what became of it, unless it is known to be sent already. */
export async function settleReply(
  tx: Tx,
  creatorId: string,
  id: string,
  to:
    | { readonly state: 'sent'; readonly message: string | null }
    | { readonly state: 'waiting' | 'failed'; readonly trouble: ReplyTrouble; readonly nextAt: EpochMillis },
): Promise<boolean> {
  const columns =
    to.state === 'sent'
      ? { state: to.state, message_id: to.message, trouble: null }
      : { state: to.state, trouble: to.trouble, next_at: to.nextAt };
  const result = await tx
    .updateTable('dm_reply')
    .set(columns)
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .where('state', '!=', 'sent')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Whether a message of ours carries this id of the provider. */
export async function isOwnMessage(tx: Tx, creatorId: string, message: string): Promise<boolean> {
  const row = await tx
    .selectFrom('dm_reply')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where('message_id', '=', message)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * The oldest reply with this text that is being sent, or was sent without the provider saying under which id: an echo
 * may come before the answer to the call.
 */
export async function replyWithoutId(
  tx: Tx,
  creatorId: string,
  conversation: string,
  text: string,
): Promise<string | null> {
  const row = await tx
    .selectFrom('dm_reply')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where('conversation_id', '=', conversation)
    .where('text', '=', text)
    .where('message_id', 'is', null)
    .where('tries', '>', 0)
    .orderBy('created_at')
    .executeTakeFirst();
  return row?.id ?? null;
}

/** Sets the id that an echo named, and with it that the reply has arrived. */
export async function nameReply(tx: Tx, creatorId: string, id: string, message: string): Promise<void> {
  await tx
    .updateTable('dm_reply')
    .set({ state: 'sent', message_id: message, trouble: null })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .execute();
}

export async function countReplies(db: Db, creatorId: string): Promise<{ waiting: number; failed: number }> {
  const rows = await db
    .selectFrom('dm_reply')
    .select('state')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .groupBy('state')
    .execute();
  const count = (state: string) => Number(rows.find((row) => row.state === state)?.count ?? 0);
  return { waiting: count('waiting'), failed: count('failed') };
}

const TROUBLES: ReadonlyArray<ReplyTrouble> = [
  'refused',
  'window-closed',
  'too-many-conversations',
  'signed-out',
  'unanswered',
];

function replyOf(row: DmReplyTable): Reply {
  const state = row.state === 'sent' || row.state === 'failed' ? row.state : 'waiting';
  return {
    id: row.id,
    conversation: row.conversation_id,
    text: row.text,
    state,
    tries: row.tries,
    trouble: TROUBLES.find((one) => one === row.trouble) ?? null,
    createdAt: Number(row.created_at),
  };
}
