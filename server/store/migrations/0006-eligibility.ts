import { type Kysely, sql } from 'kysely';

/**
 * Confirmations that an offer needs no licence, what the check of the bio came to when it was published, and pictures.
 * The two stores have different names for bytes; both take each other's here (SQLite keeps bytes in a column of any type).
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema.alterTable('bio').addColumn('eligibility', 'text').execute();
  await db.schema
    .createTable('licence_confirmation')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('region', 'text', (column) => column.notNull())
    .addColumn('activity', 'text', (column) => column.notNull())
    .addColumn('by_name', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('rule_version', 'text', (column) => column.notNull())
    .addColumn('wording', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('licence_confirmation_key', ['creator_id', 'service_id', 'region', 'activity'])
    .execute();
  await db.schema
    .createTable('picture')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('width', 'integer', (column) => column.notNull())
    .addColumn('height', 'integer', (column) => column.notNull())
    .addColumn('bytes', sql`bytea`, (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('picture_key', ['creator_id', 'id'])
    .execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('picture').execute();
  await db.schema.dropTable('licence_confirmation').execute();
  await db.schema.alterTable('bio').dropColumn('eligibility').execute();
}
