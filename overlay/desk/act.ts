import { signal } from '@preact/signals';
import type { DeskRequest } from '../../shared/protocol.ts';
import { ask as askServer, type Refused, refusedAs } from '../parts/ask.ts';
import { type Ask, bodyOf } from './attempts.ts';
import { heard } from './following.ts';
import { attempts, fresh, now } from './state.ts';

/** An act that was refused and taken back: shown on its request until it is understood or tried again. */
export interface Rollback {
  readonly ask: Ask;
  readonly refused: Refused;
}

/** By request. The latest refusal of each is what its person has to know. */
export const rollbacks = signal<ReadonlyMap<string, Rollback>>(new Map());
/** What is typed and not sent, by request: moving through the list loses no text. */
export const drafts = signal<ReadonlyMap<string, string>>(new Map());

let nextKey = 1;

/** Shows the act as done, asks for it, and takes it back in sight when it is refused. Never waits in secret. */
export async function act(request: string, ask: Ask): Promise<void> {
  dismiss(request);
  if (!fresh.value) return rollBack(request, ask, refusedAs('offline'));
  const key = nextKey++;
  attempts.value = [...attempts.value, { key, request, ask, at: now.value }];
  if (ask.type === 'reply') write(request, '');
  const answer = await askServer<DeskRequest>(
    'POST',
    `/requests/${encodeURIComponent(request)}/${ask.type}`,
    bodyOf(ask),
  );
  if (answer.type === 'done') heard(answer.value);
  attempts.value = attempts.value.filter((attempt) => attempt.key !== key);
  if (answer.type === 'refused') rollBack(request, ask, answer);
}

function rollBack(request: string, ask: Ask, refused: Refused): void {
  rollbacks.value = new Map(rollbacks.value).set(request, { ask, refused });
  // The words go back to where they were typed, unless new ones stand there.
  if (ask.type === 'reply' && !drafts.value.get(request)) write(request, ask.text);
}

export function dismiss(request: string): void {
  if (!rollbacks.value.has(request)) return;
  const left = new Map(rollbacks.value);
  left.delete(request);
  rollbacks.value = left;
}

export function write(request: string, text: string): void {
  drafts.value = new Map(drafts.value).set(request, text);
}
