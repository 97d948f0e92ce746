import type { Kysely } from 'kysely';

/** When somebody of the desk said that a booking is paid. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').addColumn('paid_at', 'bigint').execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request').dropColumn('paid_at').execute();
}
