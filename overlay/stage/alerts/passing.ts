import type { AlertRules } from '../../../shared/stage-design.ts';
import { beganAt } from '../../../shared/stage-view.ts';
import type { Alert, Alerts, Limits, Merged, Taken } from './alert.ts';
import { ageOf, OLDEST_MILLIS } from './alert.ts';
import type { Times } from './clock.ts';
import { countOf, weightOf } from './weight.ts';

/** The time the way out takes; an alert still has its place meanwhile. */
export const LEAVING_MILLIS = 200;
/** What was taken in is remembered for twice as long as a view can repeat it. */
const REMEMBERED_MILLIS = 2 * OLDEST_MILLIS;
/** A copy of what is remembered on each frame of a storm would cost more than the storm. */
const PRUNE_EVERY_MILLIS = 10_000;

/** Lets time pass: what was long enough on leaves, what waited comes in, what waited too long becomes a number. */
export function advance(alerts: Alerts, limits: Limits, times: Times): Alerts {
  const { rules, held } = limits;
  let next: Alerts = { ...withoutLeft(alerts, rules, times), at: times, held };
  if (!held) {
    next = withoutOld(next, rules, times);
    if (alerts.held && next.merged.count > 0) {
      next = { ...next, merged: { ...next.merged, tick: times.tick, alone: true } };
    }
    next = filled(next, limits, times);
  }
  return pruned(quiet(merging(next, rules, times), rules, times), times);
}

/** The tick at which {@link advance} has something to do next; null when nothing changes by itself. */
export function nextChange({ shown, waiting, merged, cameOn, at }: Alerts, { rules, held }: Limits): number | null {
  const ticks: number[] = shown.map((alert) =>
    alert.leavingTick === null ? alert.changedTick + rules.leastSeconds * 1000 : alert.leavingTick + LEAVING_MILLIS,
  );
  if (merged.alone) ticks.push(merged.tick + rules.leastSeconds * 1000);
  if (!held && waiting.length > 0) {
    ticks.push(...shown.map(({ sinceTick }) => sinceTick + mostMillis(rules)));
    for (const { moment, again } of waiting) {
      const last = cameOn[moment.type];
      if (last !== undefined) ticks.push(last + rules.types[moment.type].cooldownSeconds * 1000);
      // One millisecond later, since the limit itself is still young enough.
      if (!again) ticks.push(at.tick + OLDEST_MILLIS - ageOf(moment, at) + 1);
    }
  }
  // What is not after the last advance has been dealt with by it.
  const coming = ticks.filter((tick) => tick > at.tick);
  return coming.length > 0 ? Math.min(...coming) : null;
}

/** Who comes on first: what was asked for by hand, then the heaviest, of equal ones the earliest. */
export function inTurn(waiting: ReadonlyArray<Alert>): Alert[] {
  const rank = ({ again, moment }: Alert) => (again ? Number.POSITIVE_INFINITY : weightOf(moment));
  return [...waiting].sort((one, other) => {
    const [first, second] = [rank(one), rank(other)];
    return first === second ? one.moment.seq - other.moment.seq : second - first;
  });
}

/** One that still grows has been on for long enough after this, but never before one that does not. */
function mostMillis({ leastSeconds, mostSeconds }: AlertRules): number {
  return Math.max(leastSeconds, mostSeconds) * 1000;
}

function withoutLeft(alerts: Alerts, { leastSeconds }: AlertRules, { tick }: Times): Alerts {
  const isOver = (alert: Alert) => tick - alert.changedTick >= leastSeconds * 1000;
  // What was over for longer than its way out takes, as after a sleep, goes without one.
  const isGone = ({ changedTick, leavingTick }: Alert) =>
    tick - (leavingTick ?? changedTick + leastSeconds * 1000) >= LEAVING_MILLIS;
  const gone = alerts.shown.filter(isGone);
  if (gone.length === 0 && !alerts.shown.some((alert) => alert.leavingTick === null && isOver(alert))) return alerts;
  const shown = alerts.shown
    .filter((alert) => !isGone(alert))
    .map((alert) => (alert.leavingTick === null && isOver(alert) ? { ...alert, leavingTick: tick } : alert));
  const last = gone.filter(({ moment }) => beganAt(moment) > alerts.clearedSeq).at(-1);
  return { ...alerts, shown, lastLeft: last?.moment ?? alerts.lastLeft };
}

/** What waited too long is no news any more, and of a type that was switched off nothing comes on. */
function withoutOld(alerts: Alerts, rules: AlertRules, times: Times): Alerts {
  const isYoung = ({ again, moment }: Alert) => again || ageOf(moment, times) <= OLDEST_MILLIS;
  const wanted = alerts.waiting.filter((alert) => rules.types[alert.moment.type].on);
  const waiting = wanted.filter(isYoung);
  if (waiting.length === alerts.waiting.length) return alerts;
  const old = wanted.filter((alert) => !isYoung(alert));
  return asNumber({ ...alerts, waiting }, old, times);
}

