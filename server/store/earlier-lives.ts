import { Totals } from '../../shared/live.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { ownJson } from './own-json.ts';
import type { Db } from './store.ts';

/** What a session added up to, and whether its feed was ever away. */
export interface EndedLive {
  readonly totals: Totals;
  readonly short: boolean;
}

/** The sessions that began at or after `since`, but for one; replays, which happened before, are none. */
export async function readLivesSince(
  db: Db,
  creatorId: string,
  since: EpochMillis,
  but: string | null,
): Promise<EndedLive[]> {
  const rows = await db
    .selectFrom('session')
    .select(['id', 'totals'])
    .where('creator_id', '=', creatorId)
    .where('started_at', '>=', since)
    .where('started_by', '!=', 'replay')
    .execute();
  const gaps = await db
    .selectFrom('gap')
    .innerJoin('session', (on) =>
      on.onRef('session.creator_id', '=', 'gap.creator_id').onRef('session.id', '=', 'gap.session_id'),
    )
    .select('gap.session_id')
    .distinct()
    .where('gap.creator_id', '=', creatorId)
    .where('session.started_at', '>=', since)
    .execute();
  const short = new Set(gaps.map(({ session_id }) => session_id));
  return rows.flatMap(({ id, totals }) =>
    id === but ? [] : [{ totals: ownJson(Totals, totals), short: short.has(id) }],
  );
}
