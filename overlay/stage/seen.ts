import type { StageMoment } from '../../shared/protocol.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { OLDEST_MILLIS } from './alerts.ts';

const KEPT_UNDER = 'cuedesk-stage-seen';
/** A storm draws sixty times a second; storage is written once in this time. */
const WRITE_EVERY_MILLIS = 1_000;

let highest = -1;
let isWriting = false;

/**
 * The number of the last moment that a stage of this browser has shown, or -1. What is above it is news even to a page
 * that has just been loaded, so OBS may load it in the middle of a gift. Older than what can be news is forgotten.
 */
export function seenBefore(now: EpochMillis): number {
  if (highest >= 0) return highest;
  try {
    const kept: unknown = JSON.parse(localStorage.getItem(KEPT_UNDER) ?? 'null');
    if (Array.isArray(kept) && now - Number(kept[1]) <= OLDEST_MILLIS) highest = Number(kept[0]);
  } catch {
    // Storage may be forbidden in a browser source: then a reload may show the last seconds again.
  }
  return highest;
}

/** Remembers what is shown from now on as seen, over a reload too. */
export function markSeen(moments: ReadonlyArray<StageMoment>, now: EpochMillis): void {
  const newest = moments.reduce((most, { seq }) => Math.max(most, seq), highest);
  if (newest === highest) return;
  highest = newest;
  if (isWriting) return;
  isWriting = true;
  setTimeout(() => {
    isWriting = false;
    try {
      localStorage.setItem(KEPT_UNDER, JSON.stringify([highest, now]));
    } catch {
      // As above.
    }
  }, WRITE_EVERY_MILLIS);
}
