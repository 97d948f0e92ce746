import type { AlertRules } from '../../../shared/stage-design.ts';
import { beganAt, type StageMoment } from '../../../shared/stage-view.ts';
import type { Alert, Alerts, Limits } from './alert.ts';
import { ageOf, freshAlert, OLDEST_MILLIS } from './alert.ts';
import type { Times } from './clock.ts';
import { advance } from './passing.ts';
import { countOf, isWanted } from './weight.ts';

/** Takes in what just happened, or what a view repeats. */
export function take(alerts: Alerts, moments: ReadonlyArray<StageMoment>, limits: Limits, times: Times): Alerts {
  const news = newsAmong(alerts, moments, limits.rules, times);
  if (news.size === 0) return advance(alerts, limits, times);
  const { tick } = times;
  const taken = new Map(alerts.taken);
  let { count } = alerts.merged;
  let { newestSeq } = alerts;
  for (const moment of news.values()) {
    // One of those that were a number alone has grown, and waits by itself again.
    if (taken.get(moment.key)?.merged) count -= 1;
    taken.set(moment.key, { count: countOf(moment), tick, seq: moment.seq, merged: false });
    newestSeq = Math.max(newestSeq, moment.seq);
  }
  const shown = alerts.shown.map((alert) => grown(alert, news.get(alert.moment.key), tick));
  const waiting = joinedBy(alerts, news, tick);
  return advance({ ...alerts, shown, waiting, taken, newestSeq, merged: { ...alerts.merged, count } }, limits, times);
}

/** The newest of each key that this stage has not had: wanted, young enough and not cleared. */
function newsAmong(
  alerts: Alerts,
  moments: ReadonlyArray<StageMoment>,
  rules: AlertRules,
  times: Times,
): Map<string, StageMoment> {
  const news = new Map<string, StageMoment>();
  for (const moment of moments) {
    const { key, seq } = moment;
    const before = alerts.taken.get(key);
    // Of what was seen only the newest keys are kept; the number speaks for the others.
    if (beganAt(moment) <= alerts.clearedSeq || (!before && seq <= alerts.seenSeq)) continue;
    const known = news.get(key);
    const had = Math.max(before?.count ?? 0, known ? countOf(known) : 0);
    if (countOf(moment) <= had || ageOf(moment, times) > OLDEST_MILLIS || !isWanted(moment, rules)) continue;
    news.set(key, moment);
  }
  return news;
}

function grown(alert: Alert, moment: StageMoment | undefined, tick: number): Alert {
  if (!moment || countOf(moment) <= countOf(alert.moment)) return alert;
  return alert.mustGo ? { ...alert, moment } : { ...alert, moment, changedTick: tick, leavingTick: null };
}

/** Those that wait, grown where they wait, and behind them those that are new. */
function joinedBy({ shown, waiting }: Alerts, news: ReadonlyMap<string, StageMoment>, tick: number): Alert[] {
  const fresh = new Map(news);
  for (const { moment } of shown) fresh.delete(moment.key);
  const waited = waiting.map((alert) => {
    const moment = fresh.get(alert.moment.key);
    if (!moment) return alert;
    fresh.delete(moment.key);
    return { ...alert, moment, changedTick: tick, again: false };
  });
  return [...waited, ...[...fresh.values()].map((moment) => freshAlert(moment, tick))];
}
