import { type Kysely, SqliteAdapter, sql } from 'kysely';

/** Creators, live sessions, the journal of events, gaps, settings, logins and stages. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('creator')
    .addColumn('id', 'text', (column) => column.primaryKey())
    .addColumn('last_seq', 'bigint', (column) => column.notNull().defaultTo(0))
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .execute();

  await db.schema
    .createTable('session')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('started_at', 'bigint', (column) => column.notNull())
    .addColumn('ended_at', 'bigint')
    .addColumn('started_by', 'text', (column) => column.notNull())
    .addColumn('source', 'text')
    .addColumn('room', 'text')
    .addColumn('totals', 'text', (column) => column.notNull())
    .addColumn('last_seq', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('session_key', ['creator_id', 'id'])
    .execute();

  // Two trees and no more: every page that a commit touches is written to disk before its caller is answered.
  const isSqlite = db.getExecutor().adapter instanceof SqliteAdapter;
  // No reference to the creator: checking it for every event costs, and the sequence number was drawn from its row.
  await db.schema
    .createTable('event')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('type', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addColumn('body', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('event_key', ['creator_id', 'seq'])
    .$call((table) => (isSqlite ? table.modifyEnd(sql`without rowid`) : table))
    .execute();
  // The promise that an event counts once, however often and after however many restarts it is repeated.
  await db.schema.createIndex('event_once').unique().on('event').columns(['creator_id', 'source', 'id']).execute();

  await db.schema
    .createTable('gap')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('source', 'text', (column) => column.notNull())
    .addColumn('from_at', 'bigint', (column) => column.notNull())
    .addColumn('to_at', 'bigint')
    .addPrimaryKeyConstraint('gap_key', ['creator_id', 'session_id', 'source', 'from_at'])
    .execute();

  await db.schema
    .createTable('setting')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('value', 'text', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('setting_key', ['creator_id', 'name'])
    .execute();

  await db.schema
    .createTable('login')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('token_hash', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('login_key', ['creator_id', 'token_hash'])
    .execute();

  await db.schema
    .createTable('stage')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('rotation', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('stage_key', ['creator_id', 'id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['stage', 'login', 'setting', 'gap', 'event', 'session', 'creator']) {
    await db.schema.dropTable(table).execute();
  }
}
