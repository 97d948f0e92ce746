import type { EpochMillis } from '../../shared/time.ts';
import { eachSlice } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** A stretch in which another calendar says that the creator has no time. */
export interface BusySpan {
  readonly from: EpochMillis;
  readonly to: EpochMillis;
}

/** What all calendars say of the window, by their start. Spans of two calendars may overlap. */
export async function busyBetween(db: Db | Tx, creatorId: string, window: BusySpan): Promise<BusySpan[]> {
  const rows = await db
    .selectFrom('busy_span')
    .select(['from_at', 'to_at'])
    .where('creator_id', '=', creatorId)
    .where('to_at', '>', window.from)
    .where('from_at', '<', window.to)
    .orderBy('from_at')
    .execute();
  return rows.map((row) => ({ from: row.from_at, to: row.to_at }));
}

/** How many spans of each calendar end after `now`, by its id. */
export async function countSpans(db: Db | Tx, creatorId: string, now: EpochMillis): Promise<Map<string, number>> {
  const rows = await db
    .selectFrom('busy_span')
    .select('feed_id')
    .select((query) => query.fn.countAll<number>().as('count'))
    .where('creator_id', '=', creatorId)
    .where('to_at', '>', now)
    .groupBy('feed_id')
    .execute();
  return new Map(rows.map((row) => [row.feed_id, Number(row.count)]));
}

/** What one calendar says, by its start. */
export async function spansOfFeed(tx: Tx, creatorId: string, feed: string): Promise<BusySpan[]> {
  const rows = await tx
    .selectFrom('busy_span')
    .select(['from_at', 'to_at'])
    .where('creator_id', '=', creatorId)
    .where('feed_id', '=', feed)
    .orderBy('from_at')
    .execute();
  return rows.map((row) => ({ from: row.from_at, to: row.to_at }));
}

/**
 * Puts these in the place of what the calendar said before; most stay, and only what differs is written. Answers the
 * spans that it says no more, or says with another end.
 */
export async function replaceSpans(
  tx: Tx,
  creatorId: string,
  feed: string,
  spans: ReadonlyArray<BusySpan>,
): Promise<BusySpan[]> {
  const before = await spansOfFeed(tx, creatorId, feed);
  const wanted = new Map(spans.map((span) => [span.from, span.to]));
  const gone = before.filter((span) => wanted.get(span.from) !== span.to);
  const kept = new Map(before.map((span) => [span.from, span.to]));
  const added = spans.filter((span) => kept.get(span.from) !== span.to);
  const starts = gone.map(({ from }) => from);
  await eachSlice(starts, (some) =>
    tx
      .deleteFrom('busy_span')
      .where('creator_id', '=', creatorId)
      .where('feed_id', '=', feed)
      .where('from_at', 'in', some)
      .execute(),
  );
  const rows = added.map(({ from, to }) => ({ creator_id: creatorId, feed_id: feed, from_at: from, to_at: to }));
  await eachSlice(rows, (some) => tx.insertInto('busy_span').values(some).execute());
  return gone;
}
