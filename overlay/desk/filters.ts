import { DESK_LISTS, type DeskList } from '../../shared/desk-lists.ts';
import type { DeskCounts, DeskRow } from '../../shared/desk-view.ts';
import { ENDED_STATES, isOpen } from '../../shared/request-states.ts';
import type { Instant } from '../../shared/time.ts';

export const FILTERS = DESK_LISTS;
export type Filter = DeskList;
/** As many as there are digits. */
const KEYED = 10;

type Listed = Pick<DeskRow, 'state' | 'claim' | 'snoozedUntil' | 'back'>;

/** True while the claim of this member, or of anybody without `by`, holds. A lapsed claim is nobody's. */
export function isClaimed(request: Pick<DeskRow, 'claim'>, now: Instant, by?: string): boolean {
  const { claim } = request;
  return claim !== null && claim.until >= now && (by === undefined || claim.by === by);
}

/** Whether it was put aside and is back, and the desk has not acted on it since. */
export function isBack({ state, snoozedUntil, back }: Omit<Listed, 'claim'>, now: Instant): boolean {
  return isOpen({ state }) && (back || (snoozedUntil !== null && snoozedUntil <= now));
}

/** Whether it is put aside just now: it is in the list of those alone. */
export function isSnoozed(request: Omit<Listed, 'claim'>, now: Instant): boolean {
  return isOpen(request) && request.snoozedUntil !== null && !isBack(request, now);
}

export function passes(request: Listed, filter: Filter, me: string, now: Instant): boolean {
  const { state } = request;
  switch (filter) {
    case 'all':
      return true;
    case 'booked':
    case 'spam':
    case 'declined':
    case 'done':
    case 'no-show':
      return state === filter;
    case 'closed':
      return !isOpen(request) && state !== 'booked' && state !== 'spam';
    case 'snoozed':
      return isSnoozed(request, now);
    default:
      return isOpen(request) && !isSnoozed(request, now) && isOfOpen(request, filter, me, now);
  }
}

type OpenList = 'open' | 'mine' | 'claimed' | 'new' | 'waiting' | 'offered';

function isOfOpen(request: Listed, filter: OpenList, me: string, now: Instant) {
  if (filter === 'open') return true;
  if (filter === 'claimed') return isClaimed(request, now);
  return filter === 'mine' ? isClaimed(request, now, me) : request.state === filter;
}

/** The one list by state that a request is in. */
export function homeOf(
  request: Omit<Listed, 'claim'>,
  now: Instant,
): 'open' | 'snoozed' | 'booked' | 'closed' | 'spam' {
  if (isOpen(request)) return isSnoozed(request, now) ? 'snoozed' : 'open';
  return request.state === 'booked' || request.state === 'spam' ? request.state : 'closed';
}

/** How many requests each filter shows. */
export function countsOf(requests: ReadonlyArray<DeskRow>, me: string, now: Instant): Record<Filter, number> {
  const counts = Object.fromEntries(FILTERS.map((filter) => [filter, 0])) as Record<Filter, number>;
  for (const request of requests) {
    for (const filter of FILTERS) if (passes(request, filter, me, now)) counts[filter] += 1;
  }
  return counts;
}

/**
 * How many there are in all: of what is booked or closed the list holds the latest alone, and the server counts the rest.
 * Never less than what is listed, which may be newer.
 */
export function totalsOf(listed: Record<Filter, number>, counted: DeskCounts | null): Record<Filter, number> {
  if (!counted) return listed;
  const sum = (...states: (keyof DeskCounts)[]) => states.reduce((all, state) => all + counted[state], 0);
  const booked = Math.max(listed.booked, sum('booked'));
  const closed = Math.max(listed.closed, sum(...ENDED_STATES));
  const spam = Math.max(listed.spam, sum('spam'));
  const each = (state: 'declined' | 'done' | 'no-show') => Math.max(listed[state], counted[state]);
  const [declined, done, noShow] = [each('declined'), each('done'), each('no-show')];
  const more = booked - listed.booked + (closed - listed.closed) + (spam - listed.spam);
  return { ...listed, booked, closed, declined, done, 'no-show': noShow, spam, all: listed.all + more };
}

interface Pressed {
  readonly key: string;
  readonly ctrlKey: boolean;
  readonly metaKey: boolean;
  readonly altKey: boolean;
  readonly repeat: boolean;
}

/** The filter of a number key, or null. A chord is another's. */
export function filterOfKey({ key, ctrlKey, metaKey, altKey, repeat }: Pressed): Filter | null {
  if (ctrlKey || metaKey || altKey || repeat || !/^\d$/.test(key)) return null;
  return FILTERS[(Number(key) + 9) % KEYED] ?? null;
}

/** Null for a list without a number key. */
export function keyOfFilter(filter: Filter): string | null {
  const at = FILTERS.indexOf(filter);
  return at < KEYED ? String((at + 1) % KEYED) : null;
}
