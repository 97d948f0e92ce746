import { setTimeout as sleep } from 'node:timers/promises';

/** Waits, or less when the signal aborts; resolves either way, so that a loop can look at the signal itself. */
export async function pause(millis: number, stop: AbortSignal): Promise<void> {
  if (stop.aborted || millis <= 0) return;
  await sleep(millis, undefined, { signal: stop }).catch(() => undefined);
}
