import type { Kysely } from 'kysely';

/** Who is kept out and by which keys, what was put away with them, and who of the platform a request is from. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('block')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('reason', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('block_key_of', ['creator_id', 'id'])
    .execute();
  await db.schema
    .createTable('block_key')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('block_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    // Two blocks may share a key: each is lifted on its own.
    .addPrimaryKeyConstraint('block_key_key', ['creator_id', 'hash', 'block_id'])
    .addForeignKeyConstraint('block_key_block', ['creator_id', 'block_id'], 'block', ['creator_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('put_away')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('act_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('was', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('put_away_key', ['creator_id', 'act_id', 'request_id'])
    .addForeignKeyConstraint('put_away_request', ['creator_id', 'request_id'], 'request', ['creator_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('put_away_of').on('put_away').columns(['creator_id', 'request_id']).execute();
  await db.schema
    .createTable('request_viewer')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('viewer', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_viewer_key', ['creator_id', 'request_id'])
    .addForeignKeyConstraint(
      'request_viewer_request',
      ['creator_id', 'request_id'],
      'request',
      ['creator_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('request_viewer_of').on('request_viewer').columns(['creator_id', 'viewer']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['request_viewer', 'put_away', 'block_key', 'block']) await db.schema.dropTable(table).execute();
}
