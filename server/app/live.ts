import type { JournalEntry, LiveEvent } from '../../shared/events.ts';
import type { LiveSession, SourceStatus } from '../../shared/live.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type BatchPlan, planBatch } from '../core/live/batch.ts';
import { beginByHand, beginReplay, enterRoom, type OriginKind } from '../core/live/sessions.ts';
import { closeSilent, type GiftGrowth } from '../core/live/streaks.ts';
import { count, noTotals } from '../core/live/tally.ts';
import { moveSeq, rowOf } from '../store/journal.ts';
import { countReplays, gapOnWire, readGaps, readSessions, writeSession } from '../store/sessions.ts';
import type { Store, Tx } from '../store/store.ts';
import { createDoor } from './door.ts';
import { createListeners } from './listeners.ts';
import {
  addGap,
  closeGaps,
  keepTotals,
  loadState,
  type Move,
  moveTo,
  openGapOfAbsence,
  sessionOnWire,
  stateOnWire,
} from './live-state.ts';
import { type Counts, createTurns, type Waiting } from './live-turns.ts';

/** How often another writer may be first before the fault is told to the callers. */
const TRIES = 5;

/** What a gift added; `entry` is null when the streak closed without a message. */
export interface Grown {
  readonly entry: JournalEntry | null;
  readonly growth: GiftGrowth;
}

/** What is told after it was kept: new entries, what each streak grew by, streaks that closed. May be empty: look anew. */
export interface LiveChange {
  readonly entries: ReadonlyArray<JournalEntry>;
  readonly grown: ReadonlyArray<Grown>;
  readonly at: EpochMillis;
}

export type Live = Awaited<ReturnType<typeof openLive>>;

/**
 * The door of live events: what arrives in one turn is decided, kept in one transaction and then told. An answer of
 * `accept` means durable. The last session's journal is counted again at start, so a crash loses no total.
 */
