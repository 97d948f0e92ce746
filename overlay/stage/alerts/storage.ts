import type { Alerts } from './alert.ts';
import type { Kept } from './kept.ts';
import { readKept, toKept } from './kept.ts';

/** A storm draws sixty times a second; storage is written once in this time, and when the page goes. */
const WRITE_EVERY_MILLIS = 1_000;

/** One per stage: two stages in one OBS share the storage, and each shows everything. */
const keyOf = (stage: string) => `cuedesk-stage-alerts:${stage}`;

let next: { stage: string; alerts: Alerts } | null = null;
let writing: ReturnType<typeof setTimeout> | undefined;
let isListening = false;

/** What the page before this one left for the stage. */
export function keptFor(stage: string): Kept | null {
  try {
    return readKept(localStorage.getItem(keyOf(stage)));
  } catch {
    // Storage may be forbidden in a browser source: then a reload may show the last seconds again.
    return null;
  }
}

/** Keeps the queue for a page that is loaded after this one. Once all have left no name is in it any more. */
export function keepSoon(stage: string, alerts: Alerts): void {
  next = { stage, alerts };
  if (!isListening && 'addEventListener' in globalThis) {
    isListening = true;
    addEventListener('pagehide', write);
  }
  writing ??= setTimeout(write, WRITE_EVERY_MILLIS);
}

function write(): void {
  clearTimeout(writing);
  writing = undefined;
  if (!next) return;
  const { stage, alerts } = next;
  next = null;
  try {
    localStorage.setItem(keyOf(stage), JSON.stringify(toKept(alerts)));
  } catch {
    // As above.
  }
}
