import { batch, computed, signal } from '@preact/signals';
import type { BulkAct, BulkOutcome } from '../../shared/bulk.ts';
import { type BulkActType, MOST_AT_ONCE } from '../../shared/bulk-acts.ts';
import { ask, type Refused, refusedAs } from '../parts/ask.ts';
import { choice } from './held.ts';
import type { KeyAct } from './keys.ts';
import { fresh, listed, selectedId } from './state.ts';

/*
 * Rows that are chosen for one act together. Only what stands in the list counts: nobody acts on what a filter hides.
 */

const chosen = signal<ReadonlySet<string>>(new Set());
/** Where a range begins: the row that was marked or opened last. */
const anchor = signal<string | null>(null);
/** A click or tap on a row marks it instead of opening it. */
export const marking = signal(false);
/** Which act for all that are marked is being asked more about; null while none is. */
export const markedAsk = signal<'decline' | 'reply' | 'snooze' | 'label' | null>(null);

/** What is said of the last act for many, until something else is done. */
export interface BulkTold {
  readonly act: BulkActType;
  readonly done: number;
  /** Ids of those that wait to be undone. */
  readonly held: ReadonlyArray<string>;
  /** How many were refused, by why. */
  readonly refused: ReadonlyMap<string, number>;
}
export const bulkTold = signal<BulkTold | null>(null);
/** The key of an act that was pressed and is for one request alone; null once something else was done. */
export const bulkSingle = signal<KeyAct | null>(null);
export const bulkRefused = signal<Refused | null>(null);
export const bulkBusy = signal(false);

/** Those that are marked, in the order of the list. */
export const marked = computed(() => listed.value.filter(({ id }) => chosen.value.has(id)).map(({ id }) => id));
export const markedSet = computed<ReadonlySet<string>>(() => new Set(marked.value));
/** Whether the bar is there. */
export const barShown = computed(
  () => marking.value || marked.value.length > 0 || bulkTold.value !== null || bulkRefused.value !== null,
);

export function toggleMark(id: string): void {
  const next = new Set(marked.value);
  if (!next.delete(id) && next.size < MOST_AT_ONCE) next.add(id);
  put(next, id);
}

/** Marks everything from where the last was marked or opened to here. */
export function markTo(id: string): void {
  markBetween(anchor.value ?? selectedId.value ?? id, id);
}

/** Marks all from one row of the list to another. */
export function markBetween(from: string, to: string): void {
  const ids = listed.value.map((row) => row.id);
  put(rangeOf(ids, markedSet.value, from, to), null);
}

/** Why a key did nothing with those that are marked: it is for one alone, or there is nothing yet to put on them. */
export function whyNotForMarked(key: KeyAct, labels: number): 'single' | 'no-label' {
  return key === 'label' && labels === 0 ? 'no-label' : 'single';
}

/** The marks with all from one row to another, 200 at most; a row that is not in the list is no end of a range. */
export function rangeOf(
  ids: ReadonlyArray<string>,
  before: ReadonlySet<string>,
  from: string,
  to: string,
): ReadonlySet<string> {
  const [one, other] = [ids.indexOf(from), ids.indexOf(to)];
  if (other === -1) return before;
  const start = one === -1 ? other : Math.min(one, other);
  const range = ids.slice(start, Math.max(one, other) + 1);
  return new Set([...before, ...range].slice(0, MOST_AT_ONCE));
}

/** All rows of the list, the first 200. */
export function markAll(ids: ReadonlyArray<string> = listed.value.map(({ id }) => id)): void {
  put(new Set(ids.slice(0, MOST_AT_ONCE)), null);
}

function put(next: ReadonlySet<string>, from: string | null): void {
  batch(() => {
    chosen.value = next;
    if (from !== null) anchor.value = from;
    bulkTold.value = null;
    bulkRefused.value = null;
    bulkSingle.value = null;
  });
}

/** Leaves marking; false when there was nothing to leave. */
export function leaveMarks(): boolean {
  if (!barShown.value) return false;
  batch(() => {
    put(new Set(), null);
    anchor.value = null;
    marking.value = false;
    markedAsk.value = null;
  });
  return true;
}

/**
 * One act for all that are marked. Those that were refused stay marked; the rest is told as a number. False where it was not
 * taken at all.
 */
export async function actOnMarked(act: BulkAct): Promise<boolean> {
  const ids = marked.value;
  if (ids.length === 0 || bulkBusy.value) return false;
  bulkBusy.value = true;
  bulkSingle.value = null;
  const path = `/requests/bulk${choice.value.undo ? '?undo=1' : ''}`;
  const answer = fresh.value ? await ask<BulkOutcome>('POST', path, { ids, act }) : refusedAs('offline');
  batch(() => {
    bulkBusy.value = false;
    markedAsk.value = null;
    if (answer.type === 'refused') {
      bulkRefused.value = answer;
      return;
    }
    const { results } = answer.value;
    chosen.value = stillMarked(chosen.value, results);
    bulkRefused.value = null;
    bulkTold.value = toldOf(act.type, results);
  });
  return answer.type === 'done';
}

/** Those that are marked without those that it was done with: what was marked or left while it was on its way stays so. */
export function stillMarked(marks: ReadonlySet<string>, results: BulkOutcome['results']): ReadonlySet<string> {
  const through = new Set(results.filter(({ result }) => result !== 'refused').map(({ id }) => id));
  return new Set([...marks].filter((id) => !through.has(id)));
}

export function toldOf(act: BulkActType, results: BulkOutcome['results']): BulkTold {
  const refused = new Map<string, number>();
  for (const { why } of results) if (why !== null) refused.set(why, (refused.get(why) ?? 0) + 1);
  const idsOf = (wanted: 'done' | 'held') => results.filter(({ result }) => result === wanted).map(({ id }) => id);
  return { act, done: idsOf('done').length, held: idsOf('held'), refused };
}

/** What was taken back of an act for many is marked again, for another act, and said to be done no more. */
export function markTakenBack(ids: ReadonlyArray<string>): void {
  if (ids.length === 0) return;
  batch(() => {
    chosen.value = new Set([...chosen.value, ...ids].slice(0, MOST_AT_ONCE));
    bulkTold.value = toldWithout(bulkTold.value, ids);
  });
}

/** What is still to be said of an act for many without those; null when that is nothing. They may be another act's. */
export function toldWithout(told: BulkTold | null, ids: ReadonlyArray<string>): BulkTold | null {
  if (told === null) return null;
  const held = told.held.filter((id) => !ids.includes(id));
  return held.length + told.done + told.refused.size === 0 ? null : { ...told, held };
}
