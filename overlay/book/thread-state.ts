import { signal } from '@preact/signals';
import type { Language } from '../../shared/local-text.ts';
import type { ThreadView } from '../../shared/thread-view.ts';
import type { Instant } from '../../shared/time.ts';
import { connect } from '../connect.ts';
import { newest } from '../newest.ts';
import type { Answer, Refused } from '../parts/ask.ts';
import { ask } from '../parts/ask.ts';
import type { Loaded } from './loaded.ts';
import { learnClock } from './server-clock.ts';

/** Without the socket for this long, the thread is fetched instead, and again at this pace. */
const POLL_EVERY_MILLIS = 15_000;

export const thread = signal<Loaded<ThreadView>>({ type: 'loading' });
/** Since when, in ms of this device's clock, the page cannot be sure to show the last word; null while it can. */
export const staleSince = signal<number | null>(null);
/** How far the server's clock is ahead of this device's, in ms, by the last view. */
export const ahead = signal(0);
export const acting = signal(false);
/** What the erasing did, once it is done: the thread itself is gone then. */
export const erased = signal<{ readonly cancelled: boolean } | null>(null);
export const threadRefused = signal<Refused | null>(null);
/** Why the last message did not go; said where it was written. */
export const messageRefused = signal<Refused | null>(null);
/** Counts what takes the focus to where the thread stands now: an act that ended, or a question that was put away. */
export const told = signal(0);

export function tell(): void {
  told.value += 1;
}

const views = newest();
let answeredAt = Date.now();
let hangUp = () => {};

/**
 * Keeps the thread up to date by the socket, and by asking while it is away, until the thread is no more or what it
 * returns is called.
 */
export function openThread(secret: string): () => void {
  void refresh(secret);
  const connection = connect('thread', () => ({ secret }));
  connection.on('view', (view) => {
    views.pushed();
    show(view);
  });
  let polling: ReturnType<typeof setInterval> | undefined;
  const unsubscribe = connection.state.subscribe((state) => {
    clearInterval(polling);
    if (state === 'connected') staleSince.value = null;
    else polling = setInterval(() => void refresh(secret), POLL_EVERY_MILLIS);
    if (state !== 'lost') return;
    staleSince.value ??= Date.now();
    // A thread that was erased on another page is cut off, and is asked about at once.
    void refresh(secret);
  });
  // A phone that loses its network says so long before the socket notices.
  const cutOff = () => {
    staleSince.value ??= Date.now();
  };
  const backOn = () => void refresh(secret);
  addEventListener('offline', cutOff);
  addEventListener('online', backOn);
  hangUp = () => {
    unsubscribe();
    clearInterval(polling);
    connection.close();
    removeEventListener('offline', cutOff);
    removeEventListener('online', backOn);
  };
  return hangUp;
}

function show(view: ThreadView): void {
  answeredAt = Date.now();
  staleSince.value = null;
  ahead.value = Date.parse(view.serverTime) - Date.now();
  learnClock(Date.parse(view.serverTime));
  thread.value = { type: 'ready', value: view };
  // The server is there again, and whoever reads that it is not would not try.
  for (const refused of [threadRefused, messageRefused]) if (isAway(refused.value)) refused.value = null;
}

function isAway(refused: Refused | null): boolean {
  return refused?.why === 'offline' || refused?.why === 'unavailable';
}

/** Fetches the thread. A failure never takes away what is already shown, unless it was erased on another page. */
export async function refresh(secret: string): Promise<void> {
  const isNews = views.asked();
  const answer = await ask<ThreadView>('GET', `/public/threads/${secret}`);
  if (answer.type === 'done') {
    if (isNews()) show(answer.value);
  } else if (thread.value.type !== 'ready' || answer.why === 'not-found') {
    thread.value = { type: 'failed', why: answer.why };
    // Its secret opens nothing any more, and never will.
    if (answer.why === 'not-found') hangUp();
  } else {
    staleSince.value ??= answeredAt;
  }
}

export function sendMessage(secret: string, text: string): Promise<boolean> {
  return act(secret, 'messages', { text });
}

export function cancelRequest(secret: string): Promise<boolean> {
  return act(secret, 'cancel', {});
}

/** Tells the server what is read from now on. Of no other consequence here: a refusal changes nothing that is seen. */
export async function speakInThread(secret: string, language: Language, tag: string): Promise<void> {
  const locale = tag === language ? {} : { locale: tag };
  await ask('POST', `/public/threads/${secret}/language`, { language, ...locale });
}

/** Also takes one of the nearest times, when the asked one went to another. */
export function moveRequest(secret: string, start: string): Promise<boolean> {
  return act(secret, 'move', { start });
}

/** To the end of the line; with a kept time in hand it is "not this time". */
export function joinWaitlist(secret: string): Promise<boolean> {
  return act(secret, 'waitlist', {});
}

/** Between which starts a time would do; what is left out is no bound. The place in line stays. */
export function waitForDays(secret: string, bounds: { earliest?: Instant; latest?: Instant }): Promise<boolean> {
  const { earliest = null, latest = null } = bounds;
  return act(secret, 'waitlist', { days: { earliest, latest } });
}

/** Erases the viewer's data. Afterwards {@link erased} says what it did, and the thread is no more. */
export async function eraseThread(secret: string, cancels: boolean): Promise<void> {
  acting.value = true;
  const answer = await ask<unknown>('POST', `/public/threads/${secret}/erase`, {});
  acting.value = false;
  threadRefused.value = answer.type === 'refused' ? answer : null;
  if (answer.type === 'refused') return tell();
  hangUp();
  erased.value = { cancelled: cancels };
}

export function calendarAddress(secret: string): string {
  return `/api/v1/public/threads/${secret}/calendar.ics`;
}

/** Where the file of everything that is kept of the viewer is. */
export function dataAddress(secret: string): string {
  return `/api/v1/public/threads/${secret}/data.json`;
}

/** Where mails go from now on; null: nowhere. */
export function mailAt(secret: string, email: string | null): Promise<boolean> {
  return act(secret, 'email', { email });
}

async function act(
  secret: string,
  what: 'email' | 'messages' | 'cancel' | 'move' | 'waitlist',
  body: unknown,
): Promise<boolean> {
  acting.value = true;
  const answer: Answer<unknown> = await ask('POST', `/public/threads/${secret}/${what}`, body);
  (what === 'messages' ? messageRefused : threadRefused).value = answer.type === 'refused' ? answer : null;
  // What the act changed may come by the socket a moment later; the page does not wait for it.
  if (answer.type === 'done' || answer.why === 'slot-taken') await refresh(secret);
  acting.value = false;
  // Words that were sent are read above the field that they were written in, and why they were not; more may be typed there.
  if (what !== 'messages') tell();
  return answer.type === 'done';
}
