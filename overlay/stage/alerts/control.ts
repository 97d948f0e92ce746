import { type AlertControl, beganAt, type StageMoment } from '../../../shared/stage-view.ts';
import type { Alert, Alerts, Taken } from './alert.ts';
import { freshAlert } from './alert.ts';
import type { Times } from './clock.ts';
import { unmerged } from './passing.ts';

/**
 * Does what was asked by hand since `before`. Null for the first view after a connect: skips and replays of another
 * time are then nobody's wish any more, but what was cleared stays cleared, and what was skipped stays away.
 */
export function obey(alerts: Alerts, before: AlertControl | null, next: AlertControl, times: Times): Alerts {
  const known = before?.skipped ?? [];
  const told = (next.skipped ?? []).filter((key) => !known.includes(key));
  let after = keptAway(cleared(alerts, next.clearedSeq, times), told, times);
  if (!before) return after;
  for (let skip = before.skips; skip < next.skips && after.shown.some(isStaying); skip++) after = skipped(after, times);
  return next.replays > before.replays ? replayed(after, times) : after;
}

const isStaying = ({ leavingTick }: Alert) => leavingTick === null;

/** Sends away the alert that stands first, for good: taps that follow in the same streak do not bring it back. */
function skipped(alerts: Alerts, { tick }: Times): Alerts {
  const first = alerts.shown.find(isStaying);
  if (!first) return alerts;
  const shown = alerts.shown.map((alert) => (alert === first ? { ...alert, leavingTick: tick, mustGo: true } : alert));
  const taken = new Map<string, Taken>(alerts.taken);
  taken.set(first.moment.key, { count: Number.POSITIVE_INFINITY, tick, seq: first.moment.seq, merged: false });
  return { ...alerts, shown, taken };
}

/** The keys that a skip sent away between the two: what a page tells its server. */
export function skippedSince(before: Alerts, after: Alerts): string[] {
  const isAway = (alerts: Alerts, key: string) => alerts.taken.get(key)?.count === Number.POSITIVE_INFINITY;
  return after.shown.flatMap(({ moment: { key }, mustGo }) =>
    mustGo && isAway(after, key) && !isAway(before, key) ? [key] : [],
  );
}

/** What other pages have skipped comes on no more; where it is on it stays for its time, and grows no further. */
function keptAway(alerts: Alerts, keys: ReadonlyArray<string>, { tick }: Times): Alerts {
  if (keys.length === 0) return alerts;
  const taken = new Map<string, Taken>(alerts.taken);
  let { count } = alerts.merged;
  for (const key of keys) {
    const before = taken.get(key);
    if (before?.merged) count -= 1;
    taken.set(key, { count: Number.POSITIVE_INFINITY, tick, seq: before?.seq ?? 0, merged: false });
  }
  const waiting = alerts.waiting.filter(({ moment, again }) => again || !keys.includes(moment.key));
  return { ...alerts, waiting, taken, merged: { ...alerts.merged, count } };
}

/** Puts the last that left before all that wait; nothing when it is on or waits already. */
function replayed(alerts: Alerts, { tick }: Times): Alerts {
  const moment = alerts.lastLeft;
  if (!moment) return alerts;
  if ([...alerts.shown, ...alerts.waiting].some((alert) => alert.moment.key === moment.key)) return alerts;
  return { ...alerts, waiting: [{ ...freshAlert(moment, tick), again: true }, ...alerts.waiting] };
}

/**
 * Everything that began up to this number goes, on air, waiting or told as a number, and does not come back: not when asked
 * for, and not with the next tap of a streak that was running, which `take` leaves out by the same number.
 */
function cleared(alerts: Alerts, clearedSeq: number, { tick }: Times): Alerts {
  if (clearedSeq <= alerts.clearedSeq) return alerts;
  const isLater = (moment: StageMoment) => beganAt(moment) > clearedSeq;
  const shown = alerts.shown.map((alert) =>
    isLater(alert.moment) ? alert : { ...alert, leavingTick: alert.leavingTick ?? tick, mustGo: true },
  );
  const waiting = alerts.waiting.filter(({ moment }) => isLater(moment));
  const lastLeft = alerts.lastLeft && isLater(alerts.lastLeft) ? alerts.lastLeft : null;
  const merged = { count: 0, tick, alone: false };
  return { ...alerts, shown, waiting, lastLeft, taken: unmerged(alerts.taken), clearedSeq, merged };
}
