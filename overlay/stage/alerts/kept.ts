import { ALERT_TYPES } from '../../../shared/alert-types.ts';
import type { StageMoment } from '../../../shared/stage-view.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { Alerts, Limits, Taken } from './alert.ts';
import { freshAlert, NO_ALERTS, OLDEST_MILLIS } from './alert.ts';
import type { Times } from './clock.ts';
import { countOf } from './weight.ts';

/** Of what was taken in the newest are kept by key; the number of the last speaks for all before. */
const TAKEN_KEPT = 200;
/** A view repeats thirty seconds; what was kept before that says nothing about it. */
const KEPT_MILLIS = 2 * OLDEST_MILLIS;

/** What a page leaves to the one that is loaded after it. Ages are of the server's clock, the spans are milliseconds. */
export interface Kept {
  readonly at: EpochMillis;
  readonly newestSeq: number;
  readonly shown: ReadonlyArray<{ readonly moment: StageMoment; readonly onFor: number; readonly stillFor: number }>;
  readonly waiting: ReadonlyArray<StageMoment>;
  readonly merged: number;
  /** Key, count (null: sent away for good), and whether it is part of the number alone. */
  readonly taken: ReadonlyArray<readonly [string, number | null, boolean]>;
}

/** What is on its way out is not kept: it would come back only to leave. */
export function toKept({ shown, waiting, merged, taken, newestSeq, seenSeq, at }: Alerts): Kept {
  return {
    at: at.server,
    newestSeq: Math.max(newestSeq, seenSeq),
    shown: shown
      .filter(({ leavingTick }) => leavingTick === null)
      .map(({ moment, sinceTick, changedTick }) => ({
        moment,
        onFor: at.tick - sinceTick,
        stillFor: at.tick - changedTick,
      })),
    waiting: waiting.map(({ moment }) => moment),
    merged: merged.count,
    taken: [...taken]
      .slice(-TAKEN_KEPT)
      .map(([key, each]) => [key, each.count === Number.POSITIVE_INFINITY ? null : each.count, each.merged] as const),
  };
}

/** Goes on where the page before was: what is on stays for the rest of its time, what waits goes on waiting. */
export function fromKept(kept: Kept | null, { rules, most }: Limits, times: Times): Alerts {
  const start: Alerts = { ...NO_ALERTS, at: times, prunedTick: times.tick };
  // The times of a page and of the one before it may differ by what a view takes to come.
  const away = kept ? Math.max(0, times.server - kept.at) : 0;
  if (!kept || away > KEPT_MILLIS) return start;
  const shown = kept.shown
    .filter(({ stillFor }) => stillFor + away < rules.leastSeconds * 1000)
    .slice(0, most)
    .map(({ moment, onFor, stillFor }) => ({
      ...freshAlert(moment, times.tick - stillFor - away),
      sinceTick: times.tick - onFor - away,
    }));
  const waiting = kept.waiting.map((moment) => freshAlert(moment, times.tick));
  const taken = new Map<string, Taken>();
  for (const [key, count, merged] of kept.taken) {
    taken.set(key, { count: count ?? Number.POSITIVE_INFINITY, tick: times.tick, seq: kept.newestSeq, merged });
  }
  for (const { moment } of [...shown, ...waiting]) {
    if (taken.has(moment.key)) continue;
    taken.set(moment.key, { count: countOf(moment), tick: times.tick, seq: moment.seq, merged: false });
  }
  return {
    ...start,
    shown,
    waiting,
    taken,
    seenSeq: kept.newestSeq,
    merged: { count: kept.merged, tick: times.tick, alone: false },
  };
}

/** Of our own hand, but perhaps of another version's: what does not read as it should is as if nothing were there. */
export function readKept(text: string | null): Kept | null {
  try {
    const kept = JSON.parse(text ?? 'null') as Kept | null;
    if (!kept || ![kept.at, kept.newestSeq, kept.merged].every(Number.isFinite)) return null;
    const moments = [...kept.shown.map(({ moment }) => moment), ...kept.waiting];
    const spans = kept.shown.flatMap(({ onFor, stillFor }) => [onFor, stillFor]);
    const isSound = moments.every(isMoment) && spans.every(Number.isFinite) && kept.taken.every(([key]) => isText(key));
    return isSound ? kept : null;
  } catch {
    return null;
  }
}

const isText = (value: unknown) => typeof value === 'string';

function isMoment(moment: StageMoment): boolean {
  const { type, key, name, at, seq } = moment;
  if (!ALERT_TYPES.includes(type) || ![key, name, at].every(isText) || !Number.isFinite(seq)) return false;
  if (type === 'gift') return isGift(moment);
  return type !== 'tip' || (Number.isFinite(moment.amount.minor) && isText(moment.amount.currency));
}

/** A picture is one of this server's paths, or the page would ask another host. */
function isGift({
  gift,
  count,
  firstSeq,
  diamonds = 0,
  picture = '/',
}: Extract<StageMoment, { type: 'gift' }>): boolean {
  return (
    isText(gift) && [count, firstSeq, diamonds].every(Number.isFinite) && isText(picture) && /^\/(?!\/)/.test(picture)
  );
}
