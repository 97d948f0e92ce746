import type { Kysely } from 'kysely';

/** Which request goes on in which other one of the same person. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('merged_request')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('into_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('merged_request_key', ['creator_id', 'request_id'])
    .addForeignKeyConstraint('merged_request_from', ['creator_id', 'request_id'], 'request', ['creator_id', 'id'])
    .addForeignKeyConstraint('merged_request_into', ['creator_id', 'into_id'], 'request', ['creator_id', 'id'])
    .execute();
  await db.schema.createIndex('merged_request_of').on('merged_request').columns(['creator_id', 'into_id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('merged_request').execute();
}
