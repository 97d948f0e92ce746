import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer, Refused } from '../../parts/ask.ts';

/** Where an edit stands. `held`: not sent, since something that must be there is missing. */
export type DraftState =
  | { readonly type: 'saved' }
  | { readonly type: 'edited' }
  | { readonly type: 'held'; readonly missing: ReadonlyArray<string> }
  | { readonly type: 'saving' }
  | { readonly type: 'refused'; readonly refused: Refused };

export interface Draft<T> {
  readonly value: ReadonlySignal<T>;
  readonly state: ReadonlySignal<DraftState>;
  /** True while {@link Draft.undo} would change something. */
  readonly changed: ReadonlySignal<boolean>;
  /** Saved by {@link Draft.flush} alone, which a button must be there for. */
  readonly byHand: boolean;
  /** What the server has, as far as this draft knows. */
  readonly kept: ReadonlySignal<T>;
  edit(value: T): void;
  /** What the server has now, in the place of what stands here: it is saved already. For a draft that is not saving. */
  adopt(value: T): void;
  /** The same, and it is what {@link undo} leads back to from now on. */
  beginAnew(value: T): void;
  /** Back to what stood here when the draft was opened, saved as well. */
  undo(): void;
  /** Saves at once what waits to be saved; resolves when the server has answered. */
  flush(): Promise<void>;
}

const IDLE_MILLIS = 700;

interface DraftOptions<T> {
  readonly initial: T;
  save(value: T): Promise<Answer<unknown>>;
  /** Names of what must be there before it is worth sending. */
  missing?(value: T): ReadonlyArray<string>;
  /** What is edited here acts at once, in a show too: it is saved when somebody says so, and not while it is typed. */
  readonly byHand?: boolean;
}

/** A form that saves itself shortly after the last key. One save at a time; an edit made meanwhile is saved after it. */
export function draftOf<T>({ initial: opened, save, missing, byHand = false }: DraftOptions<T>): Draft<T> {
  let initial = opened;
  const value = signal(initial);
  const kept = signal(initial);
  const state = signal<DraftState>({ type: 'saved' });
  const changed = signal(false);
  let timer: ReturnType<typeof setTimeout> | undefined;
  let running: Promise<void> | null = null;

  function edit(next: T): void {
    clearTimeout(timer);
    // Back at what the server has, nothing waits for the hand that saves.
    if (byHand && running === null && JSON.stringify(next) === JSON.stringify(kept.value)) {
      adopt(kept.value);
      return;
    }
    value.value = next;
    changed.value = JSON.stringify(next) !== JSON.stringify(initial);
    state.value = { type: 'edited' };
    if (!byHand) timer = setTimeout(() => void flush(), IDLE_MILLIS);
  }
  function adopt(next: T): void {
    clearTimeout(timer);
    value.value = next;
    kept.value = next;
    changed.value = JSON.stringify(next) !== JSON.stringify(initial);
    state.value = { type: 'saved' };
  }
  function beginAnew(next: T): void {
    initial = next;
    adopt(next);
  }
  async function flush(): Promise<void> {
    clearTimeout(timer);
    await running;
    if (state.value.type === 'saved' || state.value.type === 'saving') return;
    const lacking = missing?.(value.value) ?? [];
    if (lacking.length > 0) {
      state.value = { type: 'held', missing: lacking };
      return;
    }
    running = send();
    await running;
    running = null;
  }
  async function send(): Promise<void> {
    const sent = value.value;
    state.value = { type: 'saving' };
    const answer = await save(sent);
    if (answer.type === 'done') kept.value = sent;
    // What was typed while the server thought is newer: its own timer saves it.
    if (value.value !== sent) return;
    state.value = answer.type === 'done' ? { type: 'saved' } : { type: 'refused', refused: answer };
  }
  return { value, state, changed, byHand, kept, edit, adopt, beginAnew, undo: () => edit(initial), flush };
}
