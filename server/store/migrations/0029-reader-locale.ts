import type { Kysely } from 'kysely';

/** How who asked has times written, where that is more than the language says: `en-US` has a clock of twelve hours. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').addColumn('locale', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').dropColumn('locale').execute();
}
