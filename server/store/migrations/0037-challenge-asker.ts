import type { Kysely } from 'kysely';

/** Who asked for a challenge, so that one who asks without end pushes out but the own. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('passkey_challenge').addColumn('asker', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('passkey_challenge').dropColumn('asker').execute();
}
