import { z } from 'zod';

/**
 * One line of what automation did or left alone; words are stable. `by`: the rule that the rule lost to. Rules by id, and by
 * the name that they have or had. `step`: the kind of the step that was not done; null where it is about none.
 */
export const SceneAct = z.object({
  at: z.string(),
  what: z.string(),
  scene: z.string().nullable(),
  why: z.string(),
  rule: z.string().nullable(),
  by: z.string().nullable(),
  step: z.string().nullable(),
  ruleName: z.string().nullable(),
  byName: z.string().nullable(),
});
export type SceneAct = z.infer<typeof SceneAct>;

/**
 * What came of a rule that somebody asked for, in order; of a step that is plainly done there is no act. `goesOn`: it has
 * more to do later, after a wait, a rest, or once OBS is back.
 */
export const RuleAsked = z.object({ acts: z.array(SceneAct), goesOn: z.boolean() });
export type RuleAsked = z.infer<typeof RuleAsked>;

/** A scene that really came on program. `by`: a rule, a hand, or OBS itself; `why`: a stable word. */
export const SceneChanged = z.object({
  at: z.string(),
  scene: z.string(),
  by: z.enum(['rule', 'hand', 'obs']),
  why: z.string(),
  rule: z.string().nullable(),
  /** As the rule was called then. */
  ruleName: z.string().nullable(),
});
export type SceneChanged = z.infer<typeof SceneChanged>;

/**
 * What became of one rule, newest first, the same in a row as one with its number; and where the condition stands that
 * kept it from firing the last time a fact named it.
 */
export const RuleTrace = z.object({
  rule: z.string(),
  entries: z.array(
    z.object({
      at: z.string(),
      what: z.string(),
      scene: z.string().nullable(),
      why: z.string(),
      by: z.string().nullable(),
      times: z.int(),
    }),
  ),
  unmet: z.object({ at: z.string(), group: z.int(), condition: z.int() }).nullable(),
});
export type RuleTrace = z.infer<typeof RuleTrace>;

/** All that is kept of what automation did: at most 200 acts and 50 entries of a rule, newest first. */
export const ActsKept = z.object({ acts: z.array(SceneAct), traces: z.array(RuleTrace) });
export type ActsKept = z.infer<typeof ActsKept>;

/**
 * Something about a scene that rules name. `gone`: OBS does not have it now. `replaced`: it is gone and another scene has
 * its name, which rules leave alone until somebody says that it is meant. `renamed`: it is called `to` now, and rules
 * follow it. `rules`: ids of those that name it and are on.
 */
export const SceneTrouble = z.object({
  scene: z.string(),
  why: z.enum(['gone', 'replaced', 'renamed']),
  to: z.string().nullable(),
  rules: z.array(z.string()),
});
export type SceneTrouble = z.infer<typeof SceneTrouble>;

/**
 * What OBS has that steps of rules can name, for choosing from; all empty while it is not connected. `sources` by scene,
 * `filters` by source or scene, each only where there are any.
 */
export const ObsNames = z.object({
  inputs: z.array(z.string()),
  transitions: z.array(z.string()),
  hotkeys: z.array(z.string()),
  sources: z.record(z.string(), z.array(z.string())),
  filters: z.record(z.string(), z.array(z.string())),
});
export type ObsNames = z.infer<typeof ObsNames>;

/**
 * The scene that a rule holds now. `returnTo`: what comes back on at its end; null: the scene stays. `whileTrue`: as long
 * as the rule's state holds, and not after `until`, which is null where it has no most.
 */
export const SceneHeld = z.object({
  scene: z.string(),
  rule: z.string(),
  ruleName: z.string().nullable(),
  returnTo: z.string().nullable(),
  whileTrue: z.boolean(),
  until: z.string().nullable(),
});
export type SceneHeld = z.infer<typeof SceneHeld>;

/** The OBS connection on the wire (interface document, section 4). `detail` is a sentence; `why` its stable word. */
export const ObsStatus = z.object({
  state: z.enum(['connected', 'connecting', 'refused', 'wrong-password', 'too-old', 'frozen', 'off']),
  detail: z.string(),
  /** Why there is no connection, where there is more to say than `state` does; a stable word. */
  cause: z.string().nullable(),
  scene: z.string().nullable(),
  /** The scene in the preview; null outside Studio Mode. */
  preview: z.string().nullable(),
  automation: z.enum(['on', 'paused', 'off']),
  /** The scene that {@link pause} by hand has kept a hold from returning to, and that can be returned to now; else null. */
  wayBack: z.string().nullable(),
  /** Null while automation is not paused. `until` null: until somebody resumes it. `by` a human in OBS, or by hand here. */
  pause: z.object({ until: z.string().nullable(), by: z.enum(['human', 'hand']) }).nullable(),
  /** Scene names as OBS lists them, top first; empty while not connected. */
  scenes: z.array(z.string()),
  hold: SceneHeld.nullable(),
  studioMode: z.boolean(),
  address: z.string(),
  /** What the operator should know although it works, e.g. `no-password`, `short-password`; stable words. */
  warnings: z.array(z.string()),
  /**
   * While no OBS is named: `looking` for one on this computer, or found one that wants a `password`. One that wants none
   * is connected.
   */
  search: z.enum(['off', 'looking', 'password']),
  /** Empty while OBS is not connected. */
  troubles: z.array(SceneTrouble),
  /** The last things automation did or left alone, newest first, with the reason. At most 20 of the `actsKept`. */
  acts: z.array(SceneAct),
  actsKept: z.int(),
});
export type ObsStatus = z.infer<typeof ObsStatus>;
