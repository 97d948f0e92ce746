import type { Kysely } from 'kysely';

/** By which call an act is held that was done for many at once: they are taken back as one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('held_act').addColumn('together', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('held_act').dropColumn('together').execute();
}
