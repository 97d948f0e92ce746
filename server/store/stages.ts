import { Language } from '../../shared/languages.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db } from './store.ts';

/** A stage: one page for one browser source. Its address follows from id and rotation and is not kept. */
export interface KeptStage {
  readonly id: string;
  readonly name: string;
  readonly language: Language;
  readonly rotation: number;
}

export async function readStages(db: Db, creatorId: string): Promise<KeptStage[]> {
  const rows = await db
    .selectFrom('stage')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('created_at')
    .execute();
  return rows.map((row) => ({
    id: row.id,
    name: row.name,
    language: Language.catch('en').parse(row.language),
    rotation: row.rotation,
  }));
}

export async function addStage(db: Db, creatorId: string, stage: KeptStage, now: EpochMillis): Promise<void> {
  await db
    .insertInto('stage')
    .values({ creator_id: creatorId, ...stage, created_at: now, design: null })
    .execute();
}

/** Makes the stage's old address worthless. */
export async function rotateStage(db: Db, creatorId: string, id: string, rotation: number): Promise<void> {
  await db.updateTable('stage').set({ rotation }).where('creator_id', '=', creatorId).where('id', '=', id).execute();
}

export async function setStageLanguage(db: Db, creatorId: string, language: Language): Promise<void> {
  await db.updateTable('stage').set({ language }).where('creator_id', '=', creatorId).execute();
}

export async function removeStage(db: Db, creatorId: string, id: string): Promise<void> {
  await db.deleteFrom('stage').where('creator_id', '=', creatorId).where('id', '=', id).execute();
}

/** The design as it was kept, or null. The caller checks its shape by its schema. */
export async function readDesign(db: Db, creatorId: string, id: string): Promise<unknown> {
  const row = await db
    .selectFrom('stage')
    .select('design')
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row?.design ? JSON.parse(row.design) : null;
}

export async function writeDesign(db: Db, creatorId: string, id: string, design: unknown): Promise<void> {
  await db
    .updateTable('stage')
    .set({ design: JSON.stringify(design) })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .execute();
}
