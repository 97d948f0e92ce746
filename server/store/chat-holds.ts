import type { Language } from '../../shared/languages.ts';
import { LANGUAGES } from '../../shared/local-text.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';
import type { ChatHoldTable } from './tables/doors.ts';

/** A hold that a word in the chat made, as it is kept. */
export interface KeptChatHold {
  readonly id: string;
  readonly code: string;
  /** The seat's hold: what an ask is made with. */
  readonly hold: string;
  readonly service: string;
  readonly start: EpochMillis;
  readonly session: string;
  readonly event: { readonly source: string; readonly id: string };
  readonly viewer: string;
  readonly name: string;
  readonly language: Language;
  readonly claimHash: string | null;
  readonly createdAt: EpochMillis;
  readonly expiresAt: EpochMillis;
}

/** Throws the store's unique violation when the event, the viewer or the code has one that is still alive. */
export async function addChatHold(tx: Tx, creatorId: string, hold: KeptChatHold): Promise<void> {
  await tx
    .insertInto('chat_hold')
    .values({
      creator_id: creatorId,
      id: hold.id,
      code: hold.code,
      live_code: hold.code,
      hold_id: hold.hold,
      service_id: hold.service,
      start_at: hold.start,
      session_id: hold.session,
      event_source: hold.event.source,
      event_id: hold.event.id,
      viewer: hold.viewer,
      live_viewer: hold.viewer,
      name: hold.name,
      language: hold.language,
      claim_hash: hold.claimHash,
      created_at: hold.createdAt,
      expires_at: hold.expiresAt,
    })
    .execute();
}

export async function isCodeAlive(tx: Tx, code: string): Promise<boolean> {
  const row = await tx.selectFrom('chat_hold').select('id').where('live_code', '=', code).executeTakeFirst();
  return row !== undefined;
}

/** What the limits are counted by. */
export async function countChatHolds(
  tx: Tx,
  creatorId: string,
  by: { readonly session: string; readonly viewer: string; readonly event: KeptChatHold['event'] },
): Promise<{ inSession: number; lastOfViewer: EpochMillis | null; alive: boolean; known: boolean }> {
  const holds = tx.selectFrom('chat_hold').where('creator_id', '=', creatorId);
  const counted = await holds
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('session_id', '=', by.session)
    .executeTakeFirst();
  const last = await holds
    .select(['created_at', 'live_viewer'])
    .where('viewer', '=', by.viewer)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  const known = await holds
    .select('id')
    .where('event_source', '=', by.event.source)
    .where('event_id', '=', by.event.id)
    .executeTakeFirst();
  return {
    inSession: Number(counted?.count ?? 0),
    lastOfViewer: last ? Number(last.created_at) : null,
    alive: last !== undefined && last.live_viewer !== null,
    known: known !== undefined,
  };
}

/** Those that still wait for their viewers, the oldest first. */
export async function aliveChatHolds(db: Db | Tx, creatorId: string, now: EpochMillis): Promise<KeptChatHold[]> {
  const rows = await db
    .selectFrom('chat_hold')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('live_code', 'is not', null)
    .where('expires_at', '>', now)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(holdOf);
}

export async function readChatHold(
  db: Db | Tx,
  creatorId: string,
  code: string,
  now: EpochMillis,
): Promise<KeptChatHold | null> {
  const row = await db
    .selectFrom('chat_hold')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('live_code', '=', code)
    .where('expires_at', '>', now)
    .executeTakeFirst();
  return row ? holdOf(row) : null;
}

/** Marks it as claimed and gives it, and its seat, the time that asking takes. */
export async function claimChatHold(
  tx: Tx,
  creatorId: string,
  hold: KeptChatHold,
  claimHash: string,
  expiresAt: EpochMillis,
): Promise<void> {
  await tx
    .updateTable('chat_hold')
    .set({ claim_hash: claimHash, expires_at: expiresAt })
    .where('creator_id', '=', creatorId)
    .where('id', '=', hold.id)
    .execute();
  await tx
    .updateTable('seat')
    .set({ expires_at: expiresAt })
    .where('creator_id', '=', creatorId)
    .where('hold_id', '=', hold.hold)
    .execute();
}

