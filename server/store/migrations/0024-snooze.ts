import type { Kysely } from 'kysely';

/** Until when the desk has put a request aside, and whether it comes back with the end of the live before that. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').addColumn('snoozed_until', 'bigint').execute();
  await db.schema
    .alterTable('request')
    .addColumn('snoozed_for_live', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').dropColumn('snoozed_for_live').execute();
  await db.schema.alterTable('request').dropColumn('snoozed_until').execute();
}
