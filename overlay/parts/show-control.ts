import { computed, effect, type ReadonlySignal, signal } from '@preact/signals';
import type { AlertAct } from '../../shared/stage-design.ts';
import type { OnStage } from '../../shared/stage-view.ts';
import { newest } from '../newest.ts';
import { ask, type Refused } from './ask.ts';

/** What the views of studio and desk say of all stages. */
export type Steered = Pick<OnStage, 'blank' | 'alertControl'>;

/** The alerts' buttons. Which of two acts `pause` and `mute` ask for follows from what holds. */
export const ALERT_BUTTONS = ['pause', 'skip', 'replay', 'clear', 'mute'] as const;
export type AlertButton = (typeof ALERT_BUTTONS)[number];

/** What is done to all stages by hand during a show. Nothing is kept back to be sent later. */
export interface ShowControl {
  /** Why the last of these acts did not get through, the panic key's before the alerts'; null when it did. */
  readonly refused: ReadonlySignal<Refused | null>;
  /** The panic key: blanks every stage, or brings them back. It tries also while the page believes itself offline. */
  turn(): void;
  press(button: AlertButton): void;
}

/** After this long a view has told what a press did, or somebody else's hand has done otherwise. */
const TOLD_MILLIS = 1500;

/**
 * `steered` answers what the newest view says, null before the first; `fresh`: the page is connected. That a press did not
 * reach the server is said until it is reached again.
 */
export function showControl(steered: () => Steered | null, fresh: ReadonlySignal<boolean>): ShowControl {
  const panicRefused = signal<Refused | null>(null);
  const alertsRefused = signal<Refused | null>(null);
  effect(() => {
    if (!fresh.value) return;
    for (const one of [panicRefused, alertsRefused]) if (one.peek()?.why === 'offline') one.value = null;
  });
  async function send(path: string, body?: object): Promise<Refused | null> {
    const answer = await ask('POST', path, body);
    return answer.type === 'refused' ? answer : null;
  }
  const presses = newest();
  async function press(button: AlertButton): Promise<void> {
    const isNews = presses.asked();
    const refused = await send(`/alerts/${actOf(button, steered())}`);
    if (isNews()) alertsRefused.value = refused;
  }
  /** What was asked for last, until the view can have told of it: two presses in a row are two acts. */
  let asked: { readonly blank: boolean; readonly at: number } | null = null;
  let before: Promise<void> = Promise.resolve();
  function turn(): void {
    const known = asked && Date.now() - asked.at < TOLD_MILLIS ? asked.blank : (steered()?.blank ?? false);
    const blank = !known;
    asked = { blank, at: Date.now() };
    // One after the other: the later press is the one that holds.
    before = before.then(async () => {
      panicRefused.value = await send('/stages/blank', { blank });
      if (panicRefused.value) asked = null;
    });
  }
  return {
    refused: computed(() => panicRefused.value ?? alertsRefused.value),
    turn,
    press: (button) => void press(button),
  };
}

/** What a press of the button asks for as things stand. */
export function actOf(button: AlertButton, steered: Steered | null): AlertAct {
  if (button === 'pause' && steered?.alertControl.paused) return 'resume';
  if (button === 'mute' && steered?.alertControl.muted) return 'unmute';
  return button;
}

type Pressed = Pick<KeyboardEvent, 'ctrlKey' | 'metaKey' | 'shiftKey' | 'altKey' | 'code' | 'repeat'>;

/** Ctrl+Shift+B, or with the command key of a Mac. */
export function isPanicKey({ ctrlKey, metaKey, shiftKey, altKey, code, repeat }: Pressed): boolean {
  return (ctrlKey || metaKey) && shiftKey && !altKey && code === 'KeyB' && !repeat;
}

/** Hears the panic key on the whole page, in fields too; returns how to stop. */
export function listenToPanicKey(turn: () => void): () => void {
  const hear = (event: KeyboardEvent) => {
    if (!isPanicKey(event)) return;
    event.preventDefault();
    turn();
  };
  addEventListener('keydown', hear);
  return () => removeEventListener('keydown', hear);
}
