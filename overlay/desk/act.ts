import { signal } from '@preact/signals';
import type { BulkOutcome } from '../../shared/bulk.ts';
import { MOST_AT_ONCE } from '../../shared/bulk-acts.ts';
import type { HeldAct, HeldFailed } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { HELD_TYPES } from '../../shared/undo.ts';
import { ask as askServer, type Refused, refusedAs } from '../parts/ask.ts';
import { noteActed } from './after-act.ts';
import { type Ask, bodyOf } from './attempts.ts';
import { putBack, sent, setAside } from './drafts.ts';
import { heard } from './following.ts';
import { askOf, choice, forgetHeld, heardOneHeld } from './held.ts';
import { attempts, fresh, now } from './state.ts';

/** An act that was refused and taken back: shown on its request until it is understood or tried again. */
export interface Rollback {
  readonly ask: Ask;
  readonly refused: Refused;
  /** Asking again would do something else than what failed: an undo, or an act with words that the page has no more. */
  readonly isFinal: boolean;
}

/** By request. The latest refusal of each is what its person has to know. */
export const rollbacks = signal<ReadonlyMap<string, Rollback>>(new Map());

let nextKey = 1;

/**
 * Shows the act as done, asks for it, and takes it back in sight when it is refused. Never waits in secret. False when it
 * was refused.
 */
export async function act(request: string, ask: Ask): Promise<boolean> {
  dismiss(request);
  noteActed(request);
  if (!fresh.value) {
    rollBack(request, ask, refusedAs('offline'));
    return false;
  }
  const key = nextKey++;
  attempts.value = [...attempts.value, { key, request, ask, at: now.value }];
  if (ask.type === 'reply') setAside(request);
  // From a merge there is no other way back.
  const undoable = ask.type === 'merge' || (choice.value.undo && HELD_TYPES.some((type) => type === ask.type));
  const path = `/requests/${encodeURIComponent(request)}/${ask.type}${undoable ? '?undo=1' : ''}`;
  const answer = await askServer<DeskRequest | HeldAct>('POST', path, bodyOf(ask));
  if (answer.type === 'done') {
    if ('until' in answer.value) heardOneHeld(answer.value);
    else heard(answer.value);
    if (ask.type === 'reply') sent(request);
  }
  attempts.value = attempts.value.filter((attempt) => attempt.key !== key);
  if (answer.type === 'refused') rollBack(request, ask, answer);
  return answer.type === 'done';
}

/** Takes back what has not left the house; a reply's words return to where they were typed. */
export async function undo(act: HeldAct): Promise<void> {
  const answer = await askServer<HeldAct>('POST', `/requests/${encodeURIComponent(act.request)}/undo`);
  if (answer.type === 'refused') return rollBack(act.request, askOf(act), answer, true);
  forgetHeld(act.id);
  if (act.type === 'reply') putBack(act.request, act.text);
}

/** Takes back many at once; those that had left already are told at their requests. */
export async function undoMany(acts: ReadonlyArray<HeldAct>): Promise<void> {
  if (acts.length > MOST_AT_ONCE) {
    await Promise.all([undoMany(acts.slice(0, MOST_AT_ONCE)), undoMany(acts.slice(MOST_AT_ONCE))]);
    return;
  }
  const ids = acts.map(({ request }) => request);
  const answer = await askServer<BulkOutcome>('POST', '/requests/bulk/undo', { ids });
  for (const act of acts) {
    const why = answer.type === 'refused' ? answer.why : answer.value.results.find(({ id }) => id === act.request)?.why;
    if (why) rollBack(act.request, askOf(act), answer.type === 'refused' ? answer : refusedAs(why), true);
    else forgetHeld(act.id);
  }
}

/** An act that could not be done when its time had come. */
export function heardFailed({ act, why }: HeldFailed): void {
  forgetHeld(act.id);
  rollBack(act.request, askOf(act), refusedAs(why), true);
}

function rollBack(request: string, ask: Ask, refused: Refused, isFinal = false): void {
  rollbacks.value = new Map(rollbacks.value).set(request, { ask, refused, isFinal });
  // The words go back to where they were typed, unless new ones stand there.
  if (ask.type === 'reply') putBack(request, ask.text);
}

export function dismiss(request: string): void {
  if (!rollbacks.value.has(request)) return;
  const left = new Map(rollbacks.value);
  left.delete(request);
  rollbacks.value = left;
}
