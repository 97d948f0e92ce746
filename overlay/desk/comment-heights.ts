import { type ReadonlySignal, signal } from '@preact/signals';
import type { DeskComment } from '../../shared/comments.ts';

/** How high a row of the chat is, in pixels, by how many lines of words it has room for; as comments.css draws them. */
export interface RowHeights {
  readonly one: number;
  readonly two: number;
  /** For one line of words and two of what is said of them. */
  readonly three: number;
}

/** Where nothing hovers the line of the name is as high as a thumb needs for the acts in it. */
export const HOVERED: RowHeights = { one: 54, two: 74, three: 94 };
export const TOUCHED: RowHeights = { one: 72, two: 91, three: 110 };

/** Left and right of the words. */
const PADDING = 24;
/** What the browser's own breaking of lines may need beyond the sum of its letters. */
const SPARE = 2;

const asked = signal<ReadonlySet<number>>(new Set());
/** Numbers of those that say more than their words just now. */
export const roomy: ReadonlySignal<ReadonlySet<number>> = asked;

/** Gives a row room for what it says beside its words, until what it answers is called. */
export function makeRoom(seq: number): () => void {
  asked.value = new Set([...asked.value, seq]);
  return () => {
    const left = new Set(asked.value);
    left.delete(seq);
    asked.value = left;
  };
}

/** Measures each comment's words once: ten thousand are not measured anew for one that comes, or for a wider list. */
export function measuredOnce(widthOf: (text: string) => number): (comment: DeskComment) => number {
  const known = new WeakMap<DeskComment, number>();
  return (comment) => {
    const width = known.get(comment) ?? widthOf(comment.text);
    known.set(comment, width);
    return width;
  };
}

/** Whether words of that width stand in one line of a list that is `width` pixels wide. */
export function fitsLine(words: number, width: number): boolean {
  return words + SPARE <= width - PADDING;
}

/** Where each row begins, in pixels from the start of the list, and behind the last where the list ends. */
export function topsOf(
  list: ReadonlyArray<DeskComment>,
  { one, two, three }: RowHeights,
  fits: (comment: DeskComment) => boolean,
  more: ReadonlySet<number>,
): ReadonlyArray<number> {
  const tops = [0];
  let top = 0;
  for (const comment of list) {
    top += more.has(comment.seq) ? three : fits(comment) ? one : two;
    tops.push(top);
  }
  return tops;
}

/** Which rows stand in the window, with two beyond it at either end. `tops` as {@link topsOf} gives them. */
export function rowsInView(
  tops: ReadonlyArray<number>,
  scrollTop: number,
  seen: number,
): { readonly from: number; readonly to: number } {
  const count = tops.length - 1;
  const from = Math.max(0, lastAt(tops, scrollTop) - 2);
  return { from: Math.min(from, Math.max(0, count - 1)), to: Math.min(count, lastAt(tops, scrollTop + seen) + 3) };
}

/** The last row that begins at or before that place. */
function lastAt(tops: ReadonlyArray<number>, place: number): number {
  let [low, high] = [0, tops.length - 1];
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((tops[middle] ?? 0) <= place) low = middle;
    else high = middle - 1;
  }
  return low;
}

/** How many lines a row of that height has room for. */
export function linesOf(height: number, { one, two }: RowHeights): 1 | 2 | 3 {
  return height > two ? 3 : height > one ? 2 : 1;
}
