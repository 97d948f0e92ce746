import { effect, signal } from '@preact/signals';
import type { DeskOnAir } from '../../shared/desk-view.ts';
import { othersOnAir } from './asking.ts';

/** The question whether what another person has on the stages is to go, asked once at a time. */
export interface Replacing {
  /** What is to be there instead: a comment or the question of a request. */
  readonly what: string;
  /** What it was asked about. Null: somebody was quicker, and who it was is on its way to this page. */
  readonly there: DeskOnAir | null;
}

const asked = signal<Replacing | null>(null);

/** The question as far as it still stands; null once what it was asked about is gone, or another's is there. */
export function stillAsked({ what, there }: Replacing, now: DeskOnAir | null): Replacing | null {
  if (there === null) return { what, there: now };
  const isSame =
    now !== null &&
    now.by?.id === there.by?.id &&
    now.kind === there.kind &&
    now.request === there.request &&
    now.comment === there.comment;
  return isSame ? { what, there } : null;
}

/** What is to be replaced by this one, while that is asked; null while it is not. */
export function toReplaceBy(what: string): DeskOnAir | null {
  return asked.value?.what === what && asked.value.there ? othersOnAir.value : null;
}

/** Asks it for this one; a question for another goes. */
export function askToReplace(what: string, there: DeskOnAir | null): void {
  asked.value = { what, there };
}

/** Takes the question away, if it is this one's. */
export function leaveReplacing(what: string): void {
  if (asked.peek()?.what === what) asked.value = null;
}

/** Takes away a question that is answered by what happened, for as long as the page is there. */
export function followReplacing(): void {
  effect(() => {
    const question = asked.value;
    const next = question && stillAsked(question, othersOnAir.value);
    if (question && (next === null || next.there !== question.there)) asked.value = next;
  });
}
