import { z } from 'zod';
import { ALERT_ACTS } from './stage-design.ts';

const name = z.string().min(1).max(200);
const type = <T extends string>(word: T) => ({ type: z.literal(word) });

/**
 * How long a scene is held before the way back. Another rule does not take it before `leastSeconds`; firing again
 * lengthens it, up to `mostSeconds` in all (null: without end). With `returns` false its scene stays on at the end.
 * `whileTrue`: a rule of states alone holds it as long as they hold, `seconds` at least; any other rule for `seconds`. It
 * always returns, since a scene that stays is held by nothing.
 */
export const SceneHold = z
  .object({
    seconds: z.number().min(0.5).max(3600),
    leastSeconds: z.number().min(0).max(3600).default(0),
    mostSeconds: z.number().min(0.5).max(86_400).nullable().default(null),
    returns: z.boolean().default(true),
    whileTrue: z.boolean().default(false),
  })
  .refine(({ seconds, leastSeconds }) => leastSeconds <= seconds, {
    path: ['leastSeconds'],
    error: 'is longer than the hold itself',
  })
  .refine(({ seconds, mostSeconds }) => mostSeconds === null || mostSeconds >= seconds, {
    path: ['mostSeconds'],
    error: 'is shorter than the hold itself',
  })
  .refine(({ returns, whileTrue }) => returns || !whileTrue, {
    path: ['whileTrue'],
    error: 'is for a scene that returns',
  });
export type SceneHold = z.infer<typeof SceneHold>;

/**
 * Hotkeys by which a rule could do what only its own action with the owner's leave may (stream, recording, virtual
 * camera), or change scenes behind the arbiter's back. OBS names them `OBSBasic.StartStreaming` and alike.
 */
const FORBIDDEN_HOTKEY = /stream|record|virtualcam|selectscene|transition|previewprogram/i;

/**
 * One step of a rule. Steps run in order; `wait` puts the following ones off. What a step needs is named as in OBS:
 * sources by scene and name, inputs and filters by name.
 */
export const SceneAction = z.discriminatedUnion('type', [
  /** `hold` null: the scene is switched to and stays. */
  z.object({ ...type('show-scene'), scene: name, hold: SceneHold.nullable() }),
  /** Lays the scene ready; does something in Studio Mode only. */
  z.object({ ...type('stage-scene'), scene: name }),
  z.object({ ...type('source'), scene: name, source: name, visible: z.boolean() }),
  /** `text` is filled as that of an `alert`. */
  z.object({ ...type('text'), input: name, text: z.string().max(500) }),
  /** The file that an image or media source of OBS shows, by its path on the computer of OBS. */
  z.object({ ...type('media-file'), input: name, file: z.string().trim().min(1).max(500) }),
  z.object({ ...type('media'), input: name, act: z.enum(['play', 'pause', 'restart', 'stop']) }),
  z.object({ ...type('filter'), source: name, filter: name, on: z.boolean() }),
  z.object({ ...type('mute'), input: name, muted: z.boolean() }),
  z.object({ ...type('transition'), transition: name, milliseconds: z.int().min(50).max(20_000).nullable() }),
  z.object(type('save-replay')),
  z.object({ ...type('chapter'), name: z.string().max(100) }),
  z.object({
    ...type('hotkey'),
    hotkey: name.refine((key) => !FORBIDDEN_HOTKEY.test(key), {
      error: 'would start or stop an output or change scenes; use the action for that',
    }),
  }),
  /** `layout` null: by the scene again. */
  z.object({ ...type('layout'), layout: z.string().min(1).max(40).nullable() }),
  z.object({ ...type('alerts'), act: z.enum(ALERT_ACTS) }),
  /** Shows words of the streamer's own on the stage, among the other alerts; filled by `RULE_VARIABLES`. */
  z.object({ ...type('alert'), text: z.string().trim().min(1).max(120) }),
  z.object({ ...type('wait'), seconds: z.number().min(0.1).max(3600) }),
  z.object({ ...type('run-rule'), rule: z.string().min(1).max(64) }),
  /** Done only while the owner has ticked that rules may. */
  z.object({ ...type('output'), of: z.enum(['stream', 'record']), on: z.boolean() }),
]);
export type SceneAction = z.infer<typeof SceneAction>;
export type ActionType = SceneAction['type'];
export type ActionOf<T extends ActionType> = Extract<SceneAction, { type: T }>;
