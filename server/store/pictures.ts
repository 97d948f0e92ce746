import type { EpochMillis } from '../../shared/time.ts';
import { eachSlice } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** A picture as it is served: WebP, encoded by ourselves. */
export interface KeptPicture {
  readonly id: string;
  readonly width: number;
  readonly height: number;
  readonly bytes: Uint8Array;
}

/** The same picture twice is kept once: its id is made of its bytes. */
export async function writePicture(tx: Tx, creatorId: string, picture: KeptPicture, now: EpochMillis): Promise<void> {
  await tx
    .insertInto('picture')
    .values({ creator_id: creatorId, ...picture, created_at: now })
    .onConflict((row) => row.columns(['creator_id', 'id']).doUpdateSet({ created_at: now }))
    .execute();
}

export async function readPicture(db: Db | Tx, creatorId: string, id: string): Promise<KeptPicture | null> {
  const row = await db
    .selectFrom('picture')
    .select(['id', 'width', 'height', 'bytes'])
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return row ?? null;
}

export type PictureSize = Omit<KeptPicture, 'bytes'>;

/** All pictures without their bytes. */
export async function listPictureSizes(db: Db | Tx, creatorId: string): Promise<PictureSize[]> {
  return db.selectFrom('picture').select(['id', 'width', 'height']).where('creator_id', '=', creatorId).execute();
}

/** Ids of all pictures, with when each came. */
export async function listPictures(db: Db | Tx, creatorId: string) {
  return db.selectFrom('picture').select(['id', 'created_at']).where('creator_id', '=', creatorId).execute();
}

export async function deletePictures(tx: Tx, creatorId: string, ids: ReadonlyArray<string>): Promise<void> {
  await eachSlice(ids, (some) =>
    tx.deleteFrom('picture').where('creator_id', '=', creatorId).where('id', 'in', some).execute(),
  );
}
