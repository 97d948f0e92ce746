import { type Kysely, sql } from 'kysely';

/** What every moderator could do before; written out, since a step that has shipped never changes. */
const DESK_RIGHTS = JSON.stringify([
  'see-amounts',
  'see-contact',
  'reply',
  'accept',
  'decline',
  'block',
  'control-stage',
]);

/** Of a person there may be several logins: rights, name and end move from the login to its person. And the log of acts. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('person')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('id', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('role', 'text', (column) => column.notNull())
    .addColumn('rights', 'text', (column) => column.notNull())
    .addColumn('from_at', 'bigint', (column) => column.notNull())
    .addColumn('until_at', 'bigint')
    .addColumn('revoked_at', 'bigint')
    .addColumn('joined', 'integer', (column) => column.notNull())
    .addColumn('password_hash', 'text')
    .addPrimaryKeyConstraint('person_key', ['creator_id', 'id'])
    .execute();
  await createAudit(db);
  await db.schema
    .alterTable('login')
    .addColumn('person_id', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await movePeople(db);
  for (const column of ['role', 'name']) await db.schema.alterTable('login').dropColumn(column).execute();
  await db.schema.createIndex('login_person').on('login').columns(['creator_id', 'person_id']).execute();
}

export async function down(db: Kysely<unknown>): Promise<void> {
  // Before, a moderator had all that the desk can do, until the login's own end: who may less, or is out, is out then.
  await sql`delete from login where exists (select 1 from person where person.creator_id = login.creator_id
    and person.id = login.person_id and person.role <> 'owner'
    and (person.revoked_at is not null or person.rights <> ${DESK_RIGHTS}))`.execute(db);
  await sql`update login set expires_at = (select case when person.until_at is not null and person.until_at < login.expires_at
    then person.until_at else login.expires_at end from person where person.creator_id = login.creator_id
    and person.id = login.person_id) where exists (select 1 from person where person.creator_id = login.creator_id
    and person.id = login.person_id)`.execute(db);
  await db.schema.dropIndex('login_person').execute();
  for (const column of ['role', 'name']) {
    await db.schema
      .alterTable('login')
      .addColumn(column, 'text', (made) => made.notNull().defaultTo(''))
      .execute();
    await sql`update login set ${sql.ref(column)} = (select ${sql.ref(`person.${column}`)} from person
      where person.creator_id = login.creator_id and person.id = login.person_id)`.execute(db);
  }
  await db.schema.alterTable('login').dropColumn('person_id').execute();
  await db.schema.dropTable('audit').execute();
  await db.schema.dropTable('person').execute();
}

async function createAudit(db: Kysely<unknown>): Promise<void> {
  await db.schema
    .createTable('audit')
    .addColumn('creator_id', 'text', (column) => column.notNull().references('creator.id'))
    .addColumn('seq', 'bigint', (column) => column.notNull())
    .addColumn('at', 'bigint', (column) => column.notNull())
    .addColumn('person_id', 'text')
    .addColumn('person_name', 'text')
    .addColumn('act', 'text', (column) => column.notNull())
    .addColumn('object', 'text', (column) => column.notNull())
    .addColumn('result', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('audit_key', ['creator_id', 'seq'])
    .execute();
  await db.schema.createIndex('audit_person').on('audit').columns(['creator_id', 'person_id', 'seq']).execute();
}

/** Every login was a person of its own before; it keeps what it could do. */
async function movePeople(db: Kysely<unknown>): Promise<void> {
  await sql`update login set person_id = case when role = 'owner' then 'owner' else id end`.execute(db);
  await sql`insert into person (creator_id, id, name, role, rights, from_at, until_at, joined)
    select creator_id, 'owner', 'Owner', 'owner', '[]', min(created_at), null, 1
    from login where role = 'owner' group by creator_id`.execute(db);
  await sql`insert into person (creator_id, id, name, role, rights, from_at, until_at, joined)
    select creator_id, id, name, 'moderator', ${DESK_RIGHTS}, created_at, expires_at, case when kind = 'login' then 1 else 0 end
    from login where role <> 'owner'`.execute(db);
}
