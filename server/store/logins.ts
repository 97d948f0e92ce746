import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';
import type { LoginTable } from './tables/people.ts';

/** Keeps a login or an invitation under the hash of its token. */
export async function addLogin(db: Db, login: LoginTable): Promise<void> {
  await db.insertInto('login').values(login).execute();
}

/** The creator's login or invitation with this token's hash, unless it has expired. One of another creator is none. */
export async function findLogin(
  db: Db,
  creatorId: string,
  tokenHash: string,
  kind: string,
  now: EpochMillis,
): Promise<LoginTable | undefined> {
  return db
    .selectFrom('login')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Lets a login last until then. False for one that lasts as long already, has ended or is gone: it stays as it is. */
export async function prolongLogin(
  db: Db,
  creatorId: string,
  tokenHash: string,
  { now, until }: { readonly now: EpochMillis; readonly until: EpochMillis },
): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('login')
    .set({ expires_at: until })
    .where('creator_id', '=', creatorId)
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', 'login')
    .where('expires_at', '>', now)
    .where('expires_at', '<', until)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** Takes a login away; it is worthless from then on. */
export async function removeLogin(db: Db, creatorId: string, tokenHash: string): Promise<void> {
  await db.deleteFrom('login').where('creator_id', '=', creatorId).where('token_hash', '=', tokenHash).execute();
}

/** Takes away all of a person's logins and invitations, or those of one kind; `but` keeps the login of that hash. */
export async function removeLoginsOf(
  db: Db,
  creatorId: string,
  personId: string,
  which: { readonly kind?: string; readonly but?: string | null } = {},
): Promise<void> {
  let query = db.deleteFrom('login').where('creator_id', '=', creatorId).where('person_id', '=', personId);
  if (which.kind !== undefined) query = query.where('kind', '=', which.kind);
  if (which.but) query = query.where('token_hash', '<>', which.but);
  await query.execute();
}

/** Takes away a person's logins beyond the `most` newest. */
export async function trimLogins(db: Db | Tx, creatorId: string, personId: string, most: number): Promise<void> {
  const beyond = await db
    .selectFrom('login')
    .select('token_hash')
    .where('creator_id', '=', creatorId)
    .where('person_id', '=', personId)
    .where('kind', '=', 'login')
    .orderBy('created_at', 'desc')
    .orderBy('expires_at', 'desc')
    .offset(most)
    .limit(most)
    .execute();
  if (beyond.length === 0) return;
  const hashes = beyond.map(({ token_hash }) => token_hash);
  await db.deleteFrom('login').where('creator_id', '=', creatorId).where('token_hash', 'in', hashes).execute();
}

/** Until when each person's newest invitation opens. */
export async function invitationEnds(db: Db, creatorId: string, now: EpochMillis): Promise<Map<string, EpochMillis>> {
  const rows = await db
    .selectFrom('login')
    .select((of) => ['person_id', of.fn.max('expires_at').as('until')])
    .where('creator_id', '=', creatorId)
    .where('kind', '=', 'invitation')
    .where('expires_at', '>', now)
    .groupBy('person_id')
    .execute();
  return new Map(rows.map(({ person_id, until }) => [person_id, Number(until)]));
}

/** Takes away what has expired. */
export async function removeExpiredLogins(db: Db, now: EpochMillis): Promise<void> {
  await db.deleteFrom('login').where('expires_at', '<=', now).execute();
}
