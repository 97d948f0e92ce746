import { sql } from 'kysely';
import { foldedText } from '../../shared/folded-text.ts';
import { eachSlice } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** A name or an entry of a thread, as it is written; `seq` 0 is the name. */
export interface Searchable {
  readonly seq: number;
  readonly text: string;
}

export interface SearchWord {
  readonly word: string;
  readonly services: ReadonlyArray<string>;
}

/** Makes a request findable by these. Kept folded, so that both stores compare alike. */
export async function addSearchable(
  tx: Tx,
  creatorId: string,
  request: string,
  texts: ReadonlyArray<Searchable>,
): Promise<void> {
  const rows = texts.map(({ seq, text }) => ({
    creator_id: creatorId,
    request_id: request,
    seq,
    text: foldedText(text),
  }));
  await eachSlice(rows, (some) => tx.insertInto('search_text').values(some).execute());
}

/** Nothing of the request is found any more. */
export async function dropSearchable(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx.deleteFrom('search_text').where('creator_id', '=', creatorId).where('request_id', '=', request).execute();
}

/**
 * The requests in which each of the folded words stands: in the name, in the thread, or (`services`, one list a word)
 * in the title of what is asked for. A sign that means something to the store's pattern means itself.
 */
export async function findRequests(db: Db, creatorId: string, words: ReadonlyArray<SearchWord>): Promise<Set<string>> {
  const [first, ...others] = words;
  if (!first) return new Set();
  let found = await holdingWord(db, creatorId, first);
  for (const one of others) {
    if (found.size === 0) break;
    const holding = await holdingWord(db, creatorId, one);
    found = new Set([...found].filter((id) => holding.has(id)));
  }
  return found;
}

async function holdingWord(db: Db, creatorId: string, { word, services }: SearchWord): Promise<Set<string>> {
  const pattern = `%${word.replace(/[\\%_]/g, (sign) => `\\${sign}`)}%`;
  const said = await db
    .selectFrom('search_text')
    .select('request_id')
    .distinct()
    .where('creator_id', '=', creatorId)
    .where(sql<boolean>`text like ${pattern} escape '\\'`)
    .execute();
  const asked =
    services.length === 0
      ? []
      : await db
          .selectFrom('request')
          .select('id')
          .where('creator_id', '=', creatorId)
          .where('service_id', 'in', services)
          .execute();
  return new Set([...said.map(({ request_id }) => request_id), ...asked.map(({ id }) => id)]);
}
