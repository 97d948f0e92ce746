import type { Kysely } from 'kysely';

/** Since when somebody is let in for one show, and until when at the latest; both null for all others. */
export async function up(db: Kysely<unknown>): Promise<void> {
  for (const column of ['show_from', 'show_until']) {
    await db.schema.alterTable('person').addColumn(column, 'bigint').execute();
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const column of ['show_until', 'show_from']) await db.schema.alterTable('person').dropColumn(column).execute();
}
