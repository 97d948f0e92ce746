import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';
import type { PasskeyChallengeTable, PasskeyTable } from './tables/people.ts';

/** Adds a passkey. Rejects with a unique key taken when the creator has it already. */
export async function addPasskey(db: Db | Tx, passkey: PasskeyTable): Promise<void> {
  await db.insertInto('passkey').values(passkey).execute();
}

/** A person's passkeys, the newest first. */
export async function readPasskeys(db: Db | Tx, creatorId: string, personId: string): Promise<PasskeyTable[]> {
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

/** Whether any passkey of the creator's people works at that host name; `owners` says whether the owner's count. */
export async function hasPasskeyAt(db: Db, creatorId: string, rpId: string, owners: boolean): Promise<boolean> {
  const row = await db
    .selectFrom('passkey')
    .innerJoin('person', (on) =>
      on.onRef('person.creator_id', '=', 'passkey.creator_id').onRef('person.id', '=', 'passkey.person_id'),
    )
    .select('passkey.id')
    .where('passkey.creator_id', '=', creatorId)
    .where('passkey.rp_id', '=', rpId)
    .$if(!owners, (query) => query.where('person.role', '!=', 'owner'))
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
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

/** A passkey of one person. */
interface Owned {
  readonly id: string;
  readonly person: string;
}

/** False when the person has no such passkey. */
export async function renamePasskey(db: Db, creatorId: string, { id, person }: Owned, name: string): Promise<boolean> {
  const { numUpdatedRows } = await db
    .updateTable('passkey')
    .set({ name })
    .where('creator_id', '=', creatorId)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return numUpdatedRows === 1n;
}

/** False when the person has no such passkey. */
export async function removePasskey(db: Db | Tx, creatorId: string, { id, person }: Owned): Promise<boolean> {
  const { numDeletedRows } = await db
    .deleteFrom('passkey')
    .where('creator_id', '=', creatorId)
    .where('person_id', '=', person)
    .where('id', '=', id)
    .executeTakeFirst();
  return numDeletedRows === 1n;
}

/** Takes away all passkeys of somebody who is let in no more. */
export async function dropPasskeysOf(tx: Tx, creatorId: string, person: string): Promise<void> {
  await tx.deleteFrom('passkey').where('creator_id', '=', creatorId).where('person_id', '=', person).execute();
}

/**
 * Keeps a challenge, and takes away what has expired and what of its kind is beyond the `most` that last longest, of the
 * one who asked for it (unless that is not known) and of all.
 */
export async function addChallenge(
  tx: Tx,
  challenge: PasskeyChallengeTable,
  { now, most }: { readonly now: EpochMillis; readonly most: { readonly all: number; readonly ofAsker: number } },
): Promise<void> {
  const { creator_id, kind, asker } = challenge;
  await tx.insertInto('passkey_challenge').values(challenge).execute();
  await tx
    .deleteFrom('passkey_challenge')
    .where('creator_id', '=', creator_id)
    .where('expires_at', '<=', now)
    .execute();
  const ofKind = tx
    .selectFrom('passkey_challenge')
    .select('hash')
    .where('creator_id', '=', creator_id)
    .where('kind', '=', kind)
    .orderBy('expires_at', 'desc');
  const beyond = [
    ...(asker === null
      ? []
      : await ofKind.where('asker', '=', asker).offset(most.ofAsker).limit(most.ofAsker).execute()),
    ...(await ofKind.offset(most.all).limit(most.ofAsker).execute()),
  ];
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
