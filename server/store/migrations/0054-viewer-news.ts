import type { Kysely } from 'kysely';

/** What a viewer did to a request that nobody of the desk has opened since. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').addColumn('news', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').dropColumn('news').execute();
}
