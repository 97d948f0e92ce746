import type { AlertRules } from '../../../shared/stage-design.ts';
import type { StageMoment } from '../../../shared/stage-view.ts';

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

/** A subscription stands where a gift of some 300 diamonds does, joining the fan club where one of 30 does. */
const SUBSCRIBE = 8.5;
const FAN_CLUB = 5.5;
/** Money given beside the platform comes before a gift of as many diamonds as it has cents, and before one of thrice that. */
const MONEY_FIRST = 2;

/**
 * Who is seen first when many wait: by what was given, in doublings, so that neither many small gifts nor one currency's
 * small coins hide a great one. A tip counts by its amount in whichever currency: a stage knows no rates.
 */
export function weightOf(moment: StageMoment): number {
  switch (moment.type) {
    case 'gift':
      return moment.rank ?? Math.log2(1 + moment.count);
    case 'tip':
      return Math.log2(1 + moment.amount.minor) + MONEY_FIRST;
    case 'own':
      return moment.rank;
    case 'subscribe':
      return SUBSCRIBE;
    case 'fan-club':
      return FAN_CLUB;
    default:
      return 0;
  }
}
