import type { ConditionType } from './scene-conditions.ts';

/** Conditions on a thing that happens, not on how things stand. Without zod, since the studio's page reads this. */
export const MOMENT_TYPES: ReadonlySet<ConditionType> = new Set([
  'gift',
  'tip',
  'follow',
  'share',
  'subscribe',
  'chat',
  'session',
  'booking',
  'goal',
  'button',
]);
