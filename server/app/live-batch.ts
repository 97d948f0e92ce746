import type { JournalEntry } from '../../shared/events.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type BatchPlan, planBatch } from '../core/live/batch.ts';
import type { GiftGrowth } from '../core/live/streaks.ts';
import { copyTally, count, type Tally } from '../core/live/tally.ts';
import { rowOf } from '../store/journal.ts';
import type { Store, Tx } from '../store/store.ts';
import { draftOf, keepDraft, type LiveDraft, moveTo } from './live-draft.ts';
import type { LiveState } from './live-state.ts';
import type { Waiting } from './live-turns.ts';

/** What a gift added; `entry` is null when the streak closed without a message. */
export interface Grown {
  readonly entry: JournalEntry | null;
  readonly growth: GiftGrowth;
}

/** A turn that is durable. `settled` where sessions began or ended in it: they were counted and kept with it. */
export interface KeptTurn {
  readonly plan: BatchPlan;
  readonly settled: { readonly draft: LiveDraft; readonly grown: ReadonlyArray<Grown> } | null;
}

/** Decides and writes within a transaction. Null, with nothing written, when another writer has moved the journal. */
export async function keepTurn(
  tx: Tx,
  deps: { store: Store; creatorId: string; newId: () => string },
  state: LiveState,
  turn: ReadonlyArray<Waiting>,
  now: EpochMillis,
): Promise<KeptTurn | null> {
  const { store, creatorId, newId } = deps;
  const known = new Set<string>();
  for (const [source, ids] of idsBySource(turn)) {
    for (const id of await store.knownIds(tx, creatorId, source, ids)) known.add(`${source}\u0000${id}`);
  }
  const isKnown = (source: string, id: string) => known.has(`${source}\u0000${id}`);
  const plan = planBatch(turn, { current: state.current, lastSeq: state.lastSeq, now, newId, isKnown });
  const newest = plan.entries.at(-1)?.entry.seq;
  if (newest === undefined) return { plan, settled: null };
  if (!(await store.moveSeq(tx, creatorId, state.lastSeq, newest))) return null;
  const settled = plan.sessions.size > 0 ? settle(state, plan, now) : null;
  if (settled) await keepDraft(tx, creatorId, settled.draft);
  const rows = plan.entries.map(({ entry, session }) => rowOf(creatorId, entry, session, now));
  await store.insertEvents(tx, rows);
  return { plan, settled };
}

/** Counts the entries of a turn in which no session began or ended. They are durable: nothing can take them back. */
export function countKept(tally: Tally, plan: BatchPlan, now: EpochMillis): Grown[] {
  const grown = new Map<string, Grown>();
  for (const { entry } of plan.entries) {
    const growth = count(tally, entry, now);
    if (growth) add(grown, { entry, growth });
  }
  return [...grown.values()];
}

/** Counts the entries each to its own session, on a copy: what a session added up to is kept with its end. */
function settle(state: LiveState, plan: BatchPlan, now: EpochMillis): NonNullable<KeptTurn['settled']> {
  const draft = draftOf(state);
  draft.tally = copyTally(state.tally);
  const grown = new Map<string, Grown>();
  const move = (...to: Parameters<typeof moveTo>) => {
    for (const growth of moveTo(...to)) add(grown, { entry: null, growth });
  };
  for (const { entry, session } of plan.entries) {
    const opened = session === null || session === draft.current?.id ? null : plan.sessions.get(session);
    if (opened) {
      // The one before may have ended in this very batch: it is settled in that form, with all it added up to.
      const before = draft.current ? plan.sessions.get(draft.current.id) : undefined;
      move(draft, { session: opened, opened: true, ended: before ?? null }, now);
    }
    const growth = count(draft.tally, entry, now);
    if (growth) add(grown, { entry, growth });
    draft.lastSeq = entry.seq;
  }
  const { current } = plan;
  if (current && current.endedAt !== null && plan.sessions.has(current.id)) {
    move(draft, { session: current, opened: false, ended: null }, now);
  }
  return { draft, grown: [...grown.values()] };
}

/** One streak's growth over a turn as one: what it added is summed, where it stands is the latest. */
function add(grown: Map<string, Grown>, after: Grown): void {
  const { growth } = after;
  const before = grown.get(growth.key);
  grown.set(growth.key, {
    entry: after.entry ?? before?.entry ?? null,
    growth: {
      ...growth,
      addedCount: (before?.growth.addedCount ?? 0) + growth.addedCount,
      addedValue: (before?.growth.addedValue ?? 0) + growth.addedValue,
      changed: (before?.growth.changed ?? false) || growth.changed,
    },
  });
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
