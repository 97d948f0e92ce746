import type { BulkOutcome } from '../../shared/bulk.ts';
import { MOST_AT_ONCE } from '../../shared/bulk-acts.ts';
import type { HeldAct } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { HELD_TYPES } from '../../shared/undo.ts';
import { ask as askServer, type Refused, refusedAs } from '../parts/ask.ts';
import { noteActed } from './after-act.ts';
import { type Ask, bodyOf } from './attempts.ts';
import { putBack, sent, setAside } from './drafts.ts';
import { heard } from './following.ts';
import { askOf, choice, forgetHeld, heardOneHeld } from './held.ts';
import { dismiss, rollBack } from './rollbacks.ts';
import { attempts, fresh, now, requests } from './state.ts';

let nextKey = 1;

/**
 * Shows the act as done, asks for it, and takes it back in sight when it is refused. Never waits in secret. False when it
 * was refused.
 */
export async function act(request: string, ask: Ask): Promise<boolean> {
  dismiss(request);
  noteActed(request);
  if (!fresh.value) {
    takeBack(request, ask, refusedAs('offline'));
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
  if (answer.type === 'refused') takeBack(request, ask, answer);
  return answer.type === 'done';
}

/** Takes back what has not left the house; a reply's words return to where they were typed. */
export async function undo(act: HeldAct): Promise<void> {
  const answer = await askServer<HeldAct>('POST', `/requests/${encodeURIComponent(act.request)}/undo`);
  if (answer.type === 'refused') return takeBack(act.request, askOf(act), answer, true);
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
    if (why) takeBack(act.request, askOf(act), answer.type === 'refused' ? answer : refusedAs(why), true);
    else forgetHeld(act.id);
  }
}

function takeBack(request: string, ask: Ask, refused: Refused, isFinal = false): void {
  const name = requests.peek().find(({ id }) => id === request)?.name ?? '';
  rollBack(request, { ask, refused, isFinal, name });
}
