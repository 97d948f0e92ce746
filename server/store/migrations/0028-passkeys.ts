import type { Kysely } from 'kysely';

/** Passkeys of people, and the challenges that are out: what an authenticator has to answer, once and within minutes. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('passkey')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('person_id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('rp_id', 'text', (column) => column.notNull())
    .addColumn('credential_id', 'text', (column) => column.notNull())
    .addColumn('public_key', 'text', (column) => column.notNull())
    .addColumn('transports', 'text', (column) => column.notNull())
    .addColumn('counter', 'bigint', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('used_at', 'bigint')
    .addPrimaryKeyConstraint('passkey_key', ['creator_id', 'id'])
    .addUniqueConstraint('passkey_credential', ['creator_id', 'credential_id'])
    .addForeignKeyConstraint('passkey_person', ['creator_id', 'person_id'], 'person', ['creator_id', 'id'])
    .execute();
  await db.schema
    .createTable('passkey_challenge')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('hash', 'text', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('origin', 'text', (column) => column.notNull())
    .addColumn('login_hash', 'text')
    .addColumn('expires_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('passkey_challenge_key', ['creator_id', 'hash'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['passkey_challenge', 'passkey']) await db.schema.dropTable(table).execute();
}
