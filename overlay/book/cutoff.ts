import type { ThreadView } from '../../shared/thread-view.ts';
import type { Instant } from '../../shared/time.ts';

type Timed = Pick<ThreadView, 'serverTime'> & { readonly service: Pick<ThreadView['service'], 'cutoffMinutes'> };

/** Those of the starts that, once booked, can no longer be cancelled or moved here. */
export function shortNotice({ service, serverTime }: Timed, starts: ReadonlyArray<Instant>): Instant[] {
  // Without a cut-off a booking can be changed until it starts, and none starts in the past.
  if (service.cutoffMinutes === 0) return [];
  const last = Date.parse(serverTime) + service.cutoffMinutes * 60_000;
  return starts.filter((start) => Date.parse(start) <= last);
}

/** Whether erasing calls an appointment off: one that is to come, before its cut-off and after it. */
export function erasingCancels({
  state,
  start,
  serverTime,
}: Pick<ThreadView, 'state' | 'start' | 'serverTime'>): boolean {
  return state === 'booked' && start !== null && Date.parse(start) > Date.parse(serverTime);
}
