import { computed, signal } from '@preact/signals';
import type { DeskComment } from '../../shared/comments.ts';
import type { DeskOnAir, DeskRequest } from '../../shared/desk-view.ts';
import { isOpen } from '../../shared/request-states.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { personName } from './person-name.ts';
import { me, now, view } from './state.ts';
import { sayTogether } from './together-words.ts';

/** Id of the request whose question is being made ready for the stage; null while none is. */
export const asking = signal<string | null>(null);

/** What is on the stages by hand just now; the last of them lets go of it by its own clock. */
export const onAirNow = computed<DeskOnAir | null>(() => {
  const asked = view.value?.onAir ?? null;
  return asked && asked.until > now.value ? asked : null;
});

/** Whether a question of such a request may be worth asking; whether its viewer agreed is said when it is opened. */
export function canBeAsked(request: Pick<DeskRequest, 'state' | 'block'>): boolean {
  return request.block === null && (isOpen(request) || request.state === 'booked');
}

/** The viewer's last words: what there is to be answered. */
export function questionOf({ messages }: Pick<DeskRequest, 'messages'>): string {
  return messages.findLast(({ from }) => from === 'viewer')?.text ?? '';
}

/** What another person has there: whoever puts something in its place is asked first. */
export const othersOnAir = computed<DeskOnAir | null>(() => {
  const there = onAirNow.value;
  return there?.by && there.by.id !== me.value ? there : null;
});

/** Whole seconds that it is still there. */
export function secondsOnAir({ until }: DeskOnAir): number {
  return Math.ceil((Date.parse(until) - Date.parse(now.value)) / 1000);
}

/** Whose thing is on the stage, for how long, and whether it is to go. */
export function replaceWords(there: DeskOnAir): string {
  const about = { by: personName(there.by?.name ?? ''), seconds: secondsOnAir(there) };
  return sayTogether(there.kind === 'question' ? 'air.askQuestion' : 'air.askComment', about);
}

/**
 * Puts the words on the stages; what it was refused with, or null. `replace`: also in the place of what another person has
 * there.
 */
export async function askOnAir(request: string, text: string, replace: boolean): Promise<Refused | null> {
  const answer = await ask('POST', `/requests/${encodeURIComponent(request)}/on-air`, { text, replace });
  return answer.type === 'refused' ? answer : null;
}

export async function takeOffAir(request: string): Promise<Refused | null> {
  const answer = await ask('DELETE', `/requests/${encodeURIComponent(request)}/on-air`);
  return answer.type === 'refused' ? answer : null;
}

/** Puts a comment of the chat on the stages, as {@link askOnAir} does a question. */
export async function featureComment(comment: DeskComment, replace: boolean): Promise<Refused | null> {
  const { seq, name, text } = comment;
  const answer = await ask('POST', '/stages/featured', { kind: 'comment', name, text, comment: seq, replace });
  return answer.type === 'refused' ? answer : null;
}

/** Takes off whatever is on the stages. */
export async function clearStage(): Promise<Refused | null> {
  const answer = await ask('POST', '/stages/featured', null);
  return answer.type === 'refused' ? answer : null;
}
