import type { Instant } from '../../shared/time.ts';
import { type CalendarDay, millisOf, plusDays } from '../parts/calendar-days.ts';
import { dateIn } from './days.ts';

/** Days between which a viewer waits, `2026-11-24`; empty where there is no bound. */
export interface WaitWindow {
  readonly from: string;
  readonly until: string;
}

const MINUTE = 60_000;
/** No zone is further from UTC than 14 hours. */
const FURTHEST = 15 * 60 * MINUTE;

/** The starts that lie on those days in the zone, both days included, as the API has them. */
export function boundsOf({ from, until }: WaitWindow, zone: string): { earliest?: Instant; latest?: Instant } {
  return {
    ...(from ? { earliest: new Date(beginOf(from, zone)).toISOString() } : {}),
    ...(until ? { latest: new Date(beginOf(plusDays(until, 1), zone) - MINUTE).toISOString() } : {}),
  };
}

/**
 * The first minute that is on the day by the zone's calendar, in ms. Looked for by halves: it is midnight but where the
 * clock is changed over midnight, or where a zone left the day out.
 */
function beginOf(day: CalendarDay, zone: string): number {
  let before = millisOf(day) - FURTHEST;
  let on = millisOf(day) + FURTHEST;
  while (on - before > MINUTE) {
    const middle = before + Math.floor((on - before) / 2 / MINUTE) * MINUTE;
    if (dateIn(new Date(middle).toISOString(), zone) < day) before = middle;
    else on = middle;
  }
  return on;
}
