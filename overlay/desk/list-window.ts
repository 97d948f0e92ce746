import { signal } from '@preact/signals';

/** Rows drawn above and below what is seen, so that a quick hand does not see them come. */
const SPARE = 12;

/** Where the list is scrolled to, how high its box and one of its rows are, in CSS pixels. */
export const scroll = signal({ top: 0, height: 0, row: 34 });

/** Which rows to draw, and how high what is left out above and below would be. */
export function windowOf(count: number, { top, height, row }: { top: number; height: number; row: number }) {
  const first = Math.max(0, Math.min(Math.floor(top / row), count) - SPARE);
  const last = Math.min(count, Math.ceil((top + height) / row) + SPARE);
  return { first, last, above: first * row, below: (count - last) * row };
}

/** Where to scroll to so that this row is seen whole; the same when it is. */
export function revealed(index: number, { top, height, row }: { top: number; height: number; row: number }): number {
  if (index * row < top) return index * row;
  return Math.max(top, (index + 1) * row - height);
}

/** Scrolls the list to the row at this place. */
export function reveal(index: number): void {
  const box = document.querySelector('.list-scroll');
  if (box && index >= 0) box.scrollTop = revealed(index, scroll.peek());
}
