import type { Macro } from '../../shared/macros.ts';
import type { Db } from './store.ts';

/** All of them, by key. */
export async function readMacros(db: Db, creatorId: string): Promise<Macro[]> {
  const rows = await db
    .selectFrom('desk_macro')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('digit')
    .execute();
  // Written by this program alone, checked by its schema before.
  return rows.map(({ id, name, digit, steps }) => ({
    id,
    name,
    key: digit,
    steps: JSON.parse(steps) as Macro['steps'],
  }));
}

/** Rejects with a unique key that is taken when another has the name or the key. */
export async function addMacro(db: Db, creatorId: string, macro: Macro): Promise<void> {
  await db.insertInto('desk_macro').values(rowOf(creatorId, macro)).execute();
}

/** False when there is none such. Rejects as {@link addMacro} does. */
export async function replaceMacro(db: Db, creatorId: string, macro: Macro): Promise<boolean> {
  const { name, name_key, digit, steps } = rowOf(creatorId, macro);
  const result = await db
    .updateTable('desk_macro')
    .set({ name, name_key, digit, steps })
    .where('creator_id', '=', creatorId)
    .where('id', '=', macro.id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False when there was none such. */
export async function dropMacro(db: Db, creatorId: string, id: string): Promise<boolean> {
  const result = await db
    .deleteFrom('desk_macro')
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

function rowOf(creatorId: string, { id, name, key, steps }: Macro) {
  const name_key = name.toLowerCase();
  return { creator_id: creatorId, id, name, name_key, digit: key, steps: JSON.stringify(steps) };
}
