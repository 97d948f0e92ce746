import type { Kysely } from 'kysely';

/** The keyed hash of the mark of the browser that a request was sent from: what a block closes beside the request. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('request_browser')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_browser_key', ['creator_id', 'request_id'])
    .addForeignKeyConstraint(
      'request_browser_request',
      ['creator_id', 'request_id'],
      'request',
      ['creator_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('request_browser_of').on('request_browser').columns(['creator_id', 'hash']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('request_browser').execute();
}
