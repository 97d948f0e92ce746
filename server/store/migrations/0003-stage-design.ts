import type { Kysely } from 'kysely';

/** Each stage's design as JSON; none means the one that Cuedesk begins with. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('stage').addColumn('design', 'text').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('stage').dropColumn('design').execute();
}
