import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';

/** The JSON value kept under a name, or undefined. The caller checks its shape by its schema. */
export async function readSetting(db: Db | Tx, creatorId: string, name: string): Promise<unknown> {
  const row = await db
    .selectFrom('setting')
    .select('value')
    .where('creator_id', '=', creatorId)
    .where('name', '=', name)
    .executeTakeFirst();
  return row ? JSON.parse(row.value) : undefined;
}

/** Puts a value in the place of another. False, with nothing written, when it is not there any more. */
export async function replaceSetting(
  tx: Tx,
  creatorId: string,
  name: string,
  values: { readonly before: unknown; readonly after: unknown },
  now: EpochMillis,
): Promise<boolean> {
  const result = await tx
    .updateTable('setting')
    .set({ value: JSON.stringify(values.after), updated_at: now })
    .where('creator_id', '=', creatorId)
    .where('name', '=', name)
    .where('value', '=', JSON.stringify(values.before))
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps a JSON value under a name, in place of what was there. */
export async function writeSetting(
  db: Db | Tx,
  creatorId: string,
  name: string,
  value: unknown,
  now: EpochMillis,
): Promise<void> {
  const row = { value: JSON.stringify(value), updated_at: now };
  await db
    .insertInto('setting')
    .values({ creator_id: creatorId, name, ...row })
    .onConflict((at) => at.columns(['creator_id', 'name']).doUpdateSet(row))
    .execute();
}
