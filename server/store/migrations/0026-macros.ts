import type { Kysely } from 'kysely';

/** Several steps on one key of the desk. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('desk_macro')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('name_key', 'text', (column) => column.notNull())
    .addColumn('digit', 'integer', (column) => column.notNull())
    .addColumn('steps', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('desk_macro_key', ['creator_id', 'id'])
    .addUniqueConstraint('desk_macro_name', ['creator_id', 'name_key'])
    .addUniqueConstraint('desk_macro_digit', ['creator_id', 'digit'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('desk_macro').execute();
}