/** Ends it, since it became a request or was let go. Answers its code and who typed the word, or null when the hold is no chat hold. */
export async function useChatHold(
  tx: Tx,
  creatorId: string,
  hold: string,
): Promise<{ code: string; viewer: string } | null> {
  const row = await tx
    .updateTable('chat_hold')
    .set({ live_code: null, live_viewer: null })
    .where('creator_id', '=', creatorId)
    .where('hold_id', '=', hold)
    .where('live_code', 'is not', null)
    .returning(['code', 'viewer'])
    .executeTakeFirst();
  return row ?? null;
}

/** Ends those that nobody took in time. */
export async function endLapsedChatHolds(tx: Tx, creatorId: string, now: EpochMillis): Promise<void> {
  await tx
    .updateTable('chat_hold')
    .set({ live_code: null, live_viewer: null })
    .where('creator_id', '=', creatorId)
    .where('live_code', 'is not', null)
    .where('expires_at', '<=', now)
    .execute();
}

export async function countLapsedChatHolds(db: Db, creatorId: string, now: EpochMillis): Promise<number> {
  const row = await db
    .selectFrom('chat_hold')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .where('live_code', 'is not', null)
    .where('expires_at', '<=', now)
    .executeTakeFirst();
  return Number(row?.count ?? 0);
}

/** Whether there is something that {@link dropChatHoldsBefore} would forget. */
export async function hasChatHoldsBefore(db: Db, creatorId: string, before: EpochMillis): Promise<boolean> {
  const row = await db
    .selectFrom('chat_hold')
    .select('code')
    .where('creator_id', '=', creatorId)
    .where('live_code', 'is', null)
    .where('created_at', '<', before)
    .executeTakeFirst();
  return row !== undefined;
}

/** Forgets who typed the word once no limit needs it any more. */
export async function dropChatHoldsBefore(tx: Tx, creatorId: string, before: EpochMillis): Promise<void> {
  await tx
    .deleteFrom('chat_hold')
    .where('creator_id', '=', creatorId)
    .where('live_code', 'is', null)
    .where('created_at', '<', before)
    .execute();
}

/**
 * Takes who typed the word out of the hold that became a request at `at`, and out of all that the same viewer had before
 * and that are over. They go on counting for their session; nothing leads from them to the viewer's chat any more.
 */
export async function forgetChatter(tx: Tx, creatorId: string, code: string, at: EpochMillis): Promise<void> {
  const used = await tx
    .selectFrom('chat_hold')
    .select('viewer')
    .where('creator_id', '=', creatorId)
    .where('code', '=', code)
    .where('created_at', '<=', at)
    .where('expires_at', '>', at)
    .orderBy('created_at', 'desc')
    .executeTakeFirst();
  if (!used) return;
  await tx
    .updateTable('chat_hold')
    .set((row) => ({ viewer: '', name: '', event_source: '', event_id: row.ref('id') }))
    .where('creator_id', '=', creatorId)
    .where('viewer', '=', used.viewer)
    .where('live_viewer', 'is', null)
    .execute();
}

function holdOf(row: ChatHoldTable): KeptChatHold {
  return {
    id: row.id,
    code: row.code,
    hold: row.hold_id,
    service: row.service_id,
    start: Number(row.start_at),
    session: row.session_id,
    event: { source: row.event_source, id: row.event_id },
    viewer: row.viewer,
    name: row.name,
    language: LANGUAGES.find((one) => one === row.language) ?? 'en',
    claimHash: row.claim_hash,
    createdAt: Number(row.created_at),
    expiresAt: Number(row.expires_at),
  };
}
