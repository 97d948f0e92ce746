import { MOMENT_TYPES } from '../../../shared/moment-types.ts';
import type { ActionOf } from '../../../shared/scene-actions.ts';
import type { SceneCondition } from '../../../shared/scene-conditions.ts';
import type { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';

/**
 * What speaks against a rule that can be kept all the same. `own-scene`: it shows the scene that it waits for. `circle`: it
 * sets itself off by way of the rules `via`, by id. `way-back`: its way back makes it true again, and it repeats.
 * `never`: two of its conditions never hold together. `nothing`: it says only what must not happen. `moment`: it is to show its
 * scene while something is so that is over in the moment in which it happens; `ends-itself`: that is over once its scene
 * is on. `no-fence`: it may cross fences, and there are none. `not-allowed`: it starts or stops what the owner has not
 * allowed rules to.
 */
export type RuleDoubt =
  | { readonly type: 'own-scene'; readonly scene: string }
  | { readonly type: 'circle'; readonly via: ReadonlyArray<string> }
  | { readonly type: 'way-back' }
  | { readonly type: 'moment' }
  | { readonly type: 'no-fence' }
  | { readonly type: 'not-allowed'; readonly of: Output }
  | { readonly type: 'ends-itself'; readonly scene: string }
  | { readonly type: 'never'; readonly one: SceneCondition; readonly other: SceneCondition }
  | { readonly type: 'nothing' };

type Output = ActionOf<'output'>['of'];

/** What holds for all rules, as far as it says what one may do. */
export type Allowed = Pick<SceneAutomation, 'fences' | 'mayStream' | 'mayRecord'>;

/** The doubts of a rule among all of them, the ones that make the others pointless alone. */
export function doubtsOf(rule: SceneRule, rules: ReadonlyArray<SceneRule>, allowed: Allowed): RuleDoubt[] {
  if (!isSetOff(rule)) return [{ type: 'nothing' }];
  const apart = neverTogether(rule);
  if (apart) return [apart];
  const own = shownBy(rule).find((scene) => isSetOffBy(rule, scene));
  const via = own === undefined && rule.enabled ? circleOf(rule, rules) : null;
  return [
    ...(own === undefined ? [] : [{ type: 'own-scene' as const, scene: own }]),
    ...(via ? [{ type: 'circle' as const, via }] : []),
    ...(comesBackToItself(rule) ? [{ type: 'way-back' as const }] : []),
    ...endedAtOnce(rule),
    ...(rule.crossesFences && allowed.fences.length === 0 ? [{ type: 'no-fence' as const }] : []),
    ...forbidden(rule, allowed).map((of) => ({ type: 'not-allowed' as const, of })),
  ];
}

/** What the rule starts or stops and may not, each once. */
function forbidden({ actions }: SceneRule, { mayStream, mayRecord }: Allowed): Output[] {
  const asked = new Set(actions.flatMap((one) => (one.type === 'output' ? [one.of] : [])));
  return [...asked].filter((of) => !(of === 'stream' ? mayStream : mayRecord));
}

/** Whether anything at all can fire it. */
function isSetOff({ when }: SceneRule): boolean {
  return when.some(({ match, conditions }) => conditions.some((one) => match !== 'none' || !isMoment(one)));
}

function neverTogether({ when }: SceneRule): RuleDoubt | null {
  const all = when.flatMap(({ match, conditions }) => (match === 'all' ? conditions : []));
  for (const [at, one] of all.entries()) {
    const other = all.slice(at + 1).find((each) => excludes(one, each));
    if (other) return { type: 'never', one, other };
  }
  return null;
}

/** Of things that happen each comes alone; of states only what cannot be true of one thing is said. */
function excludes(one: SceneCondition, other: SceneCondition): boolean {
  if (isMoment(one) && isMoment(other)) {
    if (one.type !== other.type) return true;
    return 'state' in one && 'state' in other && one.state !== other.state;
  }
  if (one.type === 'scene' && other.type === 'scene') return one.scene !== other.scene;
  if (one.type === 'output' && other.type === 'output') return one.of === other.of && one.on !== other.on;
  if (one.type === 'feed-gap' && other.type === 'feed-gap') return one.on !== other.on;
  return one.type === 'serving' && other.type === 'serving' && one.paid === other.paid && one.on !== other.on;
}

/** Whether that scene coming on can fire the rule without anything that happens beside it. */
function isSetOffBy({ when }: SceneRule, scene: string): boolean {
  const names = when.some(
    ({ match, conditions }) => match !== 'none' && conditions.some((one) => isScene(one) && one.scene === scene),
  );
  return names && when.every((group) => canHold(group, scene));
}

/** Whether the group can hold in that scene, by states alone. */
function canHold({ match, conditions }: SceneRule['when'][number], scene: string): boolean {
  const can = (one: SceneCondition) => !isMoment(one) && (!isScene(one) || one.scene === scene);
  if (match === 'all') return conditions.every(can);
  if (match === 'any') return conditions.some(can);
  return !conditions.some((one) => isScene(one) && one.scene === scene);
}

/** The rules between it and itself, each set off by the one before; null where it comes back to itself by none. */
function circleOf(rule: SceneRule, rules: ReadonlyArray<SceneRule>): string[] | null {
  const paths: [SceneRule, string[]][] = [[rule, []]];
  const seen = new Set<string>();
  for (const [from, via] of paths) {
    for (const next of setOffBy(from, rules)) {
      if (next.id === rule.id) return via;
      if (seen.has(next.id)) continue;
      seen.add(next.id);
      paths.push([next, [...via, next.id]]);
    }
  }
  return null;
}

function setOffBy(rule: SceneRule, rules: ReadonlyArray<SceneRule>): SceneRule[] {
  const shown = shownBy(rule);
  const run = new Set(rule.actions.flatMap((one) => (one.type === 'run-rule' ? [one.rule] : [])));
  return rules.filter((each) => each.enabled && (run.has(each.id) || shown.some((scene) => isSetOffBy(each, scene))));
}

/** A way back fires nothing by itself, but a rule that repeats looks again: its two scenes would take turns for ever. */
function comesBackToItself(rule: SceneRule): boolean {
  const { when, repeats, actions } = rule;
  const returns = actions.some((one) => one.type === 'show-scene' && one.hold?.returns);
  const onScene = when.some(({ conditions }) => conditions.some(isScene));
  return repeats && returns && onScene && isByStates(rule);
}

/** What is to be shown while something is so, and cannot last. */
function endedAtOnce(rule: SceneRule): RuleDoubt[] {
  const during = rule.actions.flatMap((one) => (one.type === 'show-scene' && one.hold?.whileTrue ? [one.scene] : []));
  if (during.length === 0) return [];
  if (!isByStates(rule)) return [{ type: 'moment' }];
  const scene = during.find((each) => each !== '' && !rule.when.every((group) => canHold(group, each)));
  return scene === undefined ? [] : [{ type: 'ends-itself', scene }];
}

/** Whether it can be true without anything that happens. */
function isByStates({ when }: SceneRule): boolean {
  return when.every(({ match, conditions }) =>
    match === 'all' ? !conditions.some(isMoment) : match === 'none' || !conditions.every(isMoment),
  );
}

function shownBy({ actions }: SceneRule): string[] {
  return actions.flatMap((one) => (one.type === 'show-scene' && one.scene !== '' ? [one.scene] : []));
}

function isMoment({ type }: SceneCondition): boolean {
  return MOMENT_TYPES.has(type);
}

function isScene(condition: SceneCondition): condition is Extract<SceneCondition, { type: 'scene' }> {
  return condition.type === 'scene';
}
