import type { StageMoment } from '../../../shared/protocol.ts';
import type { AlertRules } from '../../../shared/stage-design.ts';

/** How often a streak was given; what is no streak came once. */
export function countOf(moment: StageMoment): number {
  return moment.type === 'gift' ? moment.count : 1;
}

/**
 * Whether the streamer wants this on air. What a gift is worth is not known to a stage: the server leaves out gifts below
 * the least. The other types but tips have nothing to compare.
 */
export function isWanted(moment: StageMoment, rules: AlertRules): boolean {
  const rule = rules.types[moment.type];
  if (!rule.on) return false;
  return moment.type !== 'tip' || moment.amount.minor >= rule.least;
}

/**
 * Who is seen first when many wait: money given and subscriptions before taps, long streaks before short ones. A tip
 * grows heavier with its amount, in whichever currency: a stage knows no rates.
 */
export function weightOf(moment: StageMoment): number {
  switch (moment.type) {
    case 'gift':
      return moment.count;
    case 'tip':
      return 100 + moment.amount.minor / 100;
    case 'subscribe':
      return 50;
    case 'fan-club':
      return 20;
    default:
      return 0;
  }
}
