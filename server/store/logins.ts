import type { EpochMillis } from '../../shared/time.ts';
import type { Db } from './store.ts';
import type { LoginTable } from './tables.ts';

/** Keeps a login or an invitation under the hash of its token. */
export async function addLogin(db: Db, login: LoginTable): Promise<void> {
  await db.insertInto('login').values(login).execute();
}

/** The login or invitation with this token's hash, unless it has expired. */
export async function findLogin(
  db: Db,
  tokenHash: string,
  kind: string,
  now: EpochMillis,
): Promise<LoginTable | undefined> {
  return db
    .selectFrom('login')
    .selectAll()
    .where('token_hash', '=', tokenHash)
    .where('kind', '=', kind)
    .where('expires_at', '>', now)
    .executeTakeFirst();
}

/** Takes a login away; it is worthless from then on. */
export async function removeLogin(db: Db, tokenHash: string): Promise<void> {
  await db.deleteFrom('login').where('token_hash', '=', tokenHash).execute();
}

/** Takes away what has expired. */
export async function removeExpiredLogins(db: Db, now: EpochMillis): Promise<void> {
  await db.deleteFrom('login').where('expires_at', '<=', now).execute();
}
