import type { Kysely } from 'kysely';

/** Requests that the desk opened for a viewer, until somebody opens the private address of one. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('unopened_thread')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('unopened_thread_key', ['creator_id', 'request_id'])
    .addForeignKeyConstraint('unopened_thread_of', ['creator_id', 'request_id'], 'request', ['creator_id', 'id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('unopened_thread').execute();
}
