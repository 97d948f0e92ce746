import { z } from 'zod';

/** The roles that a chat keyword may ask for; as sources name them in `LiveUser.roles`. */
export const CHAT_ROLES = ['anyone', 'follower', 'subscriber', 'fan-club', 'gifter', 'moderator'] as const;

const count = z.int().min(0).max(1_000_000_000);
const seconds = z.number().min(1).max(86_400);
const sceneName = z.string().min(1).max(200);
/** `HH:MM` on the creator's own clock. */
const wallTime = z.string().regex(/^([01]\d|2[0-3]):[0-5]\d$/, 'is not a time, such as 18:30');
const type = <T extends string>(name: T) => ({ type: z.literal(name) });

/**
 * Conditions on a thing that happens in one moment. A rule fires with it. `gift`: one gift or streak, the streak counted
 * as one, is worth `diamonds` by now and has `count` taps; `gift` null: whichever. `tip`: in minor units of `currency`.
 * `chat`: the words whole and in a row, or with `glob` the whole message against `*` and `?`; never a regular
 * expression. `button`: pressed at the desk or by the API for this very rule.
 */
const MOMENTS = [
  z.object({
    ...type('gift'),
    diamonds: count.default(1),
    gift: z.string().min(1).max(200).nullable().default(null),
    count: z.int().min(1).max(10_000_000).default(1),
  }),
  z.object({
    ...type('tip'),
    minor: count,
    currency: z.string().regex(/^[A-Z]{3}$/, 'is not a currency, such as EUR'),
  }),
  z.object(type('follow')),
  z.object(type('share')),
  z.object(type('subscribe')),
  z.object({
    ...type('chat'),
    text: z.string().trim().min(1).max(100),
    match: z.enum(['words', 'glob']).default('words'),
    by: z.enum(CHAT_ROLES).default('anyone'),
  }),
  z.object({ ...type('session'), state: z.enum(['started', 'ended']) }),
  z.object({ ...type('booking'), state: z.enum(['requested', 'accepted', 'started', 'ended']) }),
  /** `goal`: the id of a goal on a stage; null: any. */
  z.object({ ...type('goal'), goal: z.string().min(1).max(40).nullable().default(null) }),
  z.object(type('button')),
] as const;

/**
 * Conditions on how things stand. A rule fires when they become true. `milestone`: of the running session. `queue`: asks
 * that wait for an answer. `serving`: a booked session runs; with `paid` one that the desk has marked as paid. `live`: a live
 * session runs. `idle`: one runs, and nothing was heard from any viewer. `feed-gap`: its feed is away, or is there. `time`: from inclusive, to exclusive, over
 * midnight where `to` is earlier. `output` and `scene`: as OBS tells.
 */
const STATES = [
  z.object({ ...type('milestone'), of: z.enum(['likes', 'viewers']), at: z.int().min(1).max(1_000_000_000) }),
  z.object({ ...type('queue'), least: z.int().min(1).max(10_000) }),
  z.object({ ...type('serving'), on: z.boolean(), paid: z.boolean().default(false) }),
  z.object({ ...type('feed-gap'), on: z.boolean() }),
  z.object({ ...type('live'), on: z.boolean() }),
  z.object({
    ...type('booking-soon'),
    minutes: z
      .int()
      .min(1)
      .max(24 * 60),
  }),
  z.object({ ...type('idle'), seconds }),
  z.object({ ...type('time'), from: wallTime, to: wallTime }),
  z.object({ ...type('scene'), scene: sceneName }),
  z.object({ ...type('output'), of: z.enum(['stream', 'record']), on: z.boolean() }),
] as const;

export const SceneCondition = z.discriminatedUnion('type', [...MOMENTS, ...STATES]);
export type SceneCondition = z.infer<typeof SceneCondition>;
export type ConditionType = SceneCondition['type'];
export type ConditionOf<T extends ConditionType> = Extract<SceneCondition, { type: T }>;

/** Conditions joined: all of them, at least one, or none. */
export const ConditionGroup = z.object({
  match: z.enum(['all', 'any', 'none']),
  conditions: z.array(SceneCondition).min(1).max(12),
});
export type ConditionGroup = z.infer<typeof ConditionGroup>;
