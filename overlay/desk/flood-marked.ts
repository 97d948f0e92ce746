import { signal } from '@preact/signals';
import type { FloodMarked } from '../../shared/floods.ts';
import type { Instant } from '../../shared/time.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { now } from './state.ts';

/** For how long what was just marked is offered back: many were marked unread, so longer than one act. */
const UNDO_SECONDS = 60;

interface Marked extends FloodMarked {
  readonly undoUntil: Instant;
}

const latest = signal<Marked | null>(null);
/** Why it could not be taken back. */
export const floodRefused = signal<Refused | null>(null);

/** The flood that was marked as spam here a moment ago; null when there is none, or it was put out of sight. */
export function justMarked(): Marked | null {
  return latest.value && latest.value.undoUntil > now.value ? latest.value : null;
}

export function heardMarked(marked: FloodMarked): void {
  floodRefused.value = null;
  latest.value = { ...marked, undoUntil: new Date(Date.parse(now.value) + UNDO_SECONDS * 1000).toISOString() };
}

/** Puts the line out of sight; what was marked stays so. */
export function closeMarked(): void {
  latest.value = null;
  floodRefused.value = null;
}

export async function undoMarked({ act }: FloodMarked): Promise<void> {
  const answer = await ask('POST', `/floods/undo/${encodeURIComponent(act)}`);
  if (answer.type === 'done') closeMarked();
  else floodRefused.value = answer;
}