export async function openLive(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  newId: () => string;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock, newId, onFault } = deps;
  const listeners = createListeners<LiveChange>(onFault);
  const door = createDoor();
  const turns = createTurns((turn) => door.run(() => keepAndTell(turn)));
  let state = await loadState(store, creatorId, clock());
  await openGapOfAbsence(store, creatorId, state);
  let closed = false;

  async function keepAndTell(turn: ReadonlyArray<Waiting>): Promise<Counts[]> {
    const now = clock();
    try {
      const plan = await keep(turn, now);
      if (plan.entries.length > 0) await countAndTell(plan, now);
      return plan.counts;
    } catch (error) {
      // Kept or not, what was counted may not be what is kept: read it anew as soon as the store answers.
      state = await loadState(store, creatorId, now).catch(() => state);
      throw error;
    }
  }

  async function keep(turn: ReadonlyArray<Waiting>, now: EpochMillis): Promise<BatchPlan> {
    for (let tried = 1; ; tried++) {
      const plan = await store.transaction((tx) => keepOnce(tx, turn, now));
      if (plan) return plan;
      if (tried >= TRIES) throw new Error('another writer of this creator is always first');
      state = await loadState(store, creatorId, now);
    }
  }

  /** Null when another writer has moved the journal since this state was read. Nothing is kept then. */
  async function keepOnce(tx: Tx, turn: ReadonlyArray<Waiting>, now: EpochMillis): Promise<BatchPlan | null> {
    const known = new Set<string>();
    for (const [source, ids] of idsBySource(turn)) {
      for (const id of await store.knownIds(tx, creatorId, source, ids)) known.add(`${source}\u0000${id}`);
    }
    const isKnown = (source: string, id: string) => known.has(`${source}\u0000${id}`);
    const plan = planBatch(turn, { current: state.current, lastSeq: state.lastSeq, now, newId, isKnown });
    const newest = plan.entries.at(-1)?.entry.seq;
    if (newest === undefined) return plan;
    if (!(await moveSeq(tx, creatorId, state.lastSeq, newest))) return null;
    for (const session of plan.sessions.values()) await writeSession(tx, creatorId, session, null, noTotals());
    const rows = plan.entries.map(({ entry, session }) => rowOf(creatorId, entry, session, now));
    await store.insertEvents(tx, rows);
    return plan;
  }

  async function countAndTell(plan: BatchPlan, now: EpochMillis): Promise<void> {
    const grown = new Map<string, Grown>();
    const add = (news: ReadonlyArray<Grown>) => {
      for (const one of news) grown.set(one.growth.key, joinGrowth(grown.get(one.growth.key), one));
    };
    for (const { entry, session } of plan.entries) {
      const opened = session === state.current?.id ? null : plan.sessions.get(session);
      if (opened) {
        // The one before may have ended in this very batch: it is settled in that form, with all it added up to.
        const before = state.current ? plan.sessions.get(state.current.id) : undefined;
        add(await moved({ session: opened, opened: true, ended: before ?? null }, now));
      }
      const growth = count(state.tally, entry, now);
      if (growth) add([{ entry, growth }]);
    }
    state.lastSeq = plan.entries.at(-1)?.entry.seq ?? state.lastSeq;
    const settled = plan.current;
    if (settled && settled.endedAt !== null && plan.sessions.has(settled.id)) {
      add(await moved({ session: settled, opened: false, ended: null }, now));
    }
    listeners.tell({ entries: plan.entries.map(({ entry }) => entry), grown: [...grown.values()], at: now });
  }

  async function moved(move: Move, now: EpochMillis): Promise<Grown[]> {
    const streaks = await moveTo(store, creatorId, state, move, now);
    return streaks.map((growth) => ({ entry: null, growth }));
  }

  /** Goes over to another session, or another form of the same, and tells. The caller is inside the door. */
  async function move(to: Move): Promise<void> {
    const now = clock();
    listeners.tell({ entries: [], grown: await moved(to, now), at: now });
  }

  return {
    onChange: listeners.add,

    /** Takes events that passed their schema. Resolves when they are durable; rejects when the store failed. */
    accept(events: ReadonlyArray<LiveEvent>, origin: OriginKind): Promise<Counts> {
      if (closed) return Promise.reject(new Error('the live door is closed'));
      if (events.length === 0) return Promise.resolve({ accepted: 0, duplicates: 0 });
      return turns.add(events, origin);
    },

    /** A feed has come (back). Another room begins a session; the same one closes the gap. */
    up(source: string, room: string | null): Promise<void> {
      return door.run(async () => {
        const change = room === null ? null : enterRoom(state.current, room, source, clock(), newId);
        if (change && change.session !== state.current) await move(change);
        await closeGaps(store, creatorId, state, clock(), source);
        listeners.tell({ entries: [], grown: [], at: clock() });
      });
    },

    /** A feed is gone since then: a gap opens in the running session. */
    down(source: string, since: EpochMillis): Promise<void> {
      return door.run(async () => {
        const { current } = state;
        if (!current || current.endedAt !== null) return;
        if (state.gaps.some((gap) => gap.source === source && gap.to === null)) return;
        const from = Math.max(since, current.startedAt);
        await addGap(store, creatorId, state, { session: current.id, source, from, to: null });
        listeners.tell({ entries: [], grown: [], at: clock() });
      });
    },

    /** Begins the run of a replay and answers the name that its events carry as `source`. */
    beginReplay(replay: string): Promise<string> {
      return door.run(async () => {
        const runs = await countReplays(store.db, creatorId, replay);
        const change = beginReplay(state.current, replay, runs, clock(), newId);
        if (change.session !== state.current) await move(change);
        return change.session.source ?? replay;
      });
    },

    /** Begins a session by hand; the running one ends. */
    start(): Promise<void> {
      return door.run(async () => {
        await move(beginByHand(state.current, clock(), newId));
      });
    },

    /** Ends the running session, or only the one that this run of a replay began. False when it does not run. */
    end(replay?: string): Promise<boolean> {
      return door.run(async () => {
        const { current } = state;
        if (!current || current.endedAt !== null) return false;
        if (replay !== undefined && current.source !== replay) return false;
        await move({ session: { ...current, endedAt: clock() }, opened: false, ended: null });
        return true;
      });
    },

    /** Closes the streaks that fell silent. Called about once a second. */
    tick(): void {
      const silent = closeSilent(state.tally.streaks, clock());
      if (silent.length === 0) return;
      listeners.tell({ entries: [], grown: silent.map((growth) => ({ entry: null, growth })), at: clock() });
    },

    session: (sources: ReadonlyArray<SourceStatus>): LiveSession => stateOnWire(state, sources),

    /** All sessions, newest first; the sources belong to the current one. */
    async sessions(sources: ReadonlyArray<SourceStatus>): Promise<LiveSession[]> {
      const gaps = await readGaps(store.db, creatorId);
      const kept = await readSessions(store.db, creatorId);
      return kept.map(({ totals, lastSeq, ...session }) => {
        if (session.id === state.current?.id) return stateOnWire(state, sources);
        const own = gaps.filter((gap) => gap.session === session.id).map(gapOnWire);
        return { session: sessionOnWire(session), sources: [], totals, gaps: own, lastSeq };
      });
    },

    /** Keeps what waits, writes the totals and takes nothing more. */
    async close(): Promise<void> {
      closed = true;
      await turns.idle();
      await door.run(() => keepTotals(store, creatorId, state));
    },
  };
}

/** One streak's growth over a turn as one: what it added is summed, where it stands is the latest. */
function joinGrowth(before: Grown | undefined, after: Grown): Grown {
  if (!before) return after;
  const { growth } = after;
  return {
    entry: after.entry ?? before.entry,
    growth: {
      ...growth,
      addedCount: before.growth.addedCount + growth.addedCount,
      addedValue: before.growth.addedValue + growth.addedValue,
      changed: before.growth.changed || growth.changed,
    },
  };
}

function idsBySource(turn: ReadonlyArray<Waiting>): Map<string, string[]> {
  const bySource = new Map<string, string[]>();
  for (const { events } of turn) {
    for (const { source, id } of events) {
      const ids = bySource.get(source);
      if (ids) ids.push(id);
      else bySource.set(source, [id]);
    }
  }
  return bySource;
}
