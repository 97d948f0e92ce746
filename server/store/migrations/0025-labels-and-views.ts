import type { Kysely } from 'kysely';

/**
 * Labels, on requests and on the people behind them (known by keyed hashes, as those who are kept out are), views of the
 * desk that are kept, and until when an answer was promised.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('label')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('colour', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('label_key', ['creator_id', 'id'])
    .addUniqueConstraint('label_name', ['creator_id', 'name_key'])
    .execute();
  await db.schema
    .createTable('request_label')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('label_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_label_key', ['creator_id', 'request_id', 'label_id'])
    .addForeignKeyConstraint(
      'request_label_request',
      ['creator_id', 'request_id'],
      'request',
      ['creator_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .addForeignKeyConstraint('request_label_label', ['creator_id', 'label_id'], 'label', ['creator_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('request_label_of').on('request_label').columns(['creator_id', 'label_id']).execute();
  await db.schema
    .createTable('person_label')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('label_id', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('person_label_key', ['creator_id', 'hash', 'label_id'])
    .addForeignKeyConstraint('person_label_label', ['creator_id', 'label_id'], 'label', ['creator_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('person_label_of').on('person_label').columns(['creator_id', 'label_id']).execute();
  await db.schema
    .createTable('desk_view')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    // Empty: of everybody at the desk.
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('lens', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_view_key', ['creator_id', 'id'])
    .addUniqueConstraint('desk_view_name', ['creator_id', 'person_id', 'name_key'])
    .execute();
  await db.schema.alterTable('request').addColumn('answer_by', 'bigint').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').dropColumn('answer_by').execute();
  for (const table of ['desk_view', 'person_label', 'request_label', 'label'])
    await db.schema.dropTable(table).execute();
}
