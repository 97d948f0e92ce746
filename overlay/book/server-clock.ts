/*
 * The server's clock, by which times are sold. A phone's may be wrong by hours: what it calls today would be tomorrow, and
 * the free times of the hours between would be missing.
 */

/** Below this it is the way of the answer and whole seconds, not a wrong clock. */
const LEAST_WRONG_MS = 120_000;

/** How far the server's clock is ahead of this device's, in ms; 0 while the two agree, or no answer has told. */
let ahead = 0;

export function clockAhead(): number {
  return ahead;
}

export function serverNow(): number {
  return Date.now() + ahead;
}

/** An answer that has just come says when it was given. */
export function learnClock(answeredAt: number | undefined): void {
  if (answeredAt === undefined || Number.isNaN(answeredAt)) return;
  const off = answeredAt - Date.now();
  if (Math.abs(off - ahead) < LEAST_WRONG_MS) return;
  ahead = Math.abs(off) < LEAST_WRONG_MS ? 0 : off;
}
