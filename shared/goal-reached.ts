import type { WidgetOf } from './stage-design.ts';
import type { GoalSums, StageFigures } from './stage-view.ts';

/** The share of its target that a goal shows where it is a sample: some milestones reached, some not. */
export const SAMPLE_REACHED = 0.65;

type Goal = Pick<WidgetOf<'goal'>, 'measure' | 'from' | 'currency' | 'since'>;

/** What a goal has reached: what it began with and what came since, in the measure's own unit. */
export function reached(goal: Goal, figures: StageFigures): number {
  return partsOf(goal, figures).reduce((sum, part) => sum + counted(goal, part), goal.from);
}

/** Whether a gap of the feed may have cost it something. */
export function isShort(goal: Goal, figures: StageFigures): boolean {
  return partsOf(goal, figures).some(({ short }) => short);
}

function partsOf({ since }: Goal, figures: StageFigures): GoalSums[] {
  const earlier = since && figures.earlier?.[since];
  return earlier ? [figures, earlier] : [figures];
}

function counted({ measure, currency }: Goal, sums: GoalSums): number {
  if (measure !== 'money') return sums[measure];
  return sums.money.find((sum) => sum.currency === currency)?.minor ?? 0;
}
