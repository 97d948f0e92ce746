import type { Totals } from '../../../shared/live.ts';
import type { Money } from '../../../shared/money.ts';
import type { GoalSums } from '../../../shared/stage-view.ts';

/** What several lives brought together; a sum of money for each currency. */
export function sumOfLives(
  lives: ReadonlyArray<{ readonly totals: Totals; readonly short: boolean }>,
): Omit<GoalSums, 'bookings'> {
  const sum = (of: 'diamonds' | 'follows' | 'subscribes' | 'likes') =>
    lives.reduce((all, { totals }) => all + totals[of], 0);
  const money = new Map<string, number>();
  for (const { currency, minor } of lives.flatMap(({ totals }): Money[] => totals.tips)) {
    money.set(currency, (money.get(currency) ?? 0) + minor);
  }
  return {
    diamonds: sum('diamonds'),
    follows: sum('follows'),
    subscribes: sum('subscribes'),
    likes: sum('likes'),
    money: Array.from(money, ([currency, minor]) => ({ minor, currency })),
    short: lives.some(({ short }) => short),
  };
}
