import type { EpochMillis } from '../../shared/time.ts';
import { showClock } from './alerts/clock.ts';

/**
 * The page's one clock: alerts, free times, countdowns and what is featured all go by it. The streamer's PC may be
 * minutes off, and its clock may be set in the middle of a show.
 */
export const stageClock = showClock();

/** The server's time as far as the page knows. */
export function serverNow(): EpochMillis {
  return stageClock.read().server;
}
