import { signal } from '@preact/signals';
import type { ChatHold } from '../../shared/chat-word.ts';
import type { Instant } from '../../shared/time.ts';
import { UNDO_SECONDS } from '../../shared/undo.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { now, view } from './state.ts';

/** A time that this person has just held from a comment: its code is on the stage, and it is sold to nobody else. */
interface JustHeld extends Pick<ChatHold, 'code' | 'name' | 'start'> {
  readonly undoUntil: Instant;
}

const latest = signal<JustHeld | null>(null);

/** What can be undone just now; nothing once its viewer is asking for it. */
export function justHeld(): JustHeld | null {
  const held = latest.value;
  if (!held || held.undoUntil <= now.value) return null;
  return view.value?.chatHolds.some(({ code, taken }) => code === held.code && taken) ? null : held;
}

export function noteHeld({ code, name, start }: ChatHold): void {
  const undoUntil = new Date(Date.parse(now.value) + UNDO_SECONDS * 1000).toISOString();
  latest.value = { code, name, start, undoUntil };
}

/** Gives the time back; what it was refused with, or null. */
export async function letGo(code: string): Promise<Refused | null> {
  if (latest.value?.code === code) latest.value = null;
  const answer = await ask('DELETE', `/chat-holds/${encodeURIComponent(code)}`);
  return answer.type === 'refused' ? answer : null;
}
