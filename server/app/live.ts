import type { JournalEntry, LiveEvent } from '../../shared/events.ts';
import type { LiveSession, SourceStatus } from '../../shared/live.ts';
import { isTest, TEST_SOURCE } from '../../shared/test-source.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Giver } from '../core/live/board.ts';
import { beginByHand, beginReplay, enterRoom, type OriginKind } from '../core/live/sessions.ts';
import { closeSilent } from '../core/live/streaks.ts';
import { noTotals } from '../core/live/tally.ts';
import { lastOfSource, lastSeq } from '../store/journal.ts';
import { countReplays, gapOnWire, readGaps, readSessions, writeSession } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';
import { createListeners } from './listeners.ts';
import { countKept, type Grown, type KeptTurn, keepTurn } from './live-batch.ts';
import {
  addGap,
  closeGaps,
  draftOf,
  isUnchanged,
  keepDraft,
  type LiveDraft,
  type Move,
  moveTo,
  stateOf,
} from './live-draft.ts';
import { gapOfAbsence, loadState, sessionOnWire, stateOnWire } from './live-state.ts';
import { type Counts, createTurns, type Waiting } from './live-turns.ts';
import { MOMENT_KEPT_MS } from './recent-moments.ts';

/** How often another writer may be first before the fault is told to the callers. */
const TRIES = 5;

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
  const turns = createTurns((turn) => inside('journal', (now) => keepAndTell(turn, now)));
  const openedAt = clock();
  let before: LiveChange[] = [];
  let state = await loadState(store, creatorId, openedAt, ({ entry, receivedAt: at }, growth) => {
    // A clock that was put back leaves entries in the future: how old they are nobody knows.
    if (at > openedAt || openedAt - at > MOMENT_KEPT_MS) return;
    before.push({ entries: [entry], grown: growth ? [{ entry, growth }] : [], at });
  });
  /** What may not be as the store has it: nothing, what follows from a longer journal, or any of it. */
  let unsure: 'nothing' | 'journal' | 'all' = 'nothing';
  let closed = false;
  let postedAt: EpochMillis | null = null;
  let testedAt = await lastOfSource(store.db, creatorId, TEST_SOURCE);
  const absence = await gapOfAbsence(store, creatorId, state);
  if (absence) await change((draft) => addGap(draft, absence));

  /**
   * Does one thing of the door. What fails may be kept all the same (the answer to a commit can get lost): then the
   * state is read anew, now or as soon as the store answers, and everybody is told to look.
   */
  function inside<T>(writes: 'journal' | 'all', work: (now: EpochMillis) => Promise<T>): Promise<T> {
    return door.run(async () => {
      const now = clock();
      if (unsure !== 'nothing') await readAnew(now);
      try {
        return await work(now);
      } catch (error) {
        unsure = writes;
        await readAnew(now).catch(onFault);
        listeners.tell({ entries: [], grown: [], at: now });
        throw error;
      }
    });
  }

  async function readAnew(now: EpochMillis): Promise<void> {
    // A session may be long: it is not counted again for a batch of which nothing was kept.
    const moved = unsure === 'all' || (await lastSeq(store.db, creatorId, now)) !== state.lastSeq;
    if (moved) state = await loadState(store, creatorId, now);
    unsure = 'nothing';
  }

  async function keepAndTell(turn: ReadonlyArray<Waiting>, now: EpochMillis): Promise<Counts[]> {
    const { plan, settled } = await keep(turn, now);
    const newest = plan.entries.at(-1)?.entry.seq;
    if (newest === undefined) return plan.counts;
    if (plan.entries.some(({ entry }) => isTest(entry))) testedAt = now;
    if (turn.some(({ origin, events }) => origin === 'api' && !events.every(isTest))) postedAt = now;
    const grown = settled ? settled.grown : countKept(state.tally, plan, now);
    state = settled ? stateOf(settled.draft) : { ...state, lastSeq: newest };
    listeners.tell({ entries: plan.entries.map(({ entry }) => entry), grown, at: now });
    return plan.counts;
  }

  async function keep(turn: ReadonlyArray<Waiting>, now: EpochMillis): Promise<KeptTurn> {
    for (let tried = 1; ; tried++) {
      const kept = await store.transaction((tx) => keepTurn(tx, deps, state, turn, now));
      if (kept) return kept;
      if (tried >= TRIES) throw new Error('another writer of this creator is always first');
      state = await loadState(store, creatorId, now);
    }
  }

  /** Changes the state and the store alike, in one transaction. The caller is inside the door. */
  async function change<T>(decide: (draft: LiveDraft) => T): Promise<T> {
    const draft = draftOf(state);
    const answer = decide(draft);
    if (isUnchanged(draft)) return answer;
    await store.transaction((tx) => keepDraft(tx, creatorId, draft));
    state = stateOf(draft);
    return answer;
  }

  /** Goes over to another session, or another form of the same, and tells. The caller is inside the door. */
  async function move(to: Move, now: EpochMillis): Promise<void> {
    const ended = await change((draft) => moveTo(draft, to, now));
    listeners.tell({ entries: [], grown: ended.map((growth) => ({ entry: null, growth })), at: now });
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
      return inside('all', async (now) => {
        const entered = room === null ? null : enterRoom(state.current, room, source, now, newId);
        const ended = await change((draft) => {
          const streaks = entered && entered.session !== draft.current ? moveTo(draft, entered, now) : [];
          closeGaps(draft, now, source);
          return streaks;
        });
        listeners.tell({ entries: [], grown: ended.map((growth) => ({ entry: null, growth })), at: now });
      });
    },

    /** A feed is gone since then: a gap opens in the running session. */
    down(source: string, since: EpochMillis): Promise<void> {
      return inside('all', async (now) => {
        const { current } = state;
        if (!current || current.endedAt !== null) return;
        if (state.gaps.some((gap) => gap.source === source && gap.to === null)) return;
        const from = Math.max(since, current.startedAt);
        await change((draft) => addGap(draft, { session: current.id, source, from, to: null }));
        listeners.tell({ entries: [], grown: [], at: now });
      });
    },

    /** Begins the run of a replay and answers the name that its events carry as `source`. */
    beginReplay(replay: string): Promise<string> {
      return inside('all', async (now) => {
        const runs = await countReplays(store.db, creatorId, replay);
        const begun = beginReplay(state.current, replay, runs, now, newId);
        if (begun.session !== state.current) await move(begun, now);
        return begun.session.source ?? replay;
      });
    },

    /** Begins a session by hand; the running one ends. */
    start(): Promise<void> {
      return inside('all', (now) => move(beginByHand(state.current, now, newId), now));
    },

    /** Ends the running session, or only the one that this run of a replay began. False when it does not run. */
    end(replay?: string): Promise<boolean> {
      return inside('all', async (now) => {
        const { current } = state;
        if (!current || current.endedAt !== null) return false;
        if (replay !== undefined && current.source !== replay) return false;
        await move({ session: { ...current, endedAt: now }, opened: false, ended: null }, now);
        return true;
      });
    },

    /** Closes the streaks that fell silent. Called about once a second. Never rejects. */
    async tick(): Promise<void> {
      if (state.tally.streaks.open.size === 0) return;
      const close = async (now: EpochMillis) => {
        const silent = closeSilent(state.tally.streaks, now);
        if (silent.length === 0) return;
        listeners.tell({ entries: [], grown: silent.map((growth) => ({ entry: null, growth })), at: now });
      };
      await inside('journal', close).catch(onFault);
    },

    /** What the session's journal took in during the last seconds before the start, oldest first; to be asked for once. */
    justBefore(): LiveChange[] {
      const taken = before;
      before = [];
      return taken;
    },

    /** When an event was last taken in that was posted and no test; null while there was none since the start. */
    postedAt: (): EpochMillis | null => postedAt,

    /** When the newest test was taken in; null while there was none. */
    testedAt: (): EpochMillis | null => testedAt,

    /** Who gave in the current or last session; to be read, never changed. */
    board: (): ReadonlyMap<string, Giver> => state.tally.board,

    session: (sources: ReadonlyArray<SourceStatus>): LiveSession => stateOnWire(state, sources),

    /** All sessions, newest first, or the newest `limit`; the sources belong to the current one. */
    async sessions(sources: ReadonlyArray<SourceStatus>, limit?: number): Promise<LiveSession[]> {
      const kept = await readSessions(store.db, creatorId, limit);
      const of = limit === undefined ? undefined : kept.map(({ id }) => id);
      const gaps = Map.groupBy(await readGaps(store.db, creatorId, of), (gap) => gap.session);
      return kept.map(({ totals, lastSeq: last, ...session }) => {
        if (session.id === state.current?.id) return stateOnWire(state, sources);
        const own = (gaps.get(session.id) ?? []).map(gapOnWire);
        return { session: sessionOnWire(session), sources: [], totals, gaps: own, lastSeq: last };
      });
    },

    /** Keeps what waits, writes the totals and takes nothing more. */
    async close(): Promise<void> {
      closed = true;
      await turns.idle();
      await inside('all', async () => {
        if (state.current) await writeSession(store.db, creatorId, state.current, state.tally, noTotals());
      });
    },
  };
}
