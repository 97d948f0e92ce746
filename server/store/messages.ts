import type { EpochMillis } from '../../shared/time.ts';
import type { NewMessage } from '../core/booking/request.ts';
import { addSearchable } from './search.ts';
import { inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';
import type { MessageTable } from './tables/booking.ts';

/** One entry of a thread as it is kept; `note` never leaves the desk. */
export interface KeptMessage {
  readonly id: string;
  readonly request: string;
  readonly at: EpochMillis;
  readonly author: 'viewer' | 'creator' | 'system' | 'note';
  readonly text: string;
  readonly data: Readonly<Record<string, unknown>> | null;
  readonly by: { readonly id: string; readonly name: string } | null;
}

/** The threads of these requests, each in order. */
export async function messagesOf(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, KeptMessage[]>> {
  const threads = new Map<string, KeptMessage[]>(requests.map((id) => [id, []]));
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('message')
      .selectAll()
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .orderBy('request_id')
      .orderBy('seq')
      .execute(),
  );
  for (const row of rows) threads.get(row.request_id)?.push(messageOf(row));
  return threads;
}

/** Adds entries to the end of a thread. Two writers at once: the unique key on the number lets one start over. */
export async function addMessages(
  tx: Tx,
  creatorId: string,
  request: string,
  entries: ReadonlyArray<NewMessage & { readonly id: string }>,
  now: EpochMillis,
): Promise<void> {
  if (entries.length === 0) return;
  const last = await tx
    .selectFrom('message')
    .select((query) => query.fn.max('seq').as('seq'))
    .where('creator_id', '=', creatorId)
    .where('request_id', '=', request)
    .executeTakeFirst();
  const next = Number(last?.seq ?? 0) + 1;
  const rows = entries.map((entry, at) => ({
    creator_id: creatorId,
    request_id: request,
    seq: next + at,
    id: entry.id,
    at: now,
    author: entry.author,
    text: entry.text,
    data: 'data' in entry && entry.data ? JSON.stringify(entry.data) : null,
    by_id: 'by' in entry && entry.by ? entry.by.id : null,
    by_name: 'by' in entry && entry.by ? entry.by.name : null,
  }));
  await tx.insertInto('message').values(rows).execute();
  const said = rows.filter(({ author }) => author !== 'system');
  await addSearchable(tx, creatorId, request, said);
}

function messageOf(row: MessageTable): KeptMessage {
  return {
    id: row.id,
    request: row.request_id,
    at: row.at,
    author: row.author as KeptMessage['author'],
    text: row.text,
    data: row.data === null ? null : JSON.parse(row.data),
    by: row.by_id === null ? null : { id: row.by_id, name: row.by_name ?? '' },
  };
}
