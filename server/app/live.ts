import type { JournalEntry, LiveEvent } from '../../shared/events.ts';
import type { LiveSession, SourceStatus } from '../../shared/live.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { planBatch } from '../core/live/batch.ts';
import { beginReplay, enterRoom, type Session } from '../core/live/sessions.ts';
import { closeAll, closeSilent, type GiftGrowth } from '../core/live/streaks.ts';
import { count, newTally, noTotals, type Tally } from '../core/live/tally.ts';
import { lastSeq, moveSeq, rowOf, sessionEntries } from '../store/journal.ts';
import {
  countReplays,
  gapOnWire,
  type KeptGap,
  readGaps,
  readSessions,
  writeGap,
  writeSession,
} from '../store/sessions.ts';
import type { Store, Tx } from '../store/store.ts';
import { createListeners } from './listeners.ts';

/** Most events that one transaction takes when they come one by one: a moderator's act gets its turn between two. */
const EVENTS_A_TURN = 500;
/** How often another writer may be first before the fault is told to the callers. */
const TRIES = 5;

/** What is told after it was kept: new entries with what their gifts added, closed streaks, and whether the session moved. */
export interface LiveChange {
  readonly entries: ReadonlyArray<JournalEntry>;
  /** Beside each gift entry (same index order as the gifts among `entries`), and streaks that closed by silence (`entry: null`). */
  readonly growths: ReadonlyArray<{ entry: JournalEntry | null; growth: GiftGrowth }>;
  readonly at: EpochMillis;
}

export type Live = Awaited<ReturnType<typeof openLive>>;

interface Waiter {
  readonly events: ReadonlyArray<LiveEvent>;
  readonly origin: 'live' | 'replay' | 'api';
  resolve(counts: { accepted: number; duplicates: number }): void;
  reject(error: unknown): void;
}

interface LiveState {
  current: Session | null;
  tally: Tally;
  gaps: KeptGap[];
  lastSeq: number;
}

