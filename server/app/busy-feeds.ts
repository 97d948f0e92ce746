import { type BusyFeed, type BusyFeedChange, type BusyFeedDraft, FeedTrouble, MOST_FEEDS } from '../../shared/busy.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { feedWindow, mayBeUnchanged, nextReading } from '../core/booking/busy-feeds.ts';
import type { FeedAnswer } from '../core/booking/busy-port.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import {
  addFeed,
  changeFeed,
  claimFeed,
  deleteFeed,
  type FeedRow,
  keepTry,
  listFeeds,
  readFeed,
} from '../store/busy-feeds.ts';
import { countSpans, replaceSpans, spansOfFeed } from '../store/busy-spans.ts';
import { ensureCreator } from '../store/offers.ts';
import type { BookingParts, FeedParts } from './booking-parts.ts';
import { readAvailability } from './calendar.ts';
import type { Turns } from './turn.ts';

/** The creator's other calendars, which say when there is no time. */
export interface BusyFeeds {
  list(): Promise<BusyFeed[]>;
  /** Keeps it and reads it at once; one that cannot be read is kept all the same. Refuses with `too-many-calendars`. */
  add(draft: BusyFeedDraft): Promise<BusyFeed | Refusal>;
  /** Another address is read at once; what the old one said blocks until the new one was read well. */
  change(id: string, change: BusyFeedChange): Promise<BusyFeed | Refusal>;
  /** Its time is free again at once. */
  remove(id: string): Promise<null | Refusal>;
  refresh(id: string): Promise<BusyFeed | Refusal>;
  /** Reads what is due, one after the other. To be called every few seconds. */
  tick(): Promise<void>;
  /** Calls off what is being read; resolves when nothing more is written. */
  close(): Promise<void>;
}

/** Longer than any reading takes: one whose process died is tried again after it. */
const CLAIM_MS = 60_000;

export function createBusyFeeds(parts: BookingParts, turns: Turns): BusyFeeds {
  const { store, creatorId, clock, newId } = parts;
  const stop = new AbortController();
  const reading = new Map<string, Promise<void>>();
  let ticking: Promise<void> | null = null;

  const refresh = async (id: string) => {
    await readOnce(id);
    return one(id);
  };
  /** Two who ask at once share one reading. */
  function readOnce(id: string): Promise<void> {
    const known = reading.get(id);
    if (known !== undefined) return known;
    const run = readNow(parts, turns, id, stop.signal).finally(() => reading.delete(id));
    reading.set(id, run);
    return run;
  }
  async function one(id: string): Promise<BusyFeed | Refusal> {
    const row = await readFeed(store.db, creatorId, id);
    return row ? onWire(row, await countSpans(store.db, creatorId, clock())) : refuse('not-found');
  }
  async function readDue(): Promise<void> {
    for (const feed of await listFeeds(store.db, creatorId)) {
      if (stop.signal.aborted) return;
      if (feed.due_at > clock()) continue;
      if (await claimFeed(store.db, creatorId, feed, clock() + CLAIM_MS)) await readOnce(feed.id);
    }
  }
  return {
    list: async () => {
      const counts = await countSpans(store.db, creatorId, clock());
      return (await listFeeds(store.db, creatorId)).map((row) => onWire(row, counts));
    },
    add: async ({ name, address }) => {
      const id = newId();
      const added = await turns.change(async ({ tx, now }) => {
        if ((await listFeeds(tx, creatorId)).length >= MOST_FEEDS) return refuse('too-many-calendars');
        await ensureCreator(tx, creatorId, now);
        const kept = { id, name, ...sealed(parts, address), added_at: now, due_at: now + CLAIM_MS };
        await addFeed(tx, creatorId, kept);
        return id;
      });
      return isRefusal(added) ? added : refresh(added);
    },
    change: async (id, { name, address }) => {
      const changed = await turns.change(async ({ tx }) => {
        const anew = address === undefined ? {} : { ...sealed(parts, address), etag: null, last_modified: null };
        const fields = { ...(name === undefined ? {} : { name }), ...anew };
        // Nothing to change is still an answer about the calendar.
        if (Object.keys(fields).length === 0) return id;
        return (await changeFeed(tx, creatorId, id, fields)) ? id : refuse('not-found');
      });
      if (isRefusal(changed)) return changed;
      if (address === undefined) return one(id);
      // One that began with the old address is of no use.
      await reading.get(id);
      return refresh(id);
    },
    remove: (id) =>
      turns.change(async ({ tx, freed }) => {
        const gone = await spansOfFeed(tx, creatorId, id);
        if (!(await deleteFeed(tx, creatorId, id))) return refuse('not-found');
        freed.push(...gone);
        return null;
      }),
    refresh,
    tick: () => {
      ticking ??= readDue().finally(() => {
        ticking = null;
      });
      return ticking;
    },
    close: async () => {
      stop.abort();
      await Promise.allSettled([...reading.values(), ticking]);
    },
  };
}

