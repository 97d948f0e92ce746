import { effect } from '@preact/signals';
import type { Connection } from '../connect.ts';
import { alertsInSight } from './state.ts';

/** Nobody reads a number that changes more often. */
const TELL_EVERY_MILLIS = 500;

/** Tells the server how many alerts are not on air yet: the number that the stage says beside the last one. */
export function tellWaiting(connection: Connection<'stage'>): void {
  // Of a page that has just connected the server thinks that nothing waits.
  let told = 0;
  let soon: ReturnType<typeof setTimeout> | undefined;
  effect(() => {
    const { more } = alertsInSight.value;
    if (connection.state.value !== 'connected') told = 0;
    else if (more !== told && !soon) soon = setTimeout(tell, TELL_EVERY_MILLIS);
  });
  function tell(): void {
    soon = undefined;
    if (connection.state.peek() !== 'connected') return;
    told = alertsInSight.peek().more;
    connection.tell('waiting', told);
  }
}
