import type { Kysely } from 'kysely';

/** Holds by a word in the chat, and direct messages of TikTok with the replies that wait to be sent. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createChatHolds(db);
  await createDirectMessages(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['dm_reply', 'dm_conversation', 'webhook_event', 'chat_hold']) {
    await db.schema.dropTable(table).execute();
  }
}

async function createChatHolds(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('chat_hold')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('code', 'text', (column) => column.notNull())
    .addColumn('live_code', 'text')
    .addColumn('hold_id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('start_at', 'bigint', (column) => column.notNull())
    .addColumn('session_id', 'text', (column) => column.notNull())
    .addColumn('event_source', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('viewer', 'text', (column) => column.notNull())
    .addColumn('live_viewer', 'text')
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('claim_hash', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('chat_hold_key', ['creator_id', 'id'])
    .execute();
  const unique = (name: string, columns: string[]) =>
    db.schema.createIndex(name).unique().on('chat_hold').columns(columns).execute();
  // One chat event makes one hold, whoever hears it and how often.
  await unique('chat_hold_event', ['creator_id', 'event_source', 'event_id']);
  // Empty once the hold is over: then the viewer may have another, and the code may be given again.
  await unique('chat_hold_viewer', ['creator_id', 'live_viewer']);
  // Over all creators: `/c/CODE` names none.
  await unique('chat_hold_code', ['live_code']);
  await unique('chat_hold_hold', ['creator_id', 'hold_id']);
  await db.schema.createIndex('chat_hold_session').on('chat_hold').columns(['creator_id', 'session_id']).execute();
}

async function createDirectMessages(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('webhook_event')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('provider', 'text', (column) => column.notNull())
    .addColumn('event_id', 'text', (column) => column.notNull())
    .addColumn('received_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('webhook_event_key', ['creator_id', 'provider', 'event_id'])
    .execute();
  await db.schema
    .createTable('dm_conversation')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('last_in_at', 'bigint', (column) => column.notNull())
    .addColumn('replies', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('dm_conversation_key', ['creator_id', 'id'])
    .addForeignKeyConstraint(
      'dm_conversation_of',
      ['creator_id', 'request_id'],
      'request',
      ['creator_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema
    .createIndex('dm_conversation_request')
    .on('dm_conversation')
    .columns(['creator_id', 'request_id'])
    .execute();
  await db.schema
    .createTable('dm_reply')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('conversation_id', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('tries', 'integer', (column) => column.notNull())
    .addColumn('next_at', 'bigint', (column) => column.notNull())
    .addColumn('trouble', 'text')
    .addColumn('message_id', 'text')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('dm_reply_key', ['creator_id', 'id'])
    .addForeignKeyConstraint(
      'dm_reply_of',
      ['creator_id', 'conversation_id'],
      'dm_conversation',
      ['creator_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('dm_reply_due').on('dm_reply').columns(['creator_id', 'state', 'next_at']).execute();
  await db.schema
    .createIndex('dm_reply_message')
    .unique()
    .on('dm_reply')
    .columns(['creator_id', 'message_id'])
    .execute();
}
