import { LOG_KINDS, type LogKind } from '../../../shared/log-kinds.ts';
import type { AuditEntry } from '../../../shared/people.ts';
import { type Answer, ask } from '../../parts/ask.ts';

/** How many entries are read at a time. */
const AT_ONCE = 50;

/** By whom and of what kind; null: of everybody, of every kind. */
export interface LogLens {
  readonly person: string | null;
  readonly kind: LogKind | null;
}

/** A part of the log, the newest first; `next` is what the part after is asked for by, null at its end. */
export interface LogPart {
  readonly entries: ReadonlyArray<AuditEntry>;
  readonly next: number | null;
}

/** Reads one part of the log, its newest or the one after `before`. */
export function readLog({ person, kind }: LogLens, before: number | null): Promise<Answer<LogPart>> {
  const query = new URLSearchParams({ limit: String(AT_ONCE) });
  if (person !== null) query.set('person', person);
  if (kind !== null) query.set('act', LOG_KINDS[kind].join(','));
  if (before !== null) query.set('before', String(before));
  return ask<LogPart>('GET', `/audit?${query}`);
}

/**
 * What waited to be undone has one line, which says what became of it: its outcome, or `undone`. `entries`: the newest
 * first.
 */
export function withoutSettled(entries: ReadonlyArray<AuditEntry>): ReadonlyArray<AuditEntry> {
  const settled = new Set<string>();
  return entries.flatMap((entry) => {
    const { person, act, object, result } = entry;
    const keyOf = (what: string) => JSON.stringify([person?.id, what, object]);
    if (result !== 'held') {
      settled.add(keyOf(act));
      return [entry];
    }
    // An outcome is of the one that was held last before it.
    if (settled.delete(keyOf(act))) return [];
    return [settled.delete(keyOf(UNDO)) ? { ...entry, result: 'undone' } : entry];
  });
}
const UNDO = 'requests.undo';

/** The log with the part after; null where it is another by now: a second answer to one press, or of an earlier choice. */
export function withMore(now: LogPart | null, asked: LogPart, more: LogPart): LogPart | null {
  return now === asked ? { ...more, entries: [...asked.entries, ...more.entries] } : null;
}
