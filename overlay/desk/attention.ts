import type { DeskRow } from '../../shared/desk-view.ts';
import type { Instant } from '../../shared/time.ts';

/*
 * What calls for a person at the desk: a new request, a word or a deed of a viewer in a request of theirs, and what is about to be
 * lost. Pure; `notify.ts` makes it heard and seen.
 */

/** This long before something of a request is lost, it calls. */
const LOSS_NEAR_MILLIS = 15 * 60_000;

export const KINDS = ['loss', 'answer', 'new'] as const;
export type Kind = (typeof KINDS)[number];

export interface Call {
  readonly kind: Kind;
  readonly request: string;
}

type Rows = ReadonlyMap<string, DeskRow>;

/**
 * What has begun to call between two pictures of the list. A request is somebody's, once claimed, until another claims it:
 * while a page is out of sight its claim lapses within two minutes, and that is just when a call is wanted.
 */
export function callsBetween(before: Rows, after: Rows, me: string): Call[] {
  const calls: Call[] = [];
  for (const row of after.values()) {
    const was = before.get(row.id);
    // Rows that did not change are the same object: a list of thousands is gone through at each change.
    if (was === row) continue;
    if (!was) {
      if (row.unread && row.state === 'new') calls.push({ kind: 'new', request: row.id });
    } else if (isAnew(was, row) && (row.claim ?? was.claim)?.by === me) {
      calls.push({ kind: 'answer', request: row.id });
    }
  }
  return calls;
}

function isAnew(was: DeskRow, row: DeskRow): boolean {
  return (row.unread && !was.unread) || (row.news !== null && row.news !== was.news);
}

/** The ids of requests of which something is lost within a quarter of an hour, and not yet. */
export function nearLoss(rows: Iterable<DeskRow>, now: Instant): Set<string> {
  const ids = new Set<string>();
  for (const { id, state, loss } of rows) {
    const isAsk = state === 'new' || state === 'waiting';
    const left = isAsk && loss ? Date.parse(loss.at) - Date.parse(now) : Number.NaN;
    if (left > 0 && left <= LOSS_NEAR_MILLIS) ids.add(id);
  }
  return ids;
}

/** What this browser allows and has: why there are no notifications, or null where there can be. */
export function whyNoNotices(browser: {
  readonly userAgent: string;
  readonly isSecure: boolean;
  readonly permission: NotificationPermission | null;
}): 'dock' | 'insecure' | 'none' | 'denied' | null {
  if (/\bOBS\//.test(browser.userAgent)) return 'dock';
  if (!browser.isSecure) return 'insecure';
  if (browser.permission === null) return 'none';
  return browser.permission === 'denied' ? 'denied' : null;
}
