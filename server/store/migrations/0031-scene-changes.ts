import type { Kysely } from 'kysely';

/** Which scene came on when, and by whom: what a rehearsal is laid beside. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('scene_change')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('scene', 'text', (column) => column.notNull())
    .addColumn('session_id', 'text')
    .addColumn('made_by', 'text', (column) => column.notNull())
    .addColumn('why', 'text', (column) => column.notNull())
    .addColumn('rule_id', 'text')
    .addColumn('rule_name', 'text')
    .addPrimaryKeyConstraint('scene_change_key', ['creator_id', 'at', 'scene'])
    .execute();
  await db.schema
    .createIndex('scene_change_session')
    .on('scene_change')
    .columns(['creator_id', 'session_id', 'at'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('scene_change').execute();
}
