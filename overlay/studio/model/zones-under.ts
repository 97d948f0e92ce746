import type { SafeZone, ZoneName } from '../../parts/safe-zones.ts';
import { meet } from '../../stage/layout.ts';
import type { Place } from './geometry.ts';

/** Which zones a box reaches into, in their order. */
export function zonesUnder(box: Place, zones: ReadonlyArray<SafeZone>): ZoneName[] {
  return zones.filter((zone) => meet(box, zone)).map((zone) => zone.name);
}
