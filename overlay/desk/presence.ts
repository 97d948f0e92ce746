import { effect, type ReadonlySignal, signal } from '@preact/signals';
import type { DeskPresence, TakenOver } from '../../shared/desk-team.ts';
import { deskLine } from './line.ts';

/** Said again this often, so that the server knows a page that is there from one that is gone without a word. */
const AGAIN_MILLIS = 10_000;
const TYPING_AGAIN_MILLIS = 3_000;
/** Without a key for this long nobody types any more. */
const TYPED_FOR_MILLIS = 5_000;

/** Who looks at which request, this person too. */
export const presence = signal<ReadonlyArray<DeskPresence>>([]);
/** Claims that others took over, until they were read. */
export const taken = signal<ReadonlyArray<TakenOver>>([]);

let here: string | null = null;
let typedAt = Number.NEGATIVE_INFINITY;
let toldAt = Number.NEGATIVE_INFINITY;

/** Somebody types to a request; to be called with each key. */
export function type(request: string): void {
  const began = performance.now() - typedAt > TYPED_FOR_MILLIS;
  typedAt = performance.now();
  if (began || typedAt - toldAt > TYPING_AGAIN_MILLIS || here !== request) tellHere();
}

/** Tells where this person is, now and again. A page that nobody sees looks at nothing. */
export function tellPresence(selected: ReadonlySignal<string | null>): void {
  const look = () => {
    const next = document.visibilityState === 'visible' ? selected.peek() : null;
    if (next !== here) typedAt = Number.NEGATIVE_INFINITY;
    here = next;
    tellHere();
  };
  effect(() => {
    selected.value;
    look();
  });
  document.addEventListener('visibilitychange', look);
  setInterval(() => {
    const stopped = performance.now() - typedAt > TYPED_FOR_MILLIS && toldTyping;
    if (stopped || performance.now() - toldAt > AGAIN_MILLIS) tellHere();
  }, 1000);
}

let toldTyping = false;

export function tellHere(): void {
  toldAt = performance.now();
  toldTyping = toldAt - typedAt <= TYPED_FOR_MILLIS;
  deskLine()?.tell('here', { request: here, typing: toldTyping });
}

export function heardTaken(told: TakenOver): void {
  taken.value = [...taken.value.filter(({ request }) => request !== told.request), told];
}

export function understood(request: string): void {
  taken.value = taken.value.filter((each) => each.request !== request);
}
