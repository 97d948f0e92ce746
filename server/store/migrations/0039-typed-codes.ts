import { type Kysely, sql } from 'kysely';

/**
 * Whether the viewer of a request is known only by a code that was typed at the page. Of earlier requests the door alone is
 * known, and the desk's own bookings came by the same one: they too prove nothing from here on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .alterTable('request_viewer')
    .addColumn('typed_code', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  await sql`update request_viewer set typed_code = 1 where exists (
    select 1 from request where request.creator_id = request_viewer.creator_id
      and request.id = request_viewer.request_id and request.terms like ${'%"via":"chat"%'})`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('request_viewer').dropColumn('typed_code').execute();
}