/** Gives the free places to those whose turn it is; when all are taken, one that still grows may have to make room. */
function filled(alerts: Alerts, { rules, most }: Limits, { tick }: Times): Alerts {
  if (alerts.waiting.length === 0) return alerts;
  const free = Math.max(0, most - alerts.shown.length);
  const cameOn = { ...alerts.cameOn };
  const chosen = new Set<Alert>();
  let ready = 0;
  for (const alert of inTurn(alerts.waiting)) {
    const { type } = alert.moment;
    const last = cameOn[type];
    const waits = last !== undefined && tick - last < rules.types[type].cooldownSeconds * 1000;
    if (waits && !alert.again) continue;
    ready += 1;
    if (chosen.size === free) break;
    chosen.add(alert);
    cameOn[type] = tick;
  }
  // In the order they came: two that come on together stand as they happened.
  const entering = alerts.waiting
    .filter((alert) => chosen.has(alert))
    .map((alert) => ({ ...alert, sinceTick: tick, changedTick: tick }));
  const waiting = alerts.waiting.filter((alert) => !chosen.has(alert));
  const shown = ready > chosen.size ? makingRoom(alerts.shown, rules, tick) : alerts.shown;
  return { ...alerts, cameOn, waiting, shown: [...shown, ...entering] };
}

/** The one that has been on for longest goes when it has been on for too long; one at a time. */
function makingRoom(shown: ReadonlyArray<Alert>, rules: AlertRules, tick: number): ReadonlyArray<Alert> {
  if (shown.some(({ leavingTick }) => leavingTick !== null)) return shown;
  const longest = shown.reduce<Alert | null>(
    (so, alert) => (so === null || alert.sinceTick < so.sinceTick ? alert : so),
    null,
  );
  if (!longest || tick - longest.sinceTick < mostMillis(rules)) return shown;
  return shown.map((alert) => (alert === longest ? { ...alert, leavingTick: tick, mustGo: true } : alert));
}

/** Keeps the heaviest of those that wait; the others are told as a number. */
function merging(alerts: Alerts, { waitingMost }: AlertRules, times: Times): Alerts {
  if (alerts.waiting.length <= waitingMost) return alerts;
  const turn = inTurn(alerts.waiting);
  const kept = new Set(turn.slice(0, waitingMost));
  const waiting = alerts.waiting.filter((alert) => kept.has(alert));
  return asNumber({ ...alerts, waiting }, turn.slice(waitingMost), times);
}

function asNumber(alerts: Alerts, dropped: ReadonlyArray<Alert>, { tick }: Times): Alerts {
  if (dropped.length === 0) return alerts;
  const taken = new Map<string, Taken>(alerts.taken);
  for (const { moment } of dropped) {
    const before = taken.get(moment.key);
    const { count = countOf(moment), tick: since = tick, seq = moment.seq } = before ?? {};
    taken.set(moment.key, { count, tick: since, seq, merged: true });
  }
  const merged: Merged = { ...alerts.merged, count: alerts.merged.count + dropped.length, tick };
  return { ...alerts, taken, merged };
}

/** The number goes with the last alert that it stood beside, or when it stood alone for as long as an alert. */
function quiet(alerts: Alerts, { leastSeconds }: AlertRules, { tick }: Times): Alerts {
  const { merged, shown, waiting } = alerts;
  if (merged.count === 0 || (merged.alone && tick - merged.tick < leastSeconds * 1000)) return alerts;
  if (shown.length > 0 || waiting.length > 0) {
    return merged.alone ? { ...alerts, merged: { ...merged, alone: false } } : alerts;
  }
  return { ...alerts, merged: { count: 0, tick, alone: false }, taken: unmerged(alerts.taken) };
}

/** What was taken in, none of it told as a number any more. */
export function unmerged(taken: ReadonlyMap<string, Taken>): Map<string, Taken> {
  return new Map([...taken].map(([key, each]) => [key, each.merged ? { ...each, merged: false } : each]));
}

/**
 * Forgets what no view repeats any more; a number of those would be of a burst long past. Not of what is held: it is told
 * whole when it comes on. The machine's clock may have been set and all of it be forgotten too early: its number stays.
 */
function pruned(alerts: Alerts, { tick }: Times): Alerts {
  if (tick - alerts.prunedTick < PRUNE_EVERY_MILLIS) return alerts;
  const isFresh = ([, { count, tick: then }]: [string, Taken]) =>
    tick - then <= REMEMBERED_MILLIS || count === Number.POSITIVE_INFINITY;
  const taken = new Map([...alerts.taken].filter(isFresh));
  let { seenSeq } = alerts;
  for (const [key, { seq }] of alerts.taken) if (!taken.has(key)) seenSeq = Math.max(seenSeq, seq);
  const isWhole = alerts.held || alerts.merged.alone;
  const count = isWhole ? alerts.merged.count : [...taken.values()].filter(({ merged }) => merged).length;
  return { ...alerts, taken, seenSeq, merged: { ...alerts.merged, count }, prunedTick: tick };
}
