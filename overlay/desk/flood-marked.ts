import { signal } from '@preact/signals';
import type { FloodMarked } from '../../shared/floods.ts';
import type { Instant } from '../../shared/time.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { now } from './state.ts';

/** For how long what was just marked is offered back: many were marked unread, so longer than one act. */
const UNDO_SECONDS = 60;

interface Marked extends FloodMarked {
  readonly undoUntil: Instant;
  /** Why it could not be taken back; goes with its line. */
  readonly refused: Refused | null;
}

const latest = signal<Marked | null>(null);

/** The flood that was marked as spam here a moment ago; null when there is none, or it was put out of sight. */
export function justMarked(): Marked | null {
  return latest.value && latest.value.undoUntil > now.value ? latest.value : null;
}

export function heardMarked(marked: FloodMarked): void {
  latest.value = { ...marked, undoUntil: undoUntil(), refused: null };
}

/** Puts the line out of sight; what was marked stays so. */
export function closeMarked(): void {
  latest.value = null;
}

/** A refusal is in sight for as long again, also when it comes as the time is over. */
export async function undoMarked({ act }: FloodMarked): Promise<void> {
  const answer = await ask('POST', `/floods/undo/${encodeURIComponent(act)}`);
  const marked = latest.peek();
  // Another flood was marked meanwhile, or its line closed.
  if (marked?.act !== act) return;
  latest.value = answer.type === 'done' ? null : { ...marked, undoUntil: undoUntil(), refused: answer };
}

function undoUntil(): Instant {
  return new Date(Date.parse(now.peek()) + UNDO_SECONDS * 1000).toISOString();
}
