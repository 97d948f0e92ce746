import type { BookingRequest } from '../core/booking/request.ts';
import type { KeptMessage } from './messages.ts';
import { messagesOf } from './messages.ts';
import { readRequests } from './requests.ts';
import { inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** A request that goes on in another, with what it asked for. */
export interface Merged {
  readonly request: string;
  readonly into: string;
  readonly service: string;
}

/**
 * Lets `request` go on in `into`, and with it all that went on in `request`: what a merged one leads to is never merged
 * itself. Rejects with a unique key that is taken when another program has merged it a moment ago.
 */
export async function addMerge(tx: Tx, creatorId: string, request: string, into: string): Promise<void> {
  await tx
    .updateTable('merged_request')
    .set({ into_id: into })
    .where('creator_id', '=', creatorId)
    .where('into_id', '=', request)
    .execute();
  await tx.insertInto('merged_request').values({ creator_id: creatorId, request_id: request, into_id: into }).execute();
}

/** Where each of these goes on, of those that are merged. */
export async function mergedInto(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, string>> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('merged_request')
      .select(['request_id', 'into_id'])
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .execute(),
  );
  return new Map(rows.map(({ request_id, into_id }) => [request_id, into_id]));
}

/** What goes on in any of these. */
export async function mergedOf(db: Db | Tx, creatorId: string, into: ReadonlyArray<string>): Promise<Merged[]> {
  const rows = await inSlices(into, (some) =>
    db
      .selectFrom('merged_request')
      .innerJoin('request', (on) =>
        on
          .onRef('request.creator_id', '=', 'merged_request.creator_id')
          .onRef('request.id', '=', 'merged_request.request_id'),
      )
      .select(['merged_request.request_id', 'merged_request.into_id', 'request.service_id'])
      .where('merged_request.creator_id', '=', creatorId)
      .where('merged_request.into_id', 'in', some)
      .execute(),
  );
  return rows.map((row) => ({ request: row.request_id, into: row.into_id, service: row.service_id }));
}

/** These requests, and behind them what goes on in any of them: all that their private addresses open. */
export async function withMerged(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<BookingRequest[]> {
  const merged = await mergedOf(db, creatorId, requests);
  return readRequests(db, creatorId, [...requests, ...merged.map(({ request }) => request)]);
}

/** An entry of a thread; `mergedFrom`: the service of the request in which it was said, or null for the thread's own. */
export type ThreadMessage = KeptMessage & { readonly mergedFrom: string | null };

/**
 * The threads of these requests by time, each with what people wrote in those that go on in it. What the program said there
 * was about that request alone and stays with it.
 */
export async function wholeThreads(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, ThreadMessage[]>> {
  const merged = await mergedOf(db, creatorId, requests);
  const all = await messagesOf(db, creatorId, [...new Set([...requests, ...merged.map(({ request }) => request)])]);
  const threads = new Map(
    requests.map((id) => [id, (all.get(id) ?? []).map((entry): ThreadMessage => ({ ...entry, mergedFrom: null }))]),
  );
  for (const { request, into, service } of merged) {
    const said = (all.get(request) ?? []).filter(({ author }) => author !== 'system');
    threads.get(into)?.push(...said.map((entry) => ({ ...entry, mergedFrom: service })));
  }
  // Sorting keeps the order of what was said in one moment.
  for (const into of new Set(merged.map((one) => one.into))) threads.get(into)?.sort((a, b) => a.at - b.at);
  return threads;
}
