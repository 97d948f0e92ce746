import type { BulkOutcome } from '../../shared/bulk.ts';
import { MOST_AT_ONCE } from '../../shared/bulk-acts.ts';
import type { HeldAct } from '../../shared/desk-team.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { HELD_TYPES } from '../../shared/undo.ts';
import { ask as askServer, type Refused, refusedAs } from '../parts/ask.ts';
import { noteActed } from './after-act.ts';
import { type Ask, bodyOf } from './attempts.ts';
import { putBackBulkWords } from './bulk-words.ts';
import { nameOfAsk, nameOfHeld } from './call-offs.ts';
import { putBack, sent, setAside } from './drafts.ts';
import { heard } from './following.ts';
import { askOf, choice, forgetHeld, heardOneHeld } from './held.ts';
import { markTakenBack } from './marks.ts';
import { putBackOfferWords } from './offer-words.ts';
import { dismiss, type Rollback, rollBack, showRefused } from './rollbacks.ts';
import { attempts, fresh, now, requests } from './state.ts';

let nextKey = 1;

/**
 * Shows the act as done, asks for it, and takes it back in sight when it is refused. Never waits in secret. False when it
 * was refused.
 */
export async function act(request: string, ask: Ask): Promise<boolean> {
  dismiss(request);
  noteActed(request);
  // What it is by now: when the refusal comes its viewer may have cancelled.
  const as = nameOfAsk(request, ask);
  if (!fresh.value) {
    takeBack(request, { ask, as, refused: refusedAs('offline') });
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
  if (answer.type === 'refused') takeBack(request, { ask, as, refused: answer });
  return answer.type === 'done';
}

/** Takes back what has not left the house; the words of a reply or an offer return to where they were typed. */
export async function undo(act: HeldAct): Promise<void> {
  const answer = await askServer<HeldAct>('POST', `/requests/${encodeURIComponent(act.request)}/undo`);
  if (answer.type === 'refused') return takeBackUndo(act, answer);
  forgetHeld(act.id);
  if (act.type === 'reply') putBack(act.request, act.text);
  if (act.type === 'offer') putBackOfferWords(act.request, act.text);
  // The one of many that was not refused.
  if (act.together !== null) markTakenBack([act.request]);
}

/** Takes back many at once; those that had left already are told at their requests. */
export async function undoMany(acts: ReadonlyArray<HeldAct>): Promise<void> {
  if (acts.length > MOST_AT_ONCE) {
    await Promise.all([undoMany(acts.slice(0, MOST_AT_ONCE)), undoMany(acts.slice(MOST_AT_ONCE))]);
    return;
  }
  const ids = acts.map(({ request }) => request);
  const answer = await askServer<BulkOutcome>('POST', '/requests/bulk/undo', { ids });
  const back: string[] = [];
  for (const act of acts) {
    const why = answer.type === 'refused' ? answer.why : answer.value.results.find(({ id }) => id === act.request)?.why;
    if (why) takeBackUndo(act, answer.type === 'refused' ? answer : refusedAs(why));
    else {
      forgetHeld(act.id);
      back.push(act.request);
      if (act.type === 'reply' || act.type === 'decline') putBackBulkWords(act.type, act.text ?? '');
    }
  }
  markTakenBack(back);
}

/** An undo that was refused: to ask for the act again would be something else, and its words are on their way or have gone. */
function takeBackUndo(act: HeldAct, refused: Refused): void {
  const name = nameIn(act.request);
  showRefused(act.request, { ask: askOf(act), as: nameOfHeld(act), refused, isFinal: true, name });
}

function takeBack(request: string, back: Pick<Rollback, 'ask' | 'as' | 'refused'>): void {
  rollBack(request, { ...back, isFinal: false, name: nameIn(request) });
}

function nameIn(request: string): string {
  return requests.peek().find(({ id }) => id === request)?.name ?? '';
}
