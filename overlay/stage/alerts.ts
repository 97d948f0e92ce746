import type { StageMoment } from '../../shared/protocol.ts';
import type { EpochMillis } from '../../shared/time.ts';

/** How long an alert stays after it appeared or last grew. */
export const SHOWN_MILLIS = 6_000;
/** The time its way out takes; it still has its place meanwhile. */
export const LEAVING_MILLIS = 200;
/** What happened longer ago than this is never shown as new. */
export const OLDEST_MILLIS = 30_000;
export const MOST_SHOWN = 2;
/** Beyond this the least of those waiting are dropped; nobody would see them within 30 seconds anyway. */
const MOST_WAITING = 40;

/** One viewer's gift streak, follow, share, subscription or tip. The same key is the same alert, however often it grows. */
export interface Alert {
  readonly moment: StageMoment;
  readonly changedAt: EpochMillis;
  readonly leaving: boolean;
}

export interface Alerts {
  /** At most {@link MOST_SHOWN}, in the order they appeared, so that none moves while another grows. */
  readonly shown: ReadonlyArray<Alert>;
  /** The heaviest first. */
  readonly waiting: ReadonlyArray<Alert>;
  /** What was last taken in per key: a view that repeats it after a reconnect brings nothing new. */
  readonly taken: ReadonlyMap<string, Seen>;
}
interface Seen {
  readonly count: number;
  readonly at: EpochMillis;
}
type Taken = Map<string, Seen>;

export const NO_ALERTS: Alerts = { shown: [], waiting: [], taken: new Map() };

/** Takes in what just happened. `now` and the moments' times are of the server's clock. */
export function take(alerts: Alerts, moments: ReadonlyArray<StageMoment>, now: EpochMillis): Alerts {
  const taken = new Map(alerts.taken);
  const next = moments.reduce((so, moment) => takeOne(so, taken, moment, now, now), alerts);
  return advance({ ...next, taken }, now);
}

/**
 * Takes in the moments of a whole view. What is numbered above `seen` is news to this stage, however the page came by
 * it; of the rest only what would still be on is shown, and only for the rest of its time.
 */
export function restore(alerts: Alerts, moments: ReadonlyArray<StageMoment>, seen: number, now: EpochMillis): Alerts {
  const taken = new Map(alerts.taken);
  let next = alerts;
  for (const moment of moments) {
    const at = Date.parse(moment.at);
    if (moment.seq > seen) next = takeOne(next, taken, moment, now, now);
    else if (now - at < SHOWN_MILLIS) next = takeOne(next, taken, moment, Math.min(now, at), now);
    else remember(taken, moment, now);
  }
  return advance({ ...next, taken }, now);
}

/** Lets time pass: what was long enough on leaves, what waited comes in, what waited too long is dropped. */
export function advance(alerts: Alerts, now: EpochMillis): Alerts {
  const shown = alerts.shown
    .filter((alert) => now - alert.changedAt < SHOWN_MILLIS + LEAVING_MILLIS)
    .map((alert) => ({ ...alert, leaving: now - alert.changedAt >= SHOWN_MILLIS }));
  const waiting = alerts.waiting.filter((alert) => now - alert.changedAt <= OLDEST_MILLIS);
  const free = Math.max(0, MOST_SHOWN - shown.length);
  const entering = waiting.slice(0, free).map((alert) => ({ ...alert, changedAt: now }));
  const taken = new Map([...alerts.taken].filter(([, { at }]) => now - at <= 2 * OLDEST_MILLIS));
  return { shown: [...shown, ...entering], waiting: waiting.slice(free), taken };
}

/** When {@link advance} has something to do next; null while nothing is shown. */
export function nextChange(alerts: Alerts): EpochMillis | null {
  if (alerts.shown.length === 0) return null;
  return Math.min(
    ...alerts.shown.map((alert) => alert.changedAt + SHOWN_MILLIS + (alert.leaving ? LEAVING_MILLIS : 0)),
  );
}

/** Notes in `taken`, which is the caller's own: a copy for each moment of a burst would be quadratic. */
function takeOne(alerts: Alerts, taken: Taken, moment: StageMoment, changedAt: EpochMillis, now: EpochMillis): Alerts {
  const before = taken.get(moment.key);
  if (before && before.count >= countOf(moment)) return alerts;
  if (now - Date.parse(moment.at) > OLDEST_MILLIS) return alerts;
  remember(taken, moment, now);
  const isSame = (alert: Alert) => alert.moment.key === moment.key;
  const grow = (alert: Alert) => (isSame(alert) ? { moment, changedAt, leaving: false } : alert);
  if (alerts.shown.some(isSame)) return { ...alerts, shown: alerts.shown.map(grow) };
  const fresh: Alert = { moment, changedAt, leaving: false };
  if (alerts.shown.length < MOST_SHOWN) return { ...alerts, shown: [...alerts.shown, fresh] };
  const waiting = [...alerts.waiting.filter((alert) => !isSame(alert)), fresh].sort(byWeight).slice(0, MOST_WAITING);
  return { ...alerts, waiting };
}

function remember(taken: Taken, moment: StageMoment, now: EpochMillis): void {
  taken.set(moment.key, { count: Math.max(countOf(moment), taken.get(moment.key)?.count ?? 0), at: now });
}

function countOf(moment: StageMoment): number {
  return moment.type === 'gift' ? moment.count : 1;
}

function byWeight(one: Alert, other: Alert): number {
  return weight(other.moment) - weight(one.moment) || one.moment.seq - other.moment.seq;
}

/** Who is seen first when many wait: money given and subscriptions before taps, long streaks before short ones. */
function weight(moment: StageMoment): number {
  switch (moment.type) {
    case 'gift':
      return moment.count;
    case 'tip':
      return 100;
    case 'subscribe':
      return 50;
    default:
      return 0;
  }
}
