import { type Kysely, sql } from 'kysely';

/**
 * The service bio, offers, requests with their threads, and what makes overselling impossible: `slot_cell` gives one
 * minute of the creator's time to one appointment at most, `seat` one seat of it to one viewer at most, and no seat
 * beyond the appointment's capacity.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await createOffers(db);
  await createAppointments(db);
  await createRequests(db);
}

export async function down(db: Kysely<unknown>): Promise<void> {
  for (const table of ['idempotency', 'message', 'request', 'seat', 'slot_cell', 'appointment', 'service', 'bio']) {
    await db.schema.dropTable(table).execute();
  }
}

async function createOffers(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('bio')
    .addColumn('creator_id', 'text', (column) => column.primaryKey().references('creator.id'))
    .addColumn('draft', 'text', (column) => column.notNull())
    .addColumn('published', 'text')
    .addColumn('published_handle', 'text')
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .execute();
  // Over all creators: an address leads to one of them.
  await db.schema.createIndex('bio_handle').unique().on('bio').column('published_handle').execute();

  await db.schema
    .createTable('service')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    // Null once deleted: requests still name it, and the short name is free again.
    .addColumn('slug', 'text')
    .addColumn('body', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('deleted_at', 'bigint')
    .addPrimaryKeyConstraint('service_key', ['creator_id', 'id'])
    .execute();
  await db.schema.createIndex('service_slug').unique().on('service').columns(['creator_id', 'slug']).execute();
}

async function createAppointments(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('appointment')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('start_at', 'bigint', (column) => column.notNull())
    .addColumn('end_at', 'bigint', (column) => column.notNull())
    .addColumn('from_at', 'bigint', (column) => column.notNull())
    .addColumn('to_at', 'bigint', (column) => column.notNull())
    .addColumn('capacity', 'integer', (column) => column.notNull())
    .addPrimaryKeyConstraint('appointment_key', ['creator_id', 'id'])
    .execute();
  const unique = (name: string, columns: string[]) =>
    db.schema.createIndex(name).unique().on('appointment').columns(columns).execute();
  await unique('appointment_once', ['creator_id', 'service_id', 'start_at']);
  // What a seat refers to, so that it carries the very capacity that its check is made against.
  await unique('appointment_capacity', ['creator_id', 'id', 'capacity']);
  await db.schema.createIndex('appointment_time').on('appointment').columns(['creator_id', 'to_at']).execute();

  await db.schema
    .createTable('slot_cell')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    // One minute of the creator's time: minutes since 1970 in UTC.
    .addColumn('cell', 'bigint', (column) => column.notNull())
    .addColumn('appointment_id', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('slot_cell_key', ['creator_id', 'cell'])
    .addForeignKeyConstraint(
      'slot_cell_of',
      ['creator_id', 'appointment_id'],
      'appointment',
      ['creator_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  await db.schema.createIndex('slot_cell_by').on('slot_cell').columns(['creator_id', 'appointment_id']).execute();

  await db.schema
    .createTable('seat')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('appointment_id', 'text', (column) => column.notNull())
    .addColumn('seat_no', 'integer', (column) => column.notNull())
    .addColumn('capacity', 'integer', (column) => column.notNull())
    .addColumn('request_id', 'text')
    .addColumn('hold_id', 'text')
    .addColumn('expires_at', 'bigint')
    .addPrimaryKeyConstraint('seat_key', ['creator_id', 'appointment_id', 'seat_no'])
    .addForeignKeyConstraint(
      'seat_of',
      ['creator_id', 'appointment_id', 'capacity'],
      'appointment',
      ['creator_id', 'id', 'capacity'],
      (key) => key.onUpdate('cascade'),
    )
    .addCheckConstraint('seat_within', sql`seat_no >= 0 and seat_no < capacity`)
    // A seat belongs to a request, or to a hold that ends.
    .addCheckConstraint('seat_whose', sql`(request_id is null) = (hold_id is not null and expires_at is not null)`)
    .execute();
  await db.schema.createIndex('seat_request').unique().on('seat').columns(['creator_id', 'request_id']).execute();
  await db.schema.createIndex('seat_hold').unique().on('seat').columns(['creator_id', 'hold_id']).execute();
  await db.schema.createIndex('seat_expiry').on('seat').columns(['creator_id', 'expires_at']).execute();
}

async function createRequests(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('request')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('secret_hash', 'text', (column) => column.notNull())
    .addColumn('service_id', 'text', (column) => column.notNull())
    .addColumn('state', 'text', (column) => column.notNull())
    .addColumn('version', 'integer', (column) => column.notNull())
    .addColumn('start_at', 'bigint')
    .addColumn('end_at', 'bigint')
    .addColumn('wall_start', 'text')
    .addColumn('creator_zone', 'text')
    .addColumn('zone', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('contact', 'text', (column) => column.notNull())
    .addColumn('language', 'text', (column) => column.notNull())
    .addColumn('offers', 'text', (column) => column.notNull())
    .addColumn('unread', 'integer', (column) => column.notNull())
    .addColumn('claim_by', 'text')
    .addColumn('claim_name', 'text')
    .addColumn('claim_at', 'bigint')
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addColumn('updated_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('request_key', ['creator_id', 'id'])
    .addForeignKeyConstraint('request_service', ['creator_id', 'service_id'], 'service', ['creator_id', 'id'])
    .execute();
  await db.schema.createIndex('request_secret').unique().on('request').columns(['creator_id', 'secret_hash']).execute();
  await db.schema.createIndex('request_state').on('request').columns(['creator_id', 'state', 'start_at']).execute();

  await db.schema
    .createTable('message')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('author', 'text', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addColumn('data', 'text')
    .addColumn('by_id', 'text')
    .addColumn('by_name', 'text')
    .addPrimaryKeyConstraint('message_key', ['creator_id', 'request_id', 'seq'])
    .addForeignKeyConstraint('message_of', ['creator_id', 'request_id'], 'request', ['creator_id', 'id'], (key) =>
      key.onDelete('cascade'),
    )
    .execute();

  await db.schema
    .createTable('idempotency')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('body_hash', 'text', (column) => column.notNull())
    .addColumn('status', 'integer', (column) => column.notNull())
    .addColumn('answer', 'text', (column) => column.notNull())
    .addColumn('created_at', 'bigint', (column) => column.notNull())
    .addPrimaryKeyConstraint('idempotency_key', ['creator_id', 'key'])
    .execute();
}
