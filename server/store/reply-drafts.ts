import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';

/** What somebody typed to a request and did not send. */
export interface KeptDraft {
  readonly person: string;
  readonly request: string;
  readonly text: string;
  readonly at: EpochMillis;
}

/** The drafts of one person, the latest first. */
export async function readDrafts(db: Db, creatorId: string, person: string): Promise<KeptDraft[]> {
  const rows = await db
    .selectFrom('reply_draft')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('person_id', '=', person)
    .orderBy('at', 'desc')
    .orderBy('request_id')
    .execute();
  return rows.map((row) => ({ person, request: row.request_id, text: row.text, at: Number(row.at) }));
}

/** Keeps a draft in the place of the one before, an empty one by dropping it. False for no request of the creator: it is not kept. */
export async function writeDraft(
  tx: Tx,
  creatorId: string,
  { person, request, text, at }: KeptDraft,
): Promise<boolean> {
  if (text === '') {
    await tx
      .deleteFrom('reply_draft')
      .where('creator_id', '=', creatorId)
      .where('person_id', '=', person)
      .where('request_id', '=', request)
      .execute();
    return true;
  }
  const known = await tx
    .selectFrom('request')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where('id', '=', request)
    .executeTakeFirst();
  if (!known) return false;
  await tx
    .insertInto('reply_draft')
    .values({ creator_id: creatorId, person_id: person, request_id: request, text, at })
    .onConflict((taken) => taken.columns(['creator_id', 'person_id', 'request_id']).doUpdateSet({ text, at }))
    .execute();
  return true;
}

/** Drops the oldest drafts of a person beyond the `most` newest. */
export async function trimDrafts(tx: Tx, creatorId: string, person: string, most: number): Promise<void> {
  const tooOld = await tx
    .selectFrom('reply_draft')
    .select('request_id')
    .where('creator_id', '=', creatorId)
    .where('person_id', '=', person)
    .orderBy('at', 'desc')
    .orderBy('request_id')
    .limit(1000)
    .offset(most)
    .execute();
  if (tooOld.length === 0) return;
  await tx
    .deleteFrom('reply_draft')
    .where('creator_id', '=', creatorId)
    .where('person_id', '=', person)
    .where(
      'request_id',
      'in',
      tooOld.map((row) => row.request_id),
    )
    .execute();
}

/** Everybody's drafts to one request: its viewer has erased the own data, and drafts speak of them. */
export async function dropDraftsTo(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx.deleteFrom('reply_draft').where('creator_id', '=', creatorId).where('request_id', '=', request).execute();
}

/** All drafts of a person who is let in no more. */
export async function dropDraftsOf(tx: Tx, creatorId: string, person: string): Promise<void> {
  await tx.deleteFrom('reply_draft').where('creator_id', '=', creatorId).where('person_id', '=', person).execute();
}
