import type { AlertRules } from '../../../shared/stage-design.ts';
import type { Alert, Alerts } from './alert.ts';
import { inTurn } from './passing.ts';
import { countOf } from './weight.ts';

export type Sound = Exclude<AlertRules['types']['gift']['sound'], 'none'>;

/** Between two sounds at least this passes; what comes meanwhile is seen and not heard. */
export const APART_MILLIS = 400;
/** A streak that grows is heard at most this often. */
export const GROWN_APART_MILLIS = 500;
/** Half a tone higher with each growth, up to a fifth. */
const HIGHEST_STEP = 7;

export interface Heard {
  /** When the last sound began. */
  readonly tick: number;
  /** Of the streak that was heard last, and how many half-tones it has risen. */
  readonly key: string;
  readonly step: number;
}
export const NOTHING_HEARD: Heard = { tick: Number.NEGATIVE_INFINITY, key: '', step: 0 };

/** What has come on between two states of the queue, the heaviest first. */
export function cameOn(before: Alerts, after: Alerts): Alert[] {
  if (before.shown === after.shown) return [];
  const were = new Set(before.shown.map(({ moment }) => moment.key));
  return inTurn(after.shown.filter(({ moment }) => !were.has(moment.key)));
}

/**
 * The one sound of what came on or grew, and how many half-tones it is raised; null when there is none to make. A burst
 * is one sound, that of its heaviest.
 */
export function soundOf(
  before: Alerts,
  after: Alerts,
  rules: AlertRules,
  heard: Heard,
): { sound: Sound; heard: Heard } | null {
  const { tick } = after.at;
  if (tick - heard.tick < APART_MILLIS) return null;
  for (const { moment } of cameOn(before, after)) {
    const { sound } = rules.types[moment.type];
    if (sound !== 'none') return { sound, heard: { tick, key: moment.key, step: 0 } };
  }
  if (tick - heard.tick < GROWN_APART_MILLIS) return null;
  for (const { moment } of grownOnes(before, after)) {
    const { sound } = rules.types[moment.type];
    const step = heard.key === moment.key ? Math.min(HIGHEST_STEP, heard.step + 1) : 1;
    if (sound !== 'none') return { sound, heard: { tick, key: moment.key, step } };
  }
  return null;
}

function grownOnes(before: Alerts, after: Alerts): Alert[] {
  if (before.shown === after.shown) return [];
  const counts = new Map(before.shown.map(({ moment }) => [moment.key, countOf(moment)]));
  const hasGrown = ({ moment, mustGo }: Alert) => !mustGo && countOf(moment) > (counts.get(moment.key) ?? Infinity);
  return inTurn(after.shown.filter(hasGrown));
}