function sealed(parts: BookingParts, address: string): Pick<FeedRow, 'address' | 'host'> {
  return { address: parts.feeds.seal(address), host: new URL(address).host };
}

/** One reading, from the address to the spans in the store. */
async function readNow(parts: BookingParts, turns: Turns, id: string, stop: AbortSignal): Promise<void> {
  const { store, creatorId, clock } = parts;
  const feed = await readFeed(store.db, creatorId, id);
  if (!feed) return;
  const { zone } = await readAvailability(store.db, creatorId);
  const begunAt = clock();
  const answer = await ask(parts.feeds, feed, zone, begunAt, stop);
  if (stop.aborted) return;
  await turns.change(async ({ tx, now, freed }) => {
    const kept = await keepTry(tx, creatorId, feed, {
      ...outcomeOf(feed, answer, now, parts.feeds.random()),
      ...(answer.type === 'read' ? { worked_out_at: begunAt, worked_out_zone: zone } : {}),
    });
    if (kept && answer.type === 'read') freed.push(...(await replaceSpans(tx, creatorId, id, answer.times.spans)));
    return null;
  });
}

async function ask(
  { read, open }: FeedParts,
  feed: FeedRow,
  zone: string,
  now: EpochMillis,
  stop: AbortSignal,
): Promise<FeedAnswer> {
  const address = open(feed.address);
  if (address === null) return { type: 'failed', trouble: 'sealed' };
  const before = { workedOutAt: feed.worked_out_at, workedOutZone: feed.worked_out_zone };
  const known = mayBeUnchanged(before, zone, now)
    ? { etag: feed.etag, lastModified: feed.last_modified }
    : { etag: null, lastModified: null };
  return read({ address, ...known, zone, window: feedWindow(now) }, stop);
}

function outcomeOf(feed: FeedRow, answer: FeedAnswer, now: EpochMillis, random: number) {
  const failures = answer.type === 'failed' ? feed.failures + 1 : 0;
  const tried = { tried_at: now, failures, due_at: nextReading(now, failures, random) };
  if (answer.type === 'failed') return { ...tried, trouble: answer.trouble };
  if (answer.type === 'unchanged') return { ...tried, trouble: null, read_at: now };
  const { etag, lastModified, times } = answer;
  const read = { etag, last_modified: lastModified, read_until: times.until, unread: times.unread };
  return { ...tried, trouble: null, read_at: now, ...read };
}

function onWire(row: FeedRow, counts: ReadonlyMap<string, number>): BusyFeed {
  const instant = (at: EpochMillis | null) => (at === null ? null : toInstant(at));
  return {
    id: row.id,
    name: row.name,
    host: row.host,
    readAt: instant(row.read_at),
    triedAt: instant(row.tried_at),
    nextAt: toInstant(row.due_at),
    trouble: row.trouble === null ? null : FeedTrouble.parse(row.trouble),
    spans: counts.get(row.id) ?? 0,
    readUntil: instant(row.read_until),
    unread: row.unread,
  };
}
