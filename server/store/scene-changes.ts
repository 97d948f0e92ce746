import type { EpochMillis } from '../../shared/time.ts';
import type { SceneChange } from '../core/scenes/scene-change.ts';
import type { Db } from './store.ts';

/** A change as it is kept. `session`: the live that ran, or null. `ruleName`: as the rule was called then, or null. */
export interface KeptSceneChange extends SceneChange {
  readonly session: string | null;
  readonly ruleName: string | null;
}

/** Keeps a change; the same scene twice within a millisecond is one. */
export async function addSceneChange(db: Db, creatorId: string, change: KeptSceneChange): Promise<void> {
  const { at, scene, session, by, why, rule, ruleName } = change;
  await db
    .insertInto('scene_change')
    .values({
      ...{ creator_id: creatorId, at, scene, session_id: session, made_by: by, why },
      ...{ rule_id: rule, rule_name: ruleName },
    })
    .onConflict((taken) => taken.columns(['creator_id', 'at', 'scene']).doNothing())
    .execute();
}

/** The changes of one live, oldest first; of more than `limit` the newest. */
export async function sceneChangesOf(
  db: Db,
  creatorId: string,
  session: string,
  limit: number,
): Promise<KeptSceneChange[]> {
  const rows = await db
    .selectFrom('scene_change')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('session_id', '=', session)
    .orderBy('at', 'desc')
    .limit(limit)
    .execute();
  return rows.toReversed().map((row) => ({
    ...{
      at: row.at,
      scene: row.scene,
      session: row.session_id,
      by: row.made_by as SceneChange['by'],
      why: row.why as SceneChange['why'],
    },
    ...{ rule: row.rule_id, ruleName: row.rule_name },
  }));
}

/** The scene that was on just before that moment, or null where nothing is known. */
export async function sceneBefore(db: Db, creatorId: string, at: EpochMillis): Promise<string | null> {
  const row = await db
    .selectFrom('scene_change')
    .select('scene')
    .where('creator_id', '=', creatorId)
    .where('at', '<', at)
    .orderBy('at', 'desc')
    .limit(1)
    .executeTakeFirst();
  return row?.scene ?? null;
}

/** Forgets all but about the newest `most` changes of the creator. */
export async function pruneSceneChanges(db: Db, creatorId: string, most: number): Promise<void> {
  const oldest: { at: EpochMillis } | undefined = await db
    .selectFrom('scene_change')
    .select('at')
    .where('creator_id', '=', creatorId)
    .orderBy('at', 'desc')
    .offset(most - 1)
    .limit(1)
    .executeTakeFirst();
  if (!oldest) return;
  await db.deleteFrom('scene_change').where('creator_id', '=', creatorId).where('at', '<', oldest.at).execute();
}
