import { z } from 'zod';
import { SceneAction } from './scene-actions.ts';
import { ConditionGroup } from './scene-conditions.ts';

/** What becomes of a rule that fires while it rests: forgotten, added to its own running hold, or done once it has rested. */
export const Cooldown = z.object({
  seconds: z.number().min(0).max(86_400).default(0),
  meanwhile: z.enum(['drop', 'merge', 'queue']).default('drop'),
});

/**
 * A scene rule as data. It fires on the fact that makes all its groups true: with a moment that it names, or when a
 * state becomes true that was not. `repeats`: while a state stays true, again each time it has rested. Of several that
 * want the scene the one of higher `priority` gets it, then the one for the bigger gift, then the older. `studioMode`:
 * whether in Studio Mode its scene is laid ready, cut to, or left alone. `crossesFences`: it may enter and leave fenced
 * scenes, as the rules of a booked session do whose scene is fenced against all others.
 */
export const SceneRule = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  enabled: z.boolean().default(true),
  priority: z.int().min(0).max(100).default(0),
  when: z.array(ConditionGroup).min(1).max(4),
  repeats: z.boolean().default(false),
  actions: z.array(SceneAction).min(1).max(20),
  cooldown: Cooldown.default({ seconds: 0, meanwhile: 'drop' }),
  studioMode: z.enum(['stage', 'cut', 'skip']).default('stage'),
  crossesFences: z.boolean().default(false),
});
export type SceneRule = z.infer<typeof SceneRule>;

/** A rule as Cuedesk kept it when there was one kind: a gift worth `diamonds` shows a scene for a while. */
export const GiftRule = z.object({
  id: z.string().min(1).max(64),
  name: z.string().min(1).max(120),
  enabled: z.boolean().default(true),
  when: z.object({ type: z.literal('gift-worth-at-least'), diamonds: z.int().min(1).max(100_000_000) }),
  show: z.object({ scene: z.string().min(1).max(200), holdSeconds: z.number().min(0.5).max(3600) }),
  cooldownSeconds: z.number().min(0).max(86_400).default(0),
});
export type GiftRule = z.infer<typeof GiftRule>;

/** The same rule in today's form; it means what it meant. */
export function fromGiftRule({ id, name, enabled, when, show, cooldownSeconds }: GiftRule): SceneRule {
  return SceneRule.parse({
    ...{ id, name, enabled },
    when: [{ match: 'all', conditions: [{ type: 'gift', diamonds: when.diamonds }] }],
    actions: [{ type: 'show-scene', scene: show.scene, hold: { seconds: show.holdSeconds } }],
    cooldown: { seconds: cooldownSeconds },
  });
}

/** The rule in the old form, for an older Cuedesk; null where that form cannot say all that the rule says. */
export function toGiftRule(rule: SceneRule): GiftRule | null {
  const condition = rule.when[0]?.conditions[0];
  const action = rule.actions[0];
  if (condition?.type !== 'gift' || action?.type !== 'show-scene' || action.hold === null) return null;
  const said = GiftRule.safeParse({
    ...{ id: rule.id, name: rule.name, enabled: rule.enabled },
    when: { type: 'gift-worth-at-least', diamonds: condition.diamonds },
    show: { scene: action.scene, holdSeconds: action.hold.seconds },
    cooldownSeconds: rule.cooldown.seconds,
  }).data;
  // Whatever else the rule says is lost on the way there and back.
  return said && JSON.stringify(SceneRule.parse(rule)) === JSON.stringify(fromGiftRule(said)) ? said : null;
}

/** A list of rules; scripts of older days still send {@link GiftRule}s, which are read as what they meant. */
export const SceneRules = z
  .array(z.union([SceneRule, GiftRule]).transform((rule) => ('show' in rule ? fromGiftRule(rule) : rule)))
  .max(200);
/** The same list as it is answered. */
export const SceneRulesKept = z.array(SceneRule);

/**
 * What holds for all rules. `fences`: scenes that automation neither enters nor leaves. `cooldownSeconds`: least time
 * between two scenes by rules. `pauseOn`: whether a scene change by hand pauses automation during a hold alone, or
 * always; for `pauseSeconds` (null: until resumed). `resumeScene`, `resumeOnStream`: what else ends that pause.
 * `mayStream`, `mayRecord`: whether a rule may start and stop those.
 */
export const SceneAutomation = z.object({
  fences: z.array(z.string().min(1).max(200)).max(100).default([]),
  cooldownSeconds: z.number().min(0).max(3600).default(0),
  pauseOn: z.enum(['hold', 'any-change']).default('any-change'),
  pauseSeconds: z.int().min(5).max(3600).nullable().default(60),
  resumeScene: z.string().min(1).max(200).nullable().default(null),
  resumeOnStream: z.boolean().default(false),
  mayStream: z.boolean().default(false),
  mayRecord: z.boolean().default(false),
});
export type SceneAutomation = z.infer<typeof SceneAutomation>;
