import type { WidgetOf } from '../../../shared/stage-design.ts';

type Measure = WidgetOf<'goal'>['measure'];

const ORDER = {
  follows: true,
  diamonds: true,
  money: true,
  subscribes: true,
  likes: true,
  bookings: true,
} as const satisfies Record<Measure, true>;

/** Every measure of a goal, in the order of the list to choose from. */
export const GOAL_WORDS = Object.keys(ORDER) as Measure[];
