import type { EpochMillis } from '../../shared/time.ts';
import type { Db } from './store.ts';

/** Ids of what is put aside until the live ends, and not back by the clock yet. */
export async function snoozedForLive(db: Db, creatorId: string, now: EpochMillis): Promise<string[]> {
  const rows = await db
    .selectFrom('request')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where('snoozed_for_live', '=', 1)
    .where('snoozed_until', '>', now)
    .execute();
  return rows.map(({ id }) => id);
}
