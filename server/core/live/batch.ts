import type { JournalEntry, LiveEvent } from '../../../shared/events.ts';
import { isTest } from '../../../shared/test-source.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { isOvertaken, type OriginKind, placeEvent, type Session } from './sessions.ts';

/** Events that one caller handed in together. */
export interface Delivery {
  readonly events: ReadonlyArray<LiveEvent>;
  readonly origin: OriginKind;
}

/** What is to be kept of a batch: entries with their sessions, sessions that began or changed, and each caller's counts. */
export interface BatchPlan {
  /** `session` is null of tests before the first session. */
  readonly entries: { readonly entry: JournalEntry; readonly session: string | null }[];
  /** Sessions in their newest form, in the order of their beginning. */
  readonly sessions: ReadonlyMap<string, Session>;
  readonly current: Session | null;
  /** Neither accepted nor a duplicate is what a replay still sends after another session began. */
  readonly counts: { accepted: number; duplicates: number }[];
}

/**
 * Decides on all that arrived in one turn: what is new, its number in the journal, its session. `isKnown` says whether
 * the journal holds an event already; a repeat inside the batch is found here.
 */
export function planBatch(
  deliveries: ReadonlyArray<Delivery>,
  facts: {
    current: Session | null;
    lastSeq: number;
    now: EpochMillis;
    newId: () => string;
    isKnown: (source: string, id: string) => boolean;
  },
): BatchPlan {
  const entries: BatchPlan['entries'] = [];
  const sessions = new Map<string, Session>();
  const seen = new Set<string>();
  const counts: BatchPlan['counts'] = [];
  let { current, lastSeq } = facts;
  for (const delivery of deliveries) {
    let duplicates = 0;
    let overtaken = 0;
    for (const event of delivery.events) {
      const key = `${event.source}\u0000${event.id}`;
      if (seen.has(key) || facts.isKnown(event.source, event.id)) {
        duplicates += 1;
        continue;
      }
      if (isOvertaken(current, event, delivery.origin)) {
        overtaken += 1;
        continue;
      }
      seen.add(key);
      if (!isTest(event)) {
        const change = placeEvent(current, event, delivery.origin, facts.now, facts.newId);
        if (change.ended) sessions.set(change.ended.id, change.ended);
        if (change.opened || change.ended) sessions.set(change.session.id, change.session);
        current = change.session;
      }
      lastSeq += 1;
      entries.push({ entry: { seq: lastSeq, ...event }, session: current?.id ?? null });
    }
    counts.push({ accepted: delivery.events.length - duplicates - overtaken, duplicates });
  }
  return { entries, sessions, current, counts };
}
