import { computed, signal } from '@preact/signals';
import type { DeskOnAir, DeskRequest } from '../../shared/desk-view.ts';
import { isOpen } from '../../shared/request-states.ts';
import { ask, type Refused } from '../parts/ask.ts';
import { now, view } from './state.ts';

/** Id of the request whose question is being made ready for the stage; null while none is. */
export const asking = signal<string | null>(null);

/** What of the queue is on the stages just now; the last of them lets go of it by its own clock. */
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

/** Puts the words on the stages; what it was refused with, or null. */
export async function askOnAir(request: string, text: string): Promise<Refused | null> {
  const answer = await ask('POST', `/requests/${encodeURIComponent(request)}/on-air`, { text });
  return answer.type === 'refused' ? answer : null;
}

export async function takeOffAir(request: string): Promise<Refused | null> {
  const answer = await ask('DELETE', `/requests/${encodeURIComponent(request)}/on-air`);
  return answer.type === 'refused' ? answer : null;
}
