import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';

/** The offer has this short name from now on: the one before (null: none) leads on to it, and its own to nothing else. */
export async function noteSlug(
  tx: Tx,
  creatorId: string,
  offer: { readonly id: string; readonly before: string | null; readonly slug: string },
  now: EpochMillis,
): Promise<void> {
  if (offer.before === offer.slug) return;
  await tx.deleteFrom('old_slug').where('creator_id', '=', creatorId).where('slug', '=', offer.slug).execute();
  if (offer.before === null) return;
  // Nothing is there under the name: while the offer had it, it led to nothing else.
  await tx
    .insertInto('old_slug')
    .values({ creator_id: creatorId, slug: offer.before, service_id: offer.id, left_at: now })
    .execute();
}

/** The offers that had a short name before, by that name; of those that are deleted too. */
export async function readOldSlugs(db: Db | Tx, creatorId: string): Promise<Map<string, string>> {
  const rows = await db
    .selectFrom('old_slug')
    .select(['slug', 'service_id'])
    .where('creator_id', '=', creatorId)
    .orderBy('slug')
    .execute();
  return new Map(rows.map((row) => [row.slug, row.service_id]));
}

/** The id of the offer that had the short name before, or null. */
export async function offerOfOldSlug(db: Db | Tx, creatorId: string, slug: string): Promise<string | null> {
  const row = await db
    .selectFrom('old_slug')
    .select('service_id')
    .where('creator_id', '=', creatorId)
    .where('slug', '=', slug)
    .executeTakeFirst();
  return row?.service_id ?? null;
}
