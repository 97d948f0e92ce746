import type { AlertControl } from '../../../shared/stage-view.ts';
import type { Alert, Alerts, Taken } from './alert.ts';
import { freshAlert, OLDEST_MILLIS } from './alert.ts';
import type { Times } from './clock.ts';

/**
 * Does what was asked by hand since `before`. Null for the first view after a connect: skips and replays of another
 * time are then nobody's wish any more, but what was cleared stays cleared.
 */
export function obey(alerts: Alerts, before: AlertControl | null, next: AlertControl, times: Times): Alerts {
  let after = cleared(alerts, next.clearedSeq, times);
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

/** Puts the last that left before all that wait; nothing when it is on or waits already. */
function replayed(alerts: Alerts, { tick }: Times): Alerts {
  const moment = alerts.lastLeft;
  if (!moment) return alerts;
  if ([...alerts.shown, ...alerts.waiting].some((alert) => alert.moment.key === moment.key)) return alerts;
  return { ...alerts, waiting: [{ ...freshAlert(moment, tick), again: true }, ...alerts.waiting] };
}

/**
 * Everything up to this number goes, on air, waiting or told as a number, and does not come back: not when asked for, and
 * not with the next tap of a streak that was running.
 */
function cleared(alerts: Alerts, clearedSeq: number, { tick }: Times): Alerts {
  if (clearedSeq <= alerts.clearedSeq) return alerts;
  const shown = alerts.shown.map((alert) =>
    alert.moment.seq <= clearedSeq ? { ...alert, leavingTick: alert.leavingTick ?? tick, mustGo: true } : alert,
  );
  const waiting = alerts.waiting.filter(({ moment }) => moment.seq > clearedSeq);
  const lastLeft = alerts.lastLeft && alerts.lastLeft.seq > clearedSeq ? alerts.lastLeft : null;
  // A streak that was silent for this long has ended; of those that may still run nothing is new any more.
  const mayRun = (each: Taken) => each.seq <= clearedSeq && tick - each.tick <= OLDEST_MILLIS;
  const taken = new Map<string, Taken>(
    [...alerts.taken].map(([key, each]) => [
      key,
      { ...each, count: mayRun(each) ? Number.POSITIVE_INFINITY : each.count, merged: false },
    ]),
  );
  return { ...alerts, shown, waiting, lastLeft, taken, clearedSeq, merged: { count: 0, tick, alone: false } };
}
