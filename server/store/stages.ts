import { Language } from '../../shared/languages.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db } from './store.ts';

/** A stage: one page for one browser source. Its address follows from id and rotation and is not kept. */
export interface KeptStage {
  readonly id: string;
  readonly name: string;
  /** Null: the studio's, until one is chosen. */
  readonly language: Language | null;
  readonly rotation: number;
}

/** In the order in which they were added. */
export async function readStages(db: Db, creatorId: string): Promise<(KeptStage & { createdAt: EpochMillis })[]> {
  const rows = await db
    .selectFrom('stage')
    .select(['id', 'name', 'language', 'rotation', 'created_at'])
    .where('creator_id', '=', creatorId)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    language: row.language === '' ? null : Language.catch('en').parse(row.language),
    rotation: row.rotation,
    createdAt: row.created_at,
  }));
}

export async function addStage(db: Db, creatorId: string, stage: KeptStage, now: EpochMillis): Promise<void> {
  const { id, name, language, rotation } = stage;
  await db
    .insertInto('stage')
    .values({ creator_id: creatorId, id, name, language: language ?? '', rotation, created_at: now, design: null })
    .execute();
}

/** Keeps a stage's name, language and rotation; a raised rotation makes its old address worthless. */
export async function changeStage(db: Db, creatorId: string, stage: KeptStage): Promise<void> {
  const { id, name, language, rotation } = stage;
  await db
    .updateTable('stage')
    .set({ name, language: language ?? '', rotation })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .execute();
}

export async function removeStage(db: Db, creatorId: string, id: string): Promise<void> {
  await db.deleteFrom('stage').where('creator_id', '=', creatorId).where('id', '=', id).execute();
}

/** A design as it was kept (null: none yet) and how often one has been given. Its shape is the caller's to check. */
export interface DesignRow {
  readonly design: unknown;
  readonly revision: number;
}

/** Null when there is no such stage. */
export async function readDesign(db: Db, creatorId: string, id: string): Promise<DesignRow | null> {
  const row = await db
    .selectFrom('stage')
    .select(['design', 'design_revision'])
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ? { design: row.design ? JSON.parse(row.design) : null, revision: row.design_revision } : null;
}

/**
 * Keeps a design if the one there is still of revision `upon`; null keeps it whatever is there. Answers its own revision,
 * or null when nothing was kept: another has been given since, or there is no such stage.
 */
export async function writeDesign(
  db: Db,
  creatorId: string,
  id: string,
  design: unknown,
  upon: number | null,
): Promise<number | null> {
  const row = await db
    .updateTable('stage')
    .set((of) => ({ design: JSON.stringify(design), design_revision: of('design_revision', '+', 1) }))
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .$if(upon !== null, (query) => query.where('design_revision', '=', upon))
    .returning('design_revision')
    .executeTakeFirst();
  return row?.design_revision ?? null;
}
