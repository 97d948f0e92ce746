import type { Kysely } from 'kysely';

/** What the people at the desk share and keep: prepared replies, their drafts, acts that can still be undone, choices. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('prepared_reply')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('texts', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('prepared_reply_key', ['creator_id', 'id'])
    .addUniqueConstraint('prepared_reply_name', ['creator_id', 'name_key'])
    .execute();
  await db.schema
    .createTable('reply_draft')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('reply_draft_key', ['creator_id', 'person_id', 'request_id'])
    .addForeignKeyConstraint(
      'reply_draft_request',
      ['creator_id', 'request_id'],
      'request',
      ['creator_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('reply_draft_of').on('reply_draft').columns(['creator_id', 'request_id']).execute();
  await db.schema
    .createTable('held_act')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('by_id', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    // One a request: two answers to one viewer cannot wait beside each other.
    .addPrimaryKeyConstraint('held_act_key', ['creator_id', 'request_id'])
    .addForeignKeyConstraint('held_act_request', ['creator_id', 'request_id'], 'request', ['creator_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createTable('desk_choice')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('undo', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_choice_key', ['creator_id', 'person_id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['desk_choice', 'held_act', 'reply_draft', 'prepared_reply'])
    await db.schema.dropTable(table).execute();
}
