import type { StageMoment } from '../../../shared/stage-view.ts';
import { OLDEST_MILLIS } from './alert.ts';

/** Below this it is not worth looking for what has become too old. */
const FEW = 500;

/**
 * What has come since the last frame, of each streak the newest. A hidden source gets no frames for hours; what piles up
 * meanwhile is bounded by the streaks of half a minute.
 */
export function arrivals() {
  let newest = new Map<string, StageMoment>();
  let lookAt = FEW;
  return {
    add(moments: ReadonlyArray<StageMoment>): void {
      for (const moment of moments) {
        if ((newest.get(moment.key)?.seq ?? -1) > moment.seq) continue;
        // Behind all others: the first are then those that have not changed for longest.
        newest.delete(moment.key);
        newest.set(moment.key, moment);
      }
      const last = moments.at(-1);
      if (!last || newest.size < lookAt) return;
      const since = Date.parse(last.at) - OLDEST_MILLIS;
      for (const [key, { at }] of newest) {
        if (Date.parse(at) >= since) break;
        newest.delete(key);
      }
      lookAt = Math.max(FEW, 2 * newest.size);
    },
    takeAll(): StageMoment[] {
      const all = [...newest.values()];
      newest = new Map();
      lookAt = FEW;
      return all;
    },
  };
}
