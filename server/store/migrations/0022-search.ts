import type { Kysely } from 'kysely';
import { foldedText } from '../../../shared/folded-text.ts';

interface Before {
  request: { creator_id: string; id: string; name: string };
  message: { creator_id: string; request_id: string; seq: number; author: string; text: string };
  search_text: { creator_id: string; request_id: string; seq: number; text: string };
}

/** Rows in one statement: four values each, fewer than either store takes. */
const A_STATEMENT = 500;

/** What is searched of a request, folded: its viewer's name under 0, and each entry that a person wrote under its own number. */
export async function up(db: Kysely<Before>): Promise<void> {
  await db.schema
    .createTable('search_text')
    .addColumn('creator_id', 'text', (column) => column.notNull())
    .addColumn('request_id', 'text', (column) => column.notNull())
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('text', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('search_text_key', ['creator_id', 'request_id', 'seq'])
    .addForeignKeyConstraint(
      'search_text_request',
      ['creator_id', 'request_id'],
      'request',
      ['creator_id', 'id'],
      (key) => key.onDelete('cascade'),
    )
    .execute();
  const names = await db.selectFrom('request').select(['creator_id', 'id as request_id', 'name as text']).execute();
  const said = await db
    .selectFrom('message')
    .select(['creator_id', 'request_id', 'seq', 'text'])
    .where('author', '!=', 'system')
    .execute();
  const rows = [...names.map((name) => ({ ...name, seq: 0 })), ...said].map((row) => ({
    ...row,
    text: foldedText(row.text),
  }));
  for (let at = 0; at < rows.length; at += A_STATEMENT) {
    await db
      .insertInto('search_text')
      .values(rows.slice(at, at + A_STATEMENT))
      .execute();
  }
}

export async function down(db: Kysely<unknown>): Promise<void> {
  await db.schema.dropTable('search_text').execute();
}
