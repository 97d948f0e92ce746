import type { Kysely } from 'kysely';

/** Handles that creators were published under before, so that links to them lead on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('old_handle')
    // One creator each: who publishes under a handle takes it from whoever had it before.
    .addColumn('handle', 'text', (column) => column.primaryKey())
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('left_at', 'bigint', (column) => column.notNull())
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('old_handle').execute();
}
