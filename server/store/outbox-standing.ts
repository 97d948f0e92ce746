import { CREATOR_KINDS, isToCreator, type MailKind } from '../../shared/mail-template.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { RecentMail } from '../core/mail/allowance.ts';
import type { MailCause } from '../core/mail/facts.ts';
import type { DueMail } from './outbox.ts';
import type { Db, Tx } from './store.ts';

/* What the outbox says of one mail beside the others: of the same request, or to the same address. */

/** When the newest mail of a kind was written for a request; null: never. */
export async function lastMailAt(
  tx: Tx,
  creatorId: string,
  request: string,
  kind: MailKind,
): Promise<EpochMillis | null> {
  const row = await tx
    .selectFrom('outbox')
    .select((query) => query.fn.max('created_at').as('at'))
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .where('kind', '=', kind)
    .executeTakeFirst();
  return row?.at == null ? null : Number(row.at);
}

/** The addresses, as hashes, that a request's viewer has been mailed at, or is to be. */
export async function addressesOf(tx: Tx, creatorId: string, request: string): Promise<ReadonlySet<string>> {
  const rows = await tx
    .selectFrom('outbox')
    .select('recipient_hash')
    .distinct()
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .where('kind', 'not in', CREATOR_KINDS)
    .execute();
  return new Set(rows.map((row) => row.recipient_hash));
}

/** Mails to the same address that went since, and those on their way that were written before this one. */
export async function recentMails(
  db: Db,
  creatorId: string,
  mail: DueMail,
  since: EpochMillis,
  now: EpochMillis,
): Promise<RecentMail[]> {
  const rows = await db
    .selectFrom('outbox')
    .select(['kind', 'cause', 'settled_at'])
    .where('creator_id', '=', creatorId)
    .where('recipient_hash', '=', mail.recipientHash)
    .where('id', '!=', mail.id)
    .where((query) =>
      query.or([
        query.and([query('state', '=', 'sent'), query('settled_at', '>', since)]),
        // Two processes that send to one address at once: the mail written later waits for the other, not both.
        query.and([query('state', '=', 'sending'), query('created_at', '<', mail.createdAt)]),
      ]),
    )
    .execute();
  return rows.map(({ kind, cause, settled_at }) => ({
    at: settled_at ?? now,
    kind: kind as MailKind,
    cause: cause as MailCause,
  }));
}

/**
 * What else is known of the request's mails: whether the desk set one off to the same address, and whether a newer one makes
 * this one old. An address that the viewer put in the place of the one before has nobody's word yet.
 */
export async function standingOf(
  db: Db,
  creatorId: string,
  mail: DueMail,
  now: EpochMillis,
): Promise<{ readonly vouched: boolean; readonly superseded: boolean }> {
  const rows = await db
    .selectFrom('outbox')
    .select(['cause', 'kind', 'sequence', 'state', 'due_at', 'recipient_hash'])
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', mail.facts.request)
    .where('id', '!=', mail.id)
    .execute();
  const creators = isToCreator(mail.kind);
  // Of two mails to one reader alone the newer one makes the other old.
  const isState = (kind: string) =>
    kind !== 'message' && kind !== 'reminder' && isToCreator(kind as MailKind) === creators;
  // After a time without the program several reminders of a booking are due at once: the nearest one says it all.
  const overtaken = (row: (typeof rows)[number]) =>
    row.kind === 'reminder' && row.state === 'waiting' && row.due_at > mail.dueAt && row.due_at <= now;
  if (mail.kind === 'reminder' && rows.some(overtaken)) return { vouched: true, superseded: true };
  return {
    vouched:
      mail.cause === 'desk' || rows.some((row) => row.cause === 'desk' && row.recipient_hash === mail.recipientHash),
    superseded: isState(mail.kind) && rows.some((row) => isState(row.kind) && row.sequence > mail.facts.sequence),
  };
}
