import { DeskLens, type KeptDeskView } from '../../shared/kept-desk-views.ts';
import { ownJsonOrNull } from './own-json.ts';
import type { Db, Tx } from './store.ts';

/** Whose a view is that is everybody's. */
const EVERYBODY = '';

/** What this person may choose from: the own ones and everybody's, by name. */
export async function readDeskViews(db: Db | Tx, creatorId: string, person: string): Promise<KeptDeskView[]> {
  const rows = await db
    .selectFrom('desk_view')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('person_id', 'in', [EVERYBODY, person])
    .orderBy('name_key')
    .orderBy('id')
    .execute();
  return rows.flatMap(({ id, name, person_id, lens }) => {
    // One of another version's lists takes none of the others away.
    const read = ownJsonOrNull(DeskLens, lens);
    return read ? [{ id, name, shared: person_id === EVERYBODY, lens: read }] : [];
  });
}

/** Rejects with a unique key that is taken when another of the same people has the name. */
export async function addDeskView(tx: Tx, creatorId: string, person: string, view: KeptDeskView): Promise<void> {
  const { id, name, shared, lens } = view;
  await tx
    .insertInto('desk_view')
    .values({
      creator_id: creatorId,
      id,
      person_id: shared ? EVERYBODY : person,
      name,
      // Names that differ in case alone could not be told apart.
      name_key: name.toLowerCase(),
      lens: JSON.stringify(lens),
    })
    .execute();
}

export async function dropDeskView(db: Db, creatorId: string, id: string): Promise<void> {
  await db.deleteFrom('desk_view').where('creator_id', '=', creatorId).where('id', '=', id).execute();
}

/** Takes all that somebody has kept for themselves away. */
export async function dropDeskViewsOf(tx: Tx, creatorId: string, person: string): Promise<void> {
  await tx.deleteFrom('desk_view').where('creator_id', '=', creatorId).where('person_id', '=', person).execute();
}
