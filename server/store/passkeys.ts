import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';
import type { PasskeyChallengeTable, PasskeyTable } from './tables/people.ts';

/** Adds a passkey. Rejects with a unique key taken when the creator has it already. */
export async function addPasskey(db: Db, passkey: PasskeyTable): Promise<void> {
  await db.insertInto('passkey').values(passkey).execute();
}

/** A person's passkeys, the newest first. */
export async function readPasskeys(db: Db, creatorId: string, personId: string): Promise<PasskeyTable[]> {
  return ofCreator(db, creatorId)
    .where('person_id', '=', personId)
    .orderBy('created_at', 'desc')
    .orderBy('id')
    .execute();
}

/** The creator's passkey with this credential id, base64url. */
export async function findPasskey(db: Db, creatorId: string, credentialId: string): Promise<PasskeyTable | undefined> {
  return ofCreator(db, creatorId).where('credential_id', '=', credentialId).executeTakeFirst();
}

/** Whether any passkey of the creator works at that host name. */
export async function hasPasskeyAt(db: Db, creatorId: string, rpId: string): Promise<boolean> {
  return (await ofCreator(db, creatorId).where('rp_id', '=', rpId).limit(1).executeTakeFirst()) !== undefined;
}

/** Notes that a passkey was used, by compare-and-swap with its counter. False when it is gone, or was used meanwhile. */
export async function moveCounter(
  tx: Tx,
  creatorId: string,
  id: string,
  moved: { readonly from: number; readonly to: number; readonly at: EpochMillis },
): Promise<boolean> {
  const { numUpdatedRows } = await tx
    .updateTable('passkey')
    .set({ counter: moved.to, used_at: moved.at })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .where('counter', '=', moved.from)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False when there is no such passkey. */
export async function renamePasskey(db: Db, creatorId: string, id: string, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ name })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False when there is no such passkey. */
export async function removePasskey(db: Db, creatorId: string, id: string): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Keeps a challenge, and takes away what has expired and what of its kind is beyond the `most` that last longest. */
export async function addChallenge(
  tx: Tx,
  challenge: PasskeyChallengeTable,
  { now, most }: { readonly now: EpochMillis; readonly most: number },
): Promise<void> {
  const { creator_id, kind } = challenge;
  await tx.insertInto('passkey_challenge').values(challenge).execute();
  await tx
    .deleteFrom('passkey_challenge')
    .where('creator_id', '=', creator_id)
    .where('expires_at', '<=', now)
    .execute();
  const beyond = await tx
    .selectFrom('passkey_challenge')
    .select('hash')
    .where('creator_id', '=', creator_id)
    .where('kind', '=', kind)
    .orderBy('expires_at', 'desc')
    .offset(most)
    .limit(most)
    .execute();
  if (beyond.length === 0) return;
  const hashes = beyond.map(({ hash }) => hash);
  await tx.deleteFrom('passkey_challenge').where('creator_id', '=', creator_id).where('hash', 'in', hashes).execute();
}

/** Takes a challenge out, so that of two who answer it one finds it; undefined when there is none, or it has expired. */
export async function takeChallenge(
  db: Db,
  creatorId: string,
  hash: string,
  now: EpochMillis,
): Promise<PasskeyChallengeTable | undefined> {
  const taken = await db
    .deleteFrom('passkey_challenge')
    .where('creator_id', '=', creatorId)
    .where('hash', '=', hash)
    .returningAll()
    .executeTakeFirst();
  return taken && taken.expires_at > now ? taken : undefined;
}

function ofCreator(db: Db, creatorId: string) {
  return db.selectFrom('passkey').selectAll().where('creator_id', '=', creatorId);
}