/**
 * The door of live events: what arrives in one turn is decided, kept in one transaction and then told. An answer of
 * `accept` means durable. Reads the running session's journal at start, so a crash loses no total.
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
  let state = await loadState(store, creatorId, clock());
  const waiting: Waiter[] = [];
  let flushing: Promise<void> | null = null;
  let stopped = false;

  /** One change of the session or its gaps at a time, in line with the events. */
  let line: Promise<unknown> = Promise.resolve();
  function inLine<T>(work: () => Promise<T>): Promise<T> {
    const result = line.then(work);
    line = result.catch(() => undefined);
    return result;
  }

  function takeTurn(): Waiter[] {
    const turn: Waiter[] = [];
    let events = 0;
    while (waiting.length > 0 && events < EVENTS_A_TURN) {
      const next = waiting.shift();
      if (!next) break;
      turn.push(next);
      events += next.events.length;
    }
    return turn;
  }

  async function flush(): Promise<void> {
    while (waiting.length > 0) {
      const turn = takeTurn();
      try {
        const counts = await inLine(() => keepAndTell(turn));
        turn.forEach((waiter, at) => {
          waiter.resolve(counts[at] ?? { accepted: 0, duplicates: 0 });
        });
      } catch (error) {
        for (const waiter of turn) waiter.reject(error);
        // Kept or not, what was counted may not be what is kept: read it anew as soon as the store answers.
        await inLine(reload).catch(onFault);
      }
      // Timers and other sockets get their turn between two transactions.
      await new Promise<void>((resolve) => setImmediate(resolve));
    }
    flushing = null;
  }

  async function reload(): Promise<void> {
    state = await loadState(store, creatorId, clock());
  }

  async function keepAndTell(turn: ReadonlyArray<Waiter>): Promise<{ accepted: number; duplicates: number }[]> {
    const now = clock();
    const plan = await keep(turn, now);
    const growths: { entry: JournalEntry | null; growth: GiftGrowth }[] = [];
    for (const { entry, session } of plan.entries) {
      if (session !== state.current?.id) await enterSession(plan.sessions.get(session) ?? null, growths);
      const growth = count(state.tally, entry, now);
      if (growth) growths.push({ entry, growth });
    }
    const settled = plan.current;
    if (settled && settled.id === state.current?.id) {
      if (settled.endedAt !== null && state.current.endedAt === null) growths.push(...ending());
      state.current = settled;
      if (settled.endedAt !== null && plan.entries.length > 0) await keepTotals();
    }
    if (plan.entries.length > 0) {
      state.lastSeq = plan.entries.at(-1)?.entry.seq ?? state.lastSeq;
      listeners.tell({ entries: plan.entries.map(({ entry }) => entry), growths, at: now });
    }
    return plan.counts;
  }

  async function keep(turn: ReadonlyArray<Waiter>, now: EpochMillis) {
    for (let tried = 1; ; tried++) {
      const plan = await store.transaction((tx) => keepOnce(tx, turn, now));
      if (plan) return plan;
      if (tried >= TRIES) throw new Error('another writer of this creator is always first');
      await reload();
    }
  }

  /** Null when another writer has moved the journal since this state was read. Nothing is kept then. */
  async function keepOnce(tx: Tx, turn: ReadonlyArray<Waiter>, now: EpochMillis) {
    const known = new Set<string>();
    for (const [source, ids] of idsBySource(turn)) {
      for (const id of await store.knownIds(tx, creatorId, source, ids)) known.add(`${source}\u0000${id}`);
    }
    const plan = planBatch(turn, {
      current: state.current,
      lastSeq: state.lastSeq,
      now,
      newId,
      isKnown: (source, id) => known.has(`${source}\u0000${id}`),
    });
    if (plan.entries.length === 0) return plan;
    const newest = plan.entries.at(-1)?.entry.seq ?? state.lastSeq;
    if (!(await moveSeq(tx, creatorId, state.lastSeq, newest))) return null;
    for (const session of plan.sessions.values()) await writeSession(tx, creatorId, session, null, noTotals());
    await store.insertEvents(
      tx,
      plan.entries.map(({ entry, session }) => rowOf(creatorId, entry, session, now)),
    );
    return plan;
  }

  async function enterSession(
    session: Session | null,
    growths: { entry: JournalEntry | null; growth: GiftGrowth }[],
  ): Promise<void> {
    growths.push(...ending());
    await keepTotals();
    state.current = session;
    state.tally = newTally();
    state.gaps = [];
  }

  function ending(): { entry: null; growth: GiftGrowth }[] {
    return closeAll(state.tally.streaks).map((growth) => ({ entry: null, growth }));
  }

  async function keepTotals(): Promise<void> {
    if (state.current) await writeSession(store.db, creatorId, state.current, state.tally, noTotals());
  }

  /** Makes `next` the session, ending or leaving the one before. The caller is in line. */
  async function moveTo(change: { session: Session; opened: boolean; ended: Session | null }): Promise<void> {
    const growths: { entry: JournalEntry | null; growth: GiftGrowth }[] = [];
    if (change.ended && change.ended.id !== change.session.id) {
      await closeGaps(change.ended, clock());
      state.current = change.ended;
      growths.push(...ending());
      await keepTotals();
    }
    if (change.opened) {
      state.current = change.session;
      state.tally = newTally();
      state.gaps = [];
    } else {
      if (change.session.endedAt !== null) {
        await closeGaps(change.session, change.session.endedAt);
        growths.push(...ending());
      }
      state.current = change.session;
    }
    await keepTotals();
    listeners.tell({ entries: [], growths, at: clock() });
  }

  async function closeGaps(session: Session, at: EpochMillis, source?: string): Promise<void> {
    for (const gap of state.gaps) {
      if (gap.to !== null || (source !== undefined && gap.source !== source)) continue;
      const closed = { ...gap, session: session.id, to: Math.max(at, gap.from) };
      await writeGap(store.db, creatorId, closed);
      state.gaps = state.gaps.map((known) => (known === gap ? closed : known));
    }
  }

  return {
    onChange: listeners.add,

    /** Takes events that passed their schema. Resolves when they are durable; rejects when the store failed: none is kept then. */
    accept(
      events: ReadonlyArray<LiveEvent>,
      origin: 'live' | 'replay' | 'api',
    ): Promise<{ accepted: number; duplicates: number }> {
      if (stopped) return Promise.reject(new Error('the live door is closed'));
      if (events.length === 0) return Promise.resolve({ accepted: 0, duplicates: 0 });
      return new Promise((resolve, reject) => {
        waiting.push({ events, origin, resolve, reject });
        // Not at once: what else arrives in this turn shares the transaction.
        flushing ??= new Promise<void>((done) => setImmediate(done)).then(flush);
      });
    },

    /** A feed has come (back). Another room begins a session; the same one closes the gap. */
    up(source: string, room: string | null): Promise<void> {
      return inLine(async () => {
        if (room !== null) {
          const change = enterRoom(state.current, room, source, clock(), newId);
          if (change.session !== state.current) await moveTo(change);
        }
        if (state.current) await closeGaps(state.current, clock(), source);
        listeners.tell({ entries: [], growths: [], at: clock() });
      });
    },

    /** A feed is gone since then: a gap opens in the running session. */
    down(source: string, since: EpochMillis): Promise<void> {
      return inLine(async () => {
        const { current } = state;
        if (!current || current.endedAt !== null) return;
        if (state.gaps.some((gap) => gap.source === source && gap.to === null)) return;
        const gap: KeptGap = { session: current.id, source, from: Math.max(since, current.startedAt), to: null };
        await writeGap(store.db, creatorId, gap);
        state.gaps.push(gap);
        listeners.tell({ entries: [], growths: [], at: clock() });
      });
    },

    /** Begins the run of a replay and answers the name that its events carry as `source`. */
    beginReplay(replay: string): Promise<string> {
      return inLine(async () => {
        const runs = await countReplays(store.db, creatorId, replay);
        const change = beginReplay(state.current, replay, runs, clock(), newId);
        if (change.session !== state.current) await moveTo(change);
        return change.session.source ?? replay;
      });
    },

    /** Begins a session by hand; the running one ends. */
    start(): Promise<LiveSession['session']> {
      return inLine(async () => {
        const now = clock();
        const running = state.current !== null && state.current.endedAt === null;
        const session: Session = {
          id: newId(),
          startedAt: now,
          endedAt: null,
          startedBy: 'hand',
          source: null,
          room: null,
        };
        await moveTo({
          session,
          opened: true,
          ended: running && state.current ? { ...state.current, endedAt: now } : null,
        });
        return onWire(session);
      });
    },

    /** Ends the running session (of `replay` only, when given). False when none runs. */
    end(replay?: string): Promise<boolean> {
      return inLine(async () => {
        const { current } = state;
        if (!current || current.endedAt !== null) return false;
        if (replay !== undefined && current.source !== replay) return false;
        await moveTo({ session: { ...current, endedAt: clock() }, opened: false, ended: null });
        return true;
      });
    },

    /** Closes the streaks that fell silent. Called about once a second. */
    tick(): void {
      const closed = closeSilent(state.tally.streaks, clock());
      if (closed.length === 0) return;
      listeners.tell({ entries: [], growths: closed.map((growth) => ({ entry: null, growth })), at: clock() });
    },

    /** The current or last session on the wire. */
    session(sources: ReadonlyArray<SourceStatus>): LiveSession {
      return {
        session: state.current ? onWire(state.current) : null,
        sources: [...sources],
        totals: { ...state.tally.totals },
        gaps: state.gaps.map(gapOnWire),
        lastSeq: state.tally.lastSeq,
      };
    },

    /** All sessions, newest first; the sources belong to the current one. */
    async sessions(sources: ReadonlyArray<SourceStatus>): Promise<LiveSession[]> {
      const kept = await readSessions(store.db, creatorId);
      const gaps = await readGaps(store.db, creatorId);
      return kept.map((session) =>
        session.id === state.current?.id
          ? this.session(sources)
          : {
              session: onWire(session),
              sources: [],
              totals: session.totals,
              gaps: gaps.filter((gap) => gap.session === session.id).map(gapOnWire),
              lastSeq: session.lastSeq,
            },
      );
    },

    /** The number of the newest entry of the journal. */
    lastSeq: () => state.lastSeq,

    /** Keeps what waits, writes the totals and takes nothing more. */
    async close(): Promise<void> {
      stopped = true;
      await flushing;
      await inLine(keepTotals);
    },
  };
}

function onWire(session: Session): NonNullable<LiveSession['session']> {
  return {
    id: session.id,
    startedAt: toInstant(session.startedAt),
    endedAt: session.endedAt === null ? null : toInstant(session.endedAt),
  };
}

function idsBySource(turn: ReadonlyArray<Waiter>): Map<string, string[]> {
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

/**
 * The state as the store has it: the last session with all it added up to. When a live feed's session is still running,
 * this program was away: from the last event on there is a gap, which closes when the feed is back.
 */
async function loadState(store: Store, creatorId: string, now: EpochMillis): Promise<LiveState> {
  const seq = await lastSeq(store.db, creatorId, now);
  const [last] = await readSessions(store.db, creatorId, 1);
  const tally = newTally();
  if (!last) return { current: null, tally, gaps: [], lastSeq: seq };
  for await (const page of sessionEntries(store.db, creatorId, last.id)) {
    for (const entry of page) count(tally, entry, now);
  }
  const { totals: _totals, lastSeq: _lastSeq, ...current } = last;
  return { current, tally, gaps: await readGaps(store.db, creatorId, last.id), lastSeq: seq };
}
