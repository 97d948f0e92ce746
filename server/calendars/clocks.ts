import type { Span } from '../core/booking/span.ts';
import { offsetsOf } from '../core/booking/wall-clock.ts';

const YEAR = 366 * 86_400_000;

/**
 * Turns wall times (written as if in UTC) into instants, a look-up of microseconds each: a file has thousands. Null for a
 * name that is no zone here. In the repeated hour it is the first pass, in the skipped one the time after it, as RFC 5545
 * has it. Times more than a year before the window are as exact as what is asked about them: whether they reach into it.
 */
export function clocksOf(window: Span): (zone: string | null) => ((wall: number) => number) | null {
  const known = new Map<string, ((wall: number) => number) | null>();
  return (zone) => {
    if (zone === null) return null;
    const before = known.get(zone);
    if (before !== undefined) return before;
    const made = isZone(zone) ? clockOf(zone, window) : null;
    known.set(zone, made);
    return made;
  };
}

function clockOf(zone: string, window: Span): (wall: number) => number {
  const offsets = offsetsOf(zone, { from: window.from - YEAR, to: window.to + YEAR });
  return (wall) => {
    for (const [place, { millis, from, to }] of offsets.entries()) {
      if (wall - millis >= to && place < offsets.length - 1) continue;
      const last = offsets[place - 1];
      // In the skipped hour neither offset has it: what the clock would have shown without the change is meant.
      return wall - (last && wall - millis < from ? last.millis : millis);
    }
    return wall;
  };
}

function isZone(name: string): boolean {
  try {
    new Intl.DateTimeFormat('en', { timeZone: name });
    return true;
  } catch {
    return false;
  }
}
