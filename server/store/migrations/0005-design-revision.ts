import type { Kysely } from 'kysely';

/** How often each stage's design has been given: what a save is compared with before it takes another's place. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('stage')
    .addColumn('design_revision', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('stage').dropColumn('design_revision').execute();
}
