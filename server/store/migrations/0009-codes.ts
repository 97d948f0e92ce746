import type { Kysely } from 'kysely';

/** Short codes, each for one card, scene or moment of the live, and by which of them an ask came. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('short_code')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    // Over all creators: an address leads to one of them.
    .addColumn('code', 'text', (column) => column.primaryKey())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('label', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text')
    .addColumn('visits', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('shown_until', 'bigint')
    .execute();
  await db.schema
    .createIndex('short_code_subject')
    .unique()
    .on('short_code')
    .columns(['creator_id', 'subject'])
    .execute();
  await db.schema.alterTable('request').addColumn('code', 'text').execute();
  await db.schema.createIndex('request_code').on('request').columns(['creator_id', 'code']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropIndex('request_code').execute();
  await db.schema.alterTable('request').dropColumn('code').execute();
  await db.schema.dropTable('short_code').execute();
}
