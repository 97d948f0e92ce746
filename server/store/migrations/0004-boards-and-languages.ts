import { type Kysely, sql } from 'kysely';

/**
 * The givers of an ended session, for the leaderboard of the day. And each stage has a language of its own: until now all
 * had the studio's, so that is what they go on with until somebody chooses (no text).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('session').addColumn('board', 'text').execute();
  await sql`update stage set language = ''`.execute(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await sql`update stage set language = 'en' where language = ''`.execute(db);
  await db.schema.alterTable('session').dropColumn('board').execute();
}
