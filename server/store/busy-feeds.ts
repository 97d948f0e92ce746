import type { Selectable } from 'kysely';
import type { FeedTrouble } from '../../shared/busy.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';
import type { BusyFeedTable } from './tables/offers.ts';

/** A calendar of others, as it is kept; see the table for the fields. */
export type FeedRow = Omit<Selectable<BusyFeedTable>, 'creator_id'>;

/** All of the creator's, in the order in which they were added. */
export async function listFeeds(db: Db | Tx, creatorId: string): Promise<FeedRow[]> {
  return db
    .selectFrom('busy_feed')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('added_at')
    .orderBy('id')
    .execute();
}

export async function readFeed(db: Db | Tx, creatorId: string, id: string): Promise<FeedRow | undefined> {
  return db
    .selectFrom('busy_feed')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
}

export async function addFeed(
  tx: Tx,
  creatorId: string,
  feed: Pick<FeedRow, 'id' | 'name' | 'address' | 'host' | 'added_at' | 'due_at'>,
): Promise<void> {
  await tx
    .insertInto('busy_feed')
    .values({ creator_id: creatorId, ...feed })
    .execute();
}

/** False when there is no such calendar. */
export async function changeFeed(
  tx: Tx,
  creatorId: string,
  id: string,
  change: Partial<Omit<FeedRow, 'id' | 'added_at'>>,
): Promise<boolean> {
  const changed = await tx
    .updateTable('busy_feed')
    .set(change)
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return changed.numUpdatedRows === 1n;
}

/** Takes it away with all it blocked. False when there is none. */
export async function deleteFeed(tx: Tx, creatorId: string, id: string): Promise<boolean> {
  const deleted = await tx
    .deleteFrom('busy_feed')
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return deleted.numDeletedRows === 1n;
}

/** Takes a due calendar for this process until `until`; false when another one was quicker. */
export async function claimFeed(db: Db, creatorId: string, feed: FeedRow, until: EpochMillis): Promise<boolean> {
  const claimed = await db
    .updateTable('busy_feed')
    .set({ due_at: until })
    .where('creator_id', '=', creatorId)
    .where('id', '=', feed.id)
    .where('due_at', '=', feed.due_at)
    .executeTakeFirst();
  return claimed.numUpdatedRows === 1n;
}

/** What a try came to. */
export interface Tried {
  readonly tried_at: EpochMillis;
  readonly due_at: EpochMillis;
  readonly failures: number;
  readonly trouble: FeedTrouble | null;
}

/** Keeps what came of a try, unless the calendar was taken away or got another address while it was read. */
export async function keepTry(
  tx: Tx,
  creatorId: string,
  feed: FeedRow,
  tried: Tried & Partial<FeedRow>,
): Promise<boolean> {
  const kept = await tx
    .updateTable('busy_feed')
    .set(tried)
    .where('creator_id', '=', creatorId)
    .where('id', '=', feed.id)
    .where('address', '=', feed.address)
    .executeTakeFirst();
  return kept.numUpdatedRows === 1n;
}
