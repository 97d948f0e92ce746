import { CREATOR_KINDS, type MailKind } from '../../shared/mail-template.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { MailCause, MailFacts } from '../core/mail/facts.ts';
import type { Db, Tx } from './store.ts';
import type { OutboxTable } from './tables/doors.ts';

/** A mail to be sent at `dueAt` or soon after. */
export interface NewMail {
  readonly id: string;
  readonly key: string;
  readonly kind: MailKind;
  readonly cause: MailCause;
  readonly facts: MailFacts;
  readonly recipient: string;
  readonly recipientHash: string;
  readonly dueAt: EpochMillis;
  readonly expiresAt: EpochMillis;
}

/** A mail that is due, or was claimed by one who never answered. */
export interface DueMail extends NewMail {
  readonly attempts: number;
  readonly createdAt: EpochMillis;
}

/** Keeps the mail unless its key is known. */
export async function addMail(tx: Tx, creatorId: string, mail: NewMail, now: EpochMillis): Promise<void> {
  await tx
    .insertInto('outbox')
    .values({
      creator_id: creatorId,
      id: mail.id,
      key: mail.key,
      request_id: mail.facts.request,
      kind: mail.kind,
      cause: mail.cause,
      sequence: mail.facts.sequence,
      recipient: mail.recipient,
      recipient_hash: mail.recipientHash,
      facts: JSON.stringify(mail.facts),
      state: 'waiting',
      attempts: 0,
      due_at: mail.dueAt,
      expires_at: mail.expiresAt,
      created_at: now,
      settled_at: null,
      why: null,
      said: null,
    })
    .onConflict((at) => at.columns(['creator_id', 'key']).doNothing())
    .execute();
}

/** Takes away the mails of a kind about a request that have not gone; null takes away those about all. */
export async function dropWaiting(
  tx: Tx,
  creatorId: string,
  kind: 'reminder' | 'waitlist-offer',
  request: string | null,
): Promise<void> {
  let query = tx
    .deleteFrom('outbox')
    .where('creator_id', '=', creatorId)
    .where('kind', '=', kind)
    .where('state', '=', 'waiting');
  if (request !== null) query = query.where('request_id', '=', request);
  await query.execute();
}

/** Takes away the mails to a request's viewer that have not gone. */
export async function dropUnsentOf(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .where('state', '=', 'waiting')
    .where('kind', 'not in', CREATOR_KINDS)
    .execute();
}

/** Takes away every trace of the mails to a request's viewer. One that is on its way cannot be called back. */
export async function dropMailsOf(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx
    .deleteFrom('outbox')
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .where('kind', 'not in', CREATOR_KINDS)
    .execute();
}

/** Mails that are due, longest due first. A claimed one is due again when its claim has lapsed. */
export async function dueMails(db: Db, creatorId: string, now: EpochMillis, limit: number): Promise<DueMail[]> {
  const rows = await db
    .selectFrom('outbox')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('state', 'in', ['waiting', 'sending'])
    .where('due_at', '<=', now)
    .orderBy('due_at')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.flatMap((row) => (row.recipient === null || row.facts === null ? [] : [dueOf(row, row.recipient)]));
}

/** What rows of an older Cuedesk lack. */
const NOT_KEPT_BEFORE = { deposit: null, booked: false, code: null, locale: null };

function dueOf(row: OutboxTable, recipient: string): DueMail {
  return {
    id: row.id,
    key: row.key,
    kind: row.kind as MailKind,
    cause: row.cause as MailCause,
    facts: { ...NOT_KEPT_BEFORE, ...JSON.parse(row.facts ?? '{}') },
    recipient,
    recipientHash: row.recipient_hash,
    dueAt: row.due_at,
    expiresAt: row.expires_at,
    attempts: row.attempts,
    createdAt: row.created_at,
  };
}

/**
 * Claims a due mail until `leaseUntil`; answers it as claimed, or null when another has it, or it was taken away. Whoever
 * holds a claim that has lapsed can settle nothing any more.
 */
export async function claimMail(
  db: Db,
  creatorId: string,
  mail: DueMail,
  now: EpochMillis,
  leaseUntil: EpochMillis,
): Promise<DueMail | null> {
  const result = await db
    .updateTable('outbox')
    .set({ state: 'sending', attempts: mail.attempts + 1, due_at: leaseUntil })
    .where('creator_id', '=', creatorId)
    .where('id', '=', mail.id)
    .where('attempts', '=', mail.attempts)
    .where('state', 'in', ['waiting', 'sending'])
    .where('due_at', '<=', now)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n ? { ...mail, attempts: mail.attempts + 1 } : null;
}

/** What became of a claimed mail. `again`: it waits until then. */
export type Outcome =
  | { readonly type: 'sent' | 'dropped' }
  | { readonly type: 'failed'; readonly why: string; readonly said: string }
  | { readonly type: 'again'; readonly at: EpochMillis; readonly why: string | null; readonly said: string };

/** Keeps the outcome; false when the claim had lapsed and another has the mail. */
export async function settleMail(
  db: Db,
  creatorId: string,
  mail: DueMail,
  outcome: Outcome,
  now: EpochMillis,
): Promise<boolean> {
  const said = 'why' in outcome ? { why: outcome.why, said: outcome.said } : {};
  const change =
    outcome.type === 'again'
      ? { state: 'waiting', due_at: outcome.at, ...said }
      : { state: outcome.type, settled_at: now, recipient: null, facts: null, ...said };
  const result = await db
    .updateTable('outbox')
    .set(change)
    .where('creator_id', '=', creatorId)
    .where('id', '=', mail.id)
    .where('attempts', '=', mail.attempts)
    .where('state', '=', 'sending')
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
