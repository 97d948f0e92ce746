import type { EpochMillis } from '../../../shared/time.ts';

/** What became of a rule that was reached, or why it was not. All are stable words, as in the list of acts. */
export interface TraceEntry {
  readonly at: EpochMillis;
  readonly what: string;
  /** The scene that it was about; null where it was about none. */
  readonly scene: string | null;
  readonly why: string;
  /** The rule that it lost to, by id. */
  readonly by: string | null;
  /** How often in a row. */
  readonly times: number;
}

/** A rule that a fact named and whose conditions did not hold: which was the first that did not. */
export interface Unmet {
  readonly at: EpochMillis;
  readonly group: number;
  readonly condition: number;
}

export interface RuleTrace {
  /** Newest first. */
  readonly entries: ReadonlyArray<TraceEntry>;
  readonly unmet: Unmet | null;
}

/** Of each rule. */
export const TRACE_KEPT = 50;

/** Notes what became of a rule; the same again only counts. Changes the map in place: it is told many times a second. */
export function note(
  traces: Map<string, RuleTrace>,
  rule: string,
  { at, what, scene, why, by }: Omit<TraceEntry, 'times'>,
): void {
  const { entries, unmet } = traces.get(rule) ?? { entries: [], unmet: null };
  const [newest] = entries;
  const again = newest?.what === what && newest.scene === scene && newest.why === why && newest.by === by;
  const entry = { at, what, scene, why, by, times: again ? newest.times + 1 : 1 };
  traces.set(rule, { entries: [entry, ...(again ? entries.slice(1) : entries)].slice(0, TRACE_KEPT), unmet });
}

export function noteUnmet(traces: Map<string, RuleTrace>, rule: string, unmet: Unmet): void {
  traces.set(rule, { entries: traces.get(rule)?.entries ?? [], unmet });
}
