import type { Kysely } from 'kysely';

/** Other calendars of the creator, and what each said of busy time when it was last read well. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('busy_feed')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    // Sealed: who has it reads the calendar.
    .addColumn('address', 'text', (column) => column.notNull())
    .addColumn('host', 'text', (column) => column.notNull())
    .addColumn('added_at', 'bigint', (column) => column.notNull())
    .addColumn('etag', 'text')
    .addColumn('last_modified', 'text')
    .addColumn('worked_out_at', 'bigint')
    .addColumn('worked_out_zone', 'text')
    .addColumn('read_at', 'bigint')
    .addColumn('tried_at', 'bigint')
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('failures', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('trouble', 'text')
    .addColumn('read_until', 'bigint')
    .addColumn('unread', 'integer', (column) => column.notNull().defaultTo(0))
    .addPrimaryKeyConstraint('busy_feed_key', ['creator_id', 'id'])
    .execute();
  await db.schema
    .createTable('busy_span')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('feed_id', 'text', (column) => column.notNull())
    .addColumn('from_at', 'bigint', (column) => column.notNull())
    .addColumn('to_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('busy_span_key', ['creator_id', 'feed_id', 'from_at'])
    .addForeignKeyConstraint('busy_span_of', ['creator_id', 'feed_id'], 'busy_feed', ['creator_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('busy_span_time').on('busy_span').columns(['creator_id', 'to_at', 'from_at']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('busy_span').execute();
  await db.schema.dropTable('busy_feed').execute();
}
