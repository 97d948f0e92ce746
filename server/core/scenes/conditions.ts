import { MOMENT_TYPES } from '../../../shared/moment-types.ts';
import type { SceneCondition } from '../../../shared/scene-conditions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { type ChatText, chatText, matchesChat } from './chat-match.ts';
import type { Happening, World } from './world.ts';

/** All that a condition can be asked about. `happening` null: how things stand, without a moment. */
export interface Scenery {
  readonly world: World;
  /** On program; null also while a scene is on that only has the name of another. */
  readonly scene: string | null;
  readonly happening: Happening | null;
  readonly now: EpochMillis;
}

/** Whether the condition is on a thing that happens, not on how things stand. */
export function isMoment({ type }: SceneCondition): boolean {
  return MOMENT_TYPES.has(type);
}

/** Whether what happens now is a moment that the rule waits for; one that it only must not meet is none. */
export function isAwaited(rule: SceneRule, scenery: Scenery): boolean {
  return rule.when.some(
    ({ match, conditions }) =>
      match !== 'none' && conditions.some((one) => isMoment(one) && isTrue(one, rule.id, scenery)),
  );
}

/**
 * Where the first condition stands that keeps the rule from firing, or null: its conditions hold together. Of a group of
 * which any would do, its first.
 */
export function firstUnmet(rule: SceneRule, scenery: Scenery): { group: number; condition: number } | null {
  for (const [group, { match, conditions }] of rule.when.entries()) {
    const isThere = (one: SceneCondition) => isTrue(one, rule.id, scenery);
    const condition =
      match === 'all'
        ? conditions.findIndex((one) => !isThere(one))
        : match === 'none'
          ? conditions.findIndex(isThere)
          : conditions.some(isThere)
            ? -1
            : 0;
    if (condition >= 0) return { group, condition };
  }
  return null;
}

function isTrue(condition: SceneCondition, rule: string, { world, scene, happening, now }: Scenery): boolean {
  if (MOMENT_TYPES.has(condition.type)) return happening !== null && isThat(condition, happening, rule);
  switch (condition.type) {
    case 'milestone':
      return (world[condition.of] ?? 0) >= condition.at;
    case 'queue':
      return (world.waiting ?? 0) >= condition.least;
    case 'serving':
      return (condition.paid ? world.servingPaid : world.serving) === condition.on;
    case 'feed-gap':
      return world.gap === condition.on;
    case 'live':
      return world.live === condition.on;
    case 'booking-soon': {
      const { nextStartAt } = world;
      return nextStartAt !== null && now < nextStartAt && nextStartAt - now <= condition.minutes * 60_000;
    }
    case 'idle':
      return world.live === true && world.heardAt !== null && now - world.heardAt >= condition.seconds * 1000;
    case 'time':
      return world.minute !== null && isWithin(world.minute, minuteOf(condition.from), minuteOf(condition.to));
    case 'scene':
      return scene === condition.scene;
    case 'output':
      return (condition.of === 'stream' ? world.streaming : world.recording) === condition.on;
    default:
      return false;
  }
}

function isThat(condition: SceneCondition, happening: Happening, rule: string): boolean {
  if (condition.type !== happening.type) return false;
  switch (condition.type) {
    case 'gift': {
      const { value, count, gift } = happening as HappeningOf<'gift'>;
      if (value < condition.diamonds || count < condition.count) return false;
      return condition.gift === null || condition.gift.toLowerCase() === gift.toLowerCase();
    }
    case 'tip': {
      const { minor, currency } = happening as HappeningOf<'tip'>;
      return currency === condition.currency && minor >= condition.minor;
    }
    case 'chat': {
      const chat = happening as HappeningOf<'chat'>;
      return (condition.by === 'anyone' || chat.roles.includes(condition.by)) && matchesChat(condition, textOf(chat));
    }
    case 'session':
    case 'booking':
      return condition.state === (happening as HappeningOf<'session' | 'booking'>).state;
    case 'goal':
      return condition.goal === null || condition.goal === (happening as HappeningOf<'goal'>).goal;
    case 'button':
      return rule === (happening as HappeningOf<'button'>).rule;
    default:
      return true;
  }
}

type HappeningOf<T extends Happening['type']> = Extract<Happening, { type: T }>;

/** One message is compared with many keywords. */
const texts = new WeakMap<object, ChatText>();
export function textOf(chat: HappeningOf<'chat'>): ChatText {
  const known = texts.get(chat) ?? chatText(chat.text);
  texts.set(chat, known);
  return known;
}

/** Minutes since midnight of a wall time `HH:MM`. */
export function minuteOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function isWithin(minute: number, from: number, to: number): boolean {
  return from <= to ? from <= minute && minute < to : minute >= from || minute < to;
}
