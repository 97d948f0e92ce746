import type { DeskChoice } from '../../shared/desk-team.ts';
import type { Db, Tx } from './store.ts';

/** What somebody has chosen; undo is on until they have. */
export async function readChoice(db: Db, creatorId: string, person: string): Promise<DeskChoice> {
  const row = await db
    .selectFrom('desk_choice')
    .select('undo')
    .where('creator_id', '=', creatorId)
    .where('person_id', '=', person)
    .executeTakeFirst();
  return { undo: row?.undo !== 0 };
}

export async function writeChoice(db: Db, creatorId: string, person: string, { undo }: DeskChoice): Promise<void> {
  const value = { undo: undo ? 1 : 0 };
  await db
    .insertInto('desk_choice')
    .values({ creator_id: creatorId, person_id: person, ...value })
    .onConflict((taken) => taken.columns(['creator_id', 'person_id']).doUpdateSet(value))
    .execute();
}

export async function dropChoiceOf(tx: Tx, creatorId: string, person: string): Promise<void> {
  await tx.deleteFrom('desk_choice').where('creator_id', '=', creatorId).where('person_id', '=', person).execute();
}
