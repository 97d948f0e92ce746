import type { ExpressionBuilder } from 'kysely';
import { z } from 'zod';
import { OPEN_STATES } from '../../shared/request-states.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { ownJson } from './own-json.ts';
import { inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';
import type { Tables } from './tables.ts';

/**
 * How it is known whose a request is. `platform`: the desk made it of what the platform said of that viewer. `typed-code`:
 * somebody typed the viewer's code at the page, which the stage shows to everybody.
 */
export type KnownBy = 'platform' | 'typed-code';

/** Notes the platform's id of the viewer whom a request is from. */
export async function noteViewer(
  tx: Tx,
  creatorId: string,
  request: string,
  viewer: string,
  by: KnownBy = 'platform',
): Promise<void> {
  const typed_code = by === 'typed-code' ? 1 : 0;
  await tx
    .insertInto('request_viewer')
    .values({ creator_id: creatorId, request_id: request, viewer, typed_code })
    .execute();
}

/** Takes away whose a request is. */
export async function forgetViewerOf(tx: Tx, creatorId: string, request: string): Promise<void> {
  await tx.deleteFrom('request_viewer').where('creator_id', '=', creatorId).where('request_id', '=', request).execute();
}

/** The viewer of each of these requests whose viewer is certain: what one of a person has may be shown to another of theirs. */
export async function certainViewers(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, string>> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('request_viewer')
      .select(['request_id', 'viewer'])
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .where('typed_code', '=', 0)
      .execute(),
  );
  return new Map(rows.map(({ request_id, viewer }) => [request_id, viewer]));
}

/** The viewers whom these requests are from, where that is known. */
export async function viewersOf(db: Db | Tx, creatorId: string, requests: ReadonlyArray<string>): Promise<string[]> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('request_viewer')
      .select('viewer')
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .execute(),
  );
  return [...new Set(rows.map((row) => row.viewer))];
}

/** The same for each request by itself. */
export async function viewersOfEach(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, string[]>> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('request_viewer')
      .select(['request_id', 'viewer'])
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .execute(),
  );
  // A request is from one viewer.
  return new Map(rows.map(({ request_id, viewer }) => [request_id, [viewer]]));
}

/** What the person of one request is known by. A request with several conversations is there once for each. */
export interface Asker {
  readonly requests: ReadonlyArray<string>;
  readonly viewers: ReadonlyArray<string>;
  readonly mails: ReadonlyArray<string>;
  readonly conversations: ReadonlyArray<string>;
}

const Contact = z.object({ email: z.string().optional() }).nullable();

/** The persons of the next `most` requests by id, from the one after `after`; none once all have been. */
export async function askersAfter(
  db: Db,
  creatorId: string,
  after: string,
  most: number,
): Promise<{ readonly askers: Asker[]; readonly last: string } | null> {
  const next = await db
    .selectFrom('request')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where('id', '>', after)
    .orderBy('id')
    .limit(most)
    .execute();
  const last = next.at(-1)?.id;
  if (last === undefined) return null;
  const rows = await db
    .selectFrom('request')
    .leftJoin('request_viewer', (on) =>
      on
        .onRef('request_viewer.creator_id', '=', 'request.creator_id')
        .onRef('request_viewer.request_id', '=', 'request.id'),
    )
    .leftJoin('dm_conversation', (on) =>
      on
        .onRef('dm_conversation.creator_id', '=', 'request.creator_id')
        .onRef('dm_conversation.request_id', '=', 'request.id'),
    )
    .select(['request.id', 'request.contact', 'request_viewer.viewer', 'dm_conversation.id as conversation'])
    .where('request.creator_id', '=', creatorId)
    .where('request.id', '>', after)
    .where('request.id', '<=', last)
    .execute();
  const some = (value: string | null | undefined) => (value ? [value] : []);
  const askers = rows.map(({ id, contact, viewer, conversation }) => ({
    requests: [id],
    viewers: some(viewer),
    mails: some(ownJson(Contact, contact)?.email),
    conversations: some(conversation),
  }));
  return { askers, last };
}

/** Whom requests are found by. */
interface FoundBy {
  readonly viewers: ReadonlyArray<string>;
  readonly mails: ReadonlyArray<string>;
}

/** Requests of any of these viewers or under any of these addresses, whatever their letters' case and their state. */
export async function requestsOf(tx: Tx, creatorId: string, by: FoundBy): Promise<string[]> {
  return idsFoundBy(by, (some) => requestsFoundBy(tx, creatorId, some).execute());
}

/** Open asks and coming bookings of any of these viewers or under any of these addresses, whatever their letters' case. */
export async function underWayOf(tx: Db | Tx, creatorId: string, by: FoundBy, now: EpochMillis): Promise<string[]> {
  return idsFoundBy(by, (some) => requestsFoundBy(tx, creatorId, some).where(isUnderWay(now)).execute());
}

/** Of a request: that it is open, or a booking that is not over. */
export function isUnderWay(now: EpochMillis) {
  return ({ and, eb, or }: ExpressionBuilder<Tables, 'request'>) =>
    or([
      eb('request.state', 'in', OPEN_STATES),
      and([eb('request.state', '=', 'booked'), eb('request.end_at', '>', now)]),
    ]);
}

/** A person whom a flood was sent by has as many ids as it had asks. */
async function idsFoundBy(by: FoundBy, find: (some: FoundBy) => Promise<{ readonly id: string }[]>): Promise<string[]> {
  const byViewer = await inSlices(by.viewers, (viewers) => find({ viewers, mails: [] }));
  const byMail = await inSlices(by.mails, (mails) => find({ viewers: [], mails }));
  return [...new Set([...byViewer, ...byMail].map(({ id }) => id))];
}

function requestsFoundBy(tx: Db | Tx, creatorId: string, by: FoundBy) {
  const contacts = by.mails.map((email) => JSON.stringify({ email }).toLowerCase());
  return tx
    .selectFrom('request')
    .leftJoin('request_viewer', (on) =>
      on
        .onRef('request_viewer.creator_id', '=', 'request.creator_id')
        .onRef('request_viewer.request_id', '=', 'request.id'),
    )
    .select('request.id')
    .where('request.creator_id', '=', creatorId)
    .where(({ eb, fn, or }) =>
      or([
        ...(by.viewers.length > 0 ? [eb('request_viewer.viewer', 'in', by.viewers)] : []),
        ...(contacts.length > 0 ? [eb(fn<string>('lower', ['request.contact']), 'in', contacts)] : []),
      ]),
    );
}
