import { signal } from '@preact/signals';
import type { StageDesign } from '../../../shared/stage-design.ts';

/** What was taken away last, in words, as long as the design is the one without it. */
export const takenAway = signal<{ readonly words: string; readonly from: StageDesign } | null>(null);

/** Who has the focus after one of a list has gone: the next, else the one before; null when it was the only one. */
export function neighbourOf(ids: ReadonlyArray<string>, gone: string): string | null {
  const at = ids.indexOf(gone);
  return ids[at + 1] ?? ids[at - 1] ?? null;
}

/** The row of a widget in the editor's list. */
export function rowId(widget: string): string {
  return `look-row-${widget}`;
}

/** Where a widget is added: there always, but for a stage that is full. */
export const ADD_ID = 'look-add';
