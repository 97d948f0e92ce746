import type { StageView } from '../../shared/stage-view.ts';
import type { EpochMillis } from '../../shared/time.ts';

/** A free time that was looked up longer ago than this is no longer said. */
export const STALE_MILLIS = 90_000;
/** Without a connection for this long, nothing that may have changed is said: no free time and no price. */
export const LOST_MILLIS = 30_000;

/** The next free time while it is certain, else null. `now` is of the server's clock. */
export function certainNextFree(view: StageView, now: EpochMillis, lostAt: EpochMillis | null): StageView['nextFree'] {
  const { nextFree } = view;
  if (!nextFree || !isCertain(now, lostAt)) return null;
  if (now - Date.parse(nextFree.checkedAt) > STALE_MILLIS) return null;
  return Date.parse(nextFree.start) > now ? nextFree : null;
}

/** False when the connection has been gone for so long that a price could have changed. */
export function isCertain(now: EpochMillis, lostAt: EpochMillis | null): boolean {
  return lostAt === null || now - lostAt <= LOST_MILLIS;
}

/** The next instant at which {@link certainNextFree} or {@link isCertain} may answer differently; null if never. */
export function nextDoubt(view: StageView, now: EpochMillis, lostAt: EpochMillis | null): EpochMillis | null {
  const times = [
    ...(view.nextFree ? [Date.parse(view.nextFree.checkedAt) + STALE_MILLIS, Date.parse(view.nextFree.start)] : []),
    ...(lostAt === null ? [] : [lostAt + LOST_MILLIS]),
  ].filter((time) => time >= now);
  // One millisecond later, since the limits themselves still hold.
  return times.length > 0 ? Math.min(...times) + 1 : null;
}
