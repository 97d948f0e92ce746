import type { ExpressionBuilder } from 'kysely';
import { RIGHTS, type Right } from '../../shared/rights.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { ownJsonOrNull, Words } from './own-json.ts';
import type { Db, Tx } from './store.ts';
import type { PersonTable } from './tables/people.ts';
import type { Tables } from './tables.ts';

/** Somebody who is or was let in, as kept. The owner's rights are all of them. */
export interface KeptPerson {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'moderator';
  readonly rights: ReadonlyArray<Right>;
  readonly from: EpochMillis;
  readonly until: EpochMillis | null;
  /** Null: their time is what `until` says, whatever live runs or ends. */
  readonly show: Show | null;
  readonly revokedAt: EpochMillis | null;
  readonly joined: boolean;
}

/** That somebody is let in for one show: since when, and until when at the latest. */
export interface Show {
  readonly from: EpochMillis;
  readonly latest: EpochMillis;
}

/** People of the past are kept for the log's sake; the list shows this many, the newest first. */
const MOST_LISTED = 500;

/** Adds a person. Adding one that is there already changes nothing. */
export async function addPerson(db: Db, creatorId: string, person: KeptPerson): Promise<void> {
  const row: PersonTable = {
    creator_id: creatorId,
    id: person.id,
    name: person.name,
    role: person.role,
    rights: JSON.stringify(person.role === 'owner' ? [] : person.rights),
    from_at: person.from,
    until_at: person.until,
    ...showColumns(person.show),
    revoked_at: person.revokedAt,
    joined: person.joined ? 1 : 0,
    password_hash: null,
  };
  await db
    .insertInto('person')
    .values(row)
    .onConflict((taken) => taken.columns(['creator_id', 'id']).doNothing())
    .execute();
}

export async function readPerson(db: Db, creatorId: string, id: string): Promise<KeptPerson | undefined> {
  const row = await ofCreator(db, creatorId).where('id', '=', id).executeTakeFirst();
  return row && personOf(row);
}

/** The owner first, then the newest. */
export async function readPeople(db: Db, creatorId: string): Promise<KeptPerson[]> {
  const rows = await ofCreator(db, creatorId)
    .orderBy('role', 'desc')
    .orderBy('from_at', 'desc')
    .limit(MOST_LISTED)
    .execute();
  return rows.map(personOf);
}

/** Changes a moderator who is not revoked. False when there is no such. */
export async function changePerson(
  db: Db,
  creatorId: string,
  id: string,
  change: Partial<Pick<KeptPerson, 'name' | 'rights' | 'until' | 'show' | 'revokedAt'>>,
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('person')
    .set({
      ...(change.name === undefined ? {} : { name: change.name }),
      ...(change.rights === undefined ? {} : { rights: JSON.stringify(change.rights) }),
      ...(change.until === undefined ? {} : { until_at: change.until }),
      ...(change.show === undefined ? {} : showColumns(change.show)),
      ...(change.revokedAt === undefined ? {} : { revoked_at: change.revokedAt }),
      // One column at least, so that an empty change still says whether there is such a person.
      role: 'moderator',
    })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .where('role', '=', 'moderator')
    .where('revoked_at', 'is', null)
    .executeTakeFirst();
  return Number(numUpdatedRows) > 0;
}

/**
 * Has the time of those who are in for one show follow the live: while one runs they have all of it, and once it has ended
 * until `end`, as far as they were let in before that. False when nobody's time is another by it.
 */
export async function followLive(
  db: Db,
  creatorId: string,
  live: { readonly endedAt: EpochMillis; readonly end: EpochMillis } | 'runs',
  now: EpochMillis,
): Promise<boolean> {
  const ofShow = db
    .updateTable('person')
    .where('creator_id', '=', creatorId)
    .where('revoked_at', 'is', null)
    .where('until_at', '>', now);
  const moved =
    live === 'runs'
      ? ofShow.set((is) => ({ until_at: is.ref('show_until') })).whereRef('until_at', '<', 'show_until')
      : ofShow.set({ until_at: live.end }).where('show_from', '<', live.endedAt).where('until_at', '>', live.end);
  return Number((await moved.executeTakeFirst()).numUpdatedRows) > 0;
}

/** Ids of the moderators who were revoked, or whose time passed, before this. */
export async function peopleOutBefore(db: Db, creatorId: string, before: EpochMillis): Promise<string[]> {
  const rows = await db
    .selectFrom('person')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where(outBefore(before))
    .execute();
  return rows.map(({ id }) => id);
}

/** Whether it is so still; whoever gives them more time waits then until the transaction has ended. */
export async function holdOutBefore(tx: Tx, creatorId: string, id: string, before: EpochMillis): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('person')
    .set({ role: 'moderator' })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .where(outBefore(before))
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes somebody off the list, who has nothing left. */
export async function dropPerson(tx: Tx, creatorId: string, id: string): Promise<void> {
  await tx.deleteFrom('person').where('creator_id', '=', creatorId).where('id', '=', id).execute();
}

function outBefore(before: EpochMillis) {
  return (is: ExpressionBuilder<Tables, 'person'>) =>
    is.and([is('role', '=', 'moderator'), is.or([is('revoked_at', '<', before), is('until_at', '<', before)])]);
}

/** Notes that a person has come by their invitation. */
export async function noteJoined(db: Db, creatorId: string, id: string): Promise<void> {
  await db.updateTable('person').set({ joined: 1 }).where('creator_id', '=', creatorId).where('id', '=', id).execute();
}

/** The hash of a person's password; null while there is none. */
export async function readPasswordHash(db: Db, creatorId: string, id: string): Promise<string | null> {
  const row = await ofCreator(db, creatorId).where('id', '=', id).executeTakeFirst();
  return row?.password_hash ?? null;
}

/** Whether the person's password is still this one; whoever changes it waits then until the transaction has ended. */
export async function holdPassword(tx: Tx, creatorId: string, id: string, hash: string): Promise<boolean> {
  const result = await tx
    .updateTable('person')
    .set({ password_hash: hash })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .where('password_hash', '=', hash)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps the hash of a person's password, or takes it away with null. */
export async function writePasswordHash(db: Db, creatorId: string, id: string, hash: string | null): Promise<void> {
  await db
    .updateTable('person')
    .set({ password_hash: hash })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .execute();
}

function showColumns(show: Show | null): Pick<PersonTable, 'show_from' | 'show_until'> {
  return { show_from: show?.from ?? null, show_until: show?.latest ?? null };
}

function ofCreator(db: Db, creatorId: string) {
  return db.selectFrom('person').selectAll().where('creator_id', '=', creatorId);
}

function personOf(row: PersonTable): KeptPerson {
  const role = row.role === 'owner' ? 'owner' : 'moderator';
  // A right that a newer Cuedesk knew and this one does not is none; rights that cannot be read are none.
  const kept = role === 'owner' ? RIGHTS : (ownJsonOrNull(Words, row.rights) ?? []);
  const rights = RIGHTS.filter((right) => kept.includes(right));
  return {
    id: row.id,
    name: row.name,
    role,
    rights,
    from: row.from_at,
    until: row.until_at,
    show: row.show_from === null || row.show_until === null ? null : { from: row.show_from, latest: row.show_until },
    revokedAt: row.revoked_at,
    joined: row.joined === 1,
  };
}
