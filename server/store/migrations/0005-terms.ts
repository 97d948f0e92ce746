import type { Kysely } from 'kysely';

/** What was agreed on with an ask, kept with it because offers change, and until when offered times stand. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').addColumn('offers_until', 'bigint').execute();
  await db.schema.alterTable('request').addColumn('terms', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').dropColumn('terms').execute();
  await db.schema.alterTable('request').dropColumn('offers_until').execute();
}
