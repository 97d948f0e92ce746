import { z } from 'zod';

/**
 * A scene rule as data. Today one kind of condition: one gift or streak is worth at least `diamonds` (the streak
 * counted as one, fires once, when it gets there). Shows `scene` for `holdSeconds`, then returns to what was on, unless
 * a human changed it meanwhile. `cooldownSeconds` counts from the moment the rule fired.
 */
export const SceneRule = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  enabled: z.boolean().default(true),
  when: z.discriminatedUnion('type', [
    z.object({ type: z.literal('gift-worth-at-least'), diamonds: z.int().min(1).max(100_000_000) }),
  ]),
  show: z.object({ scene: z.string().min(1).max(200), holdSeconds: z.number().min(0.5).max(3600) }),
  cooldownSeconds: z.number().min(0).max(86_400).default(0),
});
export type SceneRule = z.infer<typeof SceneRule>;
export const SceneRules = z.array(SceneRule).max(100);

/** The OBS connection on the wire (interface document, section 4). `detail` is a sentence; `why` its stable word. */
export const ObsStatus = z.object({
  state: z.enum(['connected', 'connecting', 'refused', 'wrong-password', 'too-old', 'frozen', 'off']),
  detail: z.string(),
  scene: z.string().nullable(),
  automation: z.enum(['on', 'paused', 'off']),
  /** Scene names as OBS lists them, top first; empty while not connected. */
  scenes: z.array(z.string()),
  studioMode: z.boolean(),
  address: z.string(),
  /** What the operator should know although it works, e.g. `no-password`, `short-password`; stable words. */
  warnings: z.array(z.string()),
  /** The last things automation did or left alone, newest first, with the reason. At most 20. */
  acts: z.array(
    z.object({
      at: z.string(),
      what: z.string(),
      scene: z.string().nullable(),
      why: z.string(),
      rule: z.string().nullable(),
    }),
  ),
});
export type ObsStatus = z.infer<typeof ObsStatus>;
