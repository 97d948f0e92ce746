import type { Kysely } from 'kysely';

/**
 * The line of those who wait for a time to come free. `queue_no` is the place in it, unique for a creator, so that two
 * who join at once never share one; who lets an offer lapse gets a new number behind all others.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('waitlist')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('queue_no', 'bigint', (column) => column.notNull())
    .addColumn('earliest', 'bigint')
    .addColumn('latest', 'bigint')
    .addColumn('passed', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('waitlist_key', ['creator_id', 'request_id'])
    .addForeignKeyConstraint('waitlist_of', ['creator_id', 'request_id'], 'request', ['creator_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('waitlist_order').unique().on('waitlist').columns(['creator_id', 'queue_no']).execute();
}

/** Seats that are kept for an offer end by themselves, as holds do. */
export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('waitlist').execute();
}
