import type { Kysely } from 'kysely';

/** Short names that offers had before, so that addresses with them lead on. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('old_slug')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('slug', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('left_at', 'bigint', (column) => column.notNull())
    // One offer each: the one that has the name now takes it from whichever had it before.
    .addPrimaryKeyConstraint('old_slug_key', ['creator_id', 'slug'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('old_slug').execute();
}
