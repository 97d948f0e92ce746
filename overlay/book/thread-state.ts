import { signal } from '@preact/signals';
import type { ThreadView } from '../../shared/protocol.ts';
import { connect } from '../connect.ts';
import type { Answer, Refused } from '../parts/ask.ts';
import { ask } from '../parts/ask.ts';
import type { Loaded } from './offers-state.ts';

/** Without the socket for this long, the thread is fetched instead, and again at this pace. */
const POLL_EVERY_MILLIS = 15_000;

export const thread = signal<Loaded<ThreadView>>({ type: 'loading' });
/** False while the page cannot be sure to show the last word; true at first, so that nothing flashes. */
export const live = signal(true);
/** How far the server's clock is ahead of this device's, in ms, by the last view. */
export const ahead = signal(0);
export const acting = signal(false);
/** What the erasing did, once it is done: the thread itself is gone then. */
export const erased = signal<{ readonly cancelled: boolean } | null>(null);
export const threadRefused = signal<Refused | null>(null);

/** Keeps the thread up to date for as long as the page is open: by the socket, and by asking while it is away. */
export function openThread(secret: string): void {
  void refresh(secret);
  const connection = connect('thread', () => ({ secret }));
  connection.on('view', show);
  let polling: ReturnType<typeof setInterval> | undefined;
  connection.state.subscribe((state) => {
    clearInterval(polling);
    if (state === 'connected') live.value = true;
    else polling = setInterval(() => void refresh(secret), POLL_EVERY_MILLIS);
    // A thread that was erased on another page is cut off, and is asked about at once.
    if (state === 'lost') void refresh(secret);
    if (state === 'lost') live.value = false;
  });
}

function show(view: ThreadView): void {
  ahead.value = Date.parse(view.serverTime) - Date.now();
  thread.value = { type: 'ready', value: view };
}

/** Fetches the thread. A failure never takes away what is already shown, unless it was erased on another page. */
export async function refresh(secret: string): Promise<void> {
  const answer = await ask<ThreadView>('GET', `/public/threads/${secret}`);
  if (answer.type === 'done') {
    show(answer.value);
  } else if (thread.value.type !== 'ready' || answer.why === 'not-found') {
    thread.value = { type: 'failed', why: answer.why };
  }
}

export function sendMessage(secret: string, text: string): Promise<boolean> {
  return act(secret, 'messages', { text });
}

export function cancelRequest(secret: string): Promise<boolean> {
  return act(secret, 'cancel', {});
}

/** Also takes one of the nearest times, when the asked one went to another. */
export function moveRequest(secret: string, start: string): Promise<boolean> {
  return act(secret, 'move', { start });
}

/** To the end of the line; with a kept time in hand it is "not this time". */
export function joinWaitlist(secret: string): Promise<boolean> {
  return act(secret, 'waitlist', {});
}

/** Erases the viewer's data. Afterwards {@link erased} says what it did, and the thread is no more. */
export async function eraseThread(secret: string, cancels: boolean): Promise<void> {
  acting.value = true;
  const answer = await ask<unknown>('POST', `/public/threads/${secret}/erase`, {});
  acting.value = false;
  threadRefused.value = answer.type === 'refused' ? answer : null;
  if (answer.type === 'done') erased.value = { cancelled: cancels };
}

export function calendarAddress(secret: string): string {
  return `/api/v1/public/threads/${secret}/calendar.ics`;
}

async function act(secret: string, what: 'messages' | 'cancel' | 'move' | 'waitlist', body: unknown): Promise<boolean> {
  acting.value = true;
  const answer: Answer<unknown> = await ask('POST', `/public/threads/${secret}/${what}`, body);
  threadRefused.value = answer.type === 'refused' ? answer : null;
  // What the act changed may come by the socket a moment later; the page does not wait for it.
  if (answer.type === 'done' || answer.why === 'slot-taken') await refresh(secret);
  acting.value = false;
  return answer.type === 'done';
}
