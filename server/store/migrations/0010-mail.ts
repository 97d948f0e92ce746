import type { Kysely } from 'kysely';

/** Mails that are to go out, each written in the transaction of what it tells of. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('outbox')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('cause', 'text', (column) => column.notNull())
    .addColumn('sequence', 'integer', (column) => column.notNull())
    .addColumn('recipient', 'text')
    .addColumn('recipient_hash', 'text', (column) => column.notNull())
    .addColumn('facts', 'text')
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('attempts', 'integer', (column) => column.notNull())
    .addColumn('due_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('settled_at', 'bigint')
    .addColumn('why', 'text')
    .addColumn('said', 'text')
    .addPrimaryKeyConstraint('outbox_key', ['creator_id', 'id'])
    .addUniqueConstraint('outbox_once', ['creator_id', 'key'])
    .execute();
  await index(db, 'outbox_due', ['creator_id', 'state', 'due_at']);
  await index(db, 'outbox_request', ['creator_id', 'request_id']);
  await index(db, 'outbox_recipient', ['creator_id', 'recipient_hash', 'settled_at']);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('outbox').execute();
}

function index(db: Kysely<unknown>, name: string, columns: string[]): Promise<void> {
  return db.schema.createIndex(name).on('outbox').columns(columns).execute();
}
