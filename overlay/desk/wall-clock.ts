import type { Instant } from '../../shared/time.ts';
import { format } from '../../shared/time-words.ts';

/*
 * Wall times of a zone as instants, by Intl: Temporal would add 20 kB to the page. Between two passes of one hour the
 * first is meant; what a clock change leaves out is as long after it as it would have been, as Temporal has it.
 */

const DAY = 86_400_000;

/** What the clocks of the zone show: `2026-11-24T18:30`, as a field for date and time has it. */
export function wallTime(instant: Instant, zone: string): string {
  const parts = { year: 'numeric', month: '2-digit', day: '2-digit', hour: '2-digit', minute: '2-digit' } as const;
  return format(instant, zone, 'sv-SE', { ...parts, hourCycle: 'h23' }).replace(' ', 'T');
}

/** The instant of a wall time in that form; null for what is none. */
export function instantOf(wall: string, zone: string): Instant | null {
  const asUtc = Date.parse(`${wall}Z`);
  if (Number.isNaN(asUtc)) return null;
  const [before, after] = [asUtc - DAY, asUtc + DAY].map((near) => asUtc - offsetAt(near, zone)) as [number, number];
  const found = [before, after].find((at) => at + offsetAt(at, zone) === asUtc) ?? before;
  return new Date(found).toISOString();
}

/** How far the zone's clocks are ahead of UTC, in milliseconds. */
function offsetAt(millis: number, zone: string): number {
  const minute = millis - (millis % 60_000);
  return Date.parse(`${wallTime(new Date(minute).toISOString(), zone)}Z`) - minute;
}

/** The next day's hour on the zone's clocks. */
export function tomorrowAt(now: Instant, hour: number, zone: string): Instant {
  const today = wallTime(now, zone).slice(0, 10);
  const next = new Date(Date.parse(`${today}T00:00Z`) + DAY).toISOString().slice(0, 10);
  return instantOf(`${next}T${String(hour).padStart(2, '0')}:00`, zone) ?? now;
}
