import { signal } from '@preact/signals';
import type { HeldFailed } from '../../shared/desk-team.ts';
import { type Refused, refusedAs } from '../parts/ask.ts';
import type { Ask } from './attempts.ts';
import { type ActName, nameOfHeld } from './call-offs.ts';
import { declineWords, writeDecline } from './declining.ts';
import { putBack } from './drafts.ts';
import { askOf, forgetHeld } from './held.ts';
import { putBackOfferWords } from './offer-words.ts';

/** Somebody of the desk who stands in the way of an act. */
export interface Holder {
  readonly id: string;
  readonly name: string;
}

/** An act that was refused and taken back: shown until it is understood, tried again, or true no more. */
export interface Rollback {
  readonly ask: Ask;
  /** What it goes by: of a call-off it is not that it was declined. */
  readonly as: ActName;
  readonly refused: Refused;
  /** Asking again would do something else than what failed: an undo, or an act with words that the page has no more. */
  readonly isFinal: boolean;
  /** The viewer's, as the request was named then; empty where the page did not know it. */
  readonly name: string;
  /** What it was refused for that passes by itself: somebody who stood in the way, or no connection. Null until the page has seen that. */
  readonly cause: Holder | 'away' | null;
}

/** By request. The latest refusal of each is what its person has to know. */
export const rollbacks = signal<ReadonlyMap<string, Rollback>>(new Map());

/** Shows a refusal at its request, and leaves words where they are: those of an undo that came too late have gone. */
export function showRefused(request: string, back: Omit<Rollback, 'cause'>): void {
  rollbacks.value = new Map(rollbacks.value).set(request, { ...back, cause: null });
}

/** Shows what was refused and takes it back. */
export function rollBack(request: string, back: Omit<Rollback, 'cause'>): void {
  showRefused(request, back);
  // The words go back to where they were typed, unless new ones stand there.
  if (back.ask.type === 'reply') putBack(request, back.ask.text);
  else if (back.ask.type === 'offer') putBackOfferWords(request, back.ask.text ?? '');
  else if (back.ask.type === 'decline' && back.ask.text && declineWords(request) === '')
    writeDecline(request, back.ask.text);
}

/** An act that could not be done when its time had come. */
export function heardFailed({ act, why }: HeldFailed): void {
  forgetHeld(act.id);
  rollBack(act.request, {
    ask: askOf(act),
    as: nameOfHeld(act),
    refused: refusedAs(why),
    isFinal: true,
    name: act.name,
  });
}

export function dismiss(request: string): void {
  if (!rollbacks.value.has(request)) return;
  const left = new Map(rollbacks.value);
  left.delete(request);
  rollbacks.value = left;
}

/** Refusals of which somebody is the reason, and only for a while. */
export const HELD_UP = ['claimed-by-other', 'answer-on-its-way', 'slot-on-its-way'];

/**
 * A refusal as far as it is still true; null once what it was refused for has passed. `holder`: who stands in the way by
 * now. Both may be heard of after the refusal itself, so that nothing has passed before it was seen.
 */
export function stillTrue(back: Rollback, now: { fresh: boolean; holder: Holder | null }): Rollback | null {
  const { refused, cause } = back;
  if (refused.why === 'offline') {
    if (now.fresh) return cause === null ? back : null;
    return cause === null ? { ...back, cause: 'away' } : back;
  }
  if (!HELD_UP.includes(refused.why)) return back;
  if (cause === null) return now.holder === null ? back : { ...back, cause: now.holder };
  return cause !== 'away' && cause.id === now.holder?.id ? back : null;
}

/** The name of who stood in the way; null where nobody did, or it is not known. */
export function holderOf({ cause }: Rollback): string | null {
  return cause === null || cause === 'away' ? null : cause.name;
}
