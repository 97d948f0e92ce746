import { isToCreator, type MailKind } from '../../shared/mail-template.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { inSlices } from './slices.ts';
import type { Db } from './store.ts';

/** A mail to a viewer, as far as it is still known. */
export interface MailToViewer {
  readonly kind: MailKind;
  readonly state: string;
  readonly at: EpochMillis;
  /** Null once it has gone. */
  readonly to: string | null;
}

/** The mails that these requests' viewers were written, the oldest first. */
export async function mailsOf(db: Db, creatorId: string, requests: ReadonlyArray<string>): Promise<MailToViewer[]> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('outbox')
      .select(['kind', 'state', 'created_at', 'recipient'])
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .execute(),
  );
  return rows
    .map(({ kind, state, created_at, recipient }) => ({ kind: kind as MailKind, state, at: created_at, to: recipient }))
    .filter(({ kind }) => !isToCreator(kind))
    .sort((a, b) => a.at - b.at);
}
