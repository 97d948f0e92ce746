import type { SceneAction } from '../../../shared/scene-actions.ts';
import type { SceneCondition } from '../../../shared/scene-conditions.ts';
import type { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';
import type { StageDesign } from '../../../shared/stage-design.ts';

type Naming = (scene: string) => string;

/** Old names to new ones, all at once. */
export type Renames = ReadonlyMap<string, string>;

/** The rules after scenes got other names in OBS. */
export function renameInRules(rules: ReadonlyArray<SceneRule>, renames: Renames): SceneRule[] {
  const named = namingOf(renames);
  return rules.map((rule) => ({
    ...rule,
    when: rule.when.map((group) => ({ ...group, conditions: group.conditions.map((one) => inCondition(one, named)) })),
    actions: rule.actions.map((action) => inAction(action, named)),
  }));
}

export function renameInAutomation(automation: SceneAutomation, renames: Renames): SceneAutomation {
  const named = namingOf(renames);
  const { fences, resumeScene } = automation;
  return { ...automation, fences: fences.map(named), resumeScene: resumeScene === null ? null : named(resumeScene) };
}

/** The design with its layouts for the same scenes; the very same one where none of them is renamed. */
export function renameInDesign(design: StageDesign, renames: Renames): StageDesign {
  if (!design.layouts.some(({ scene }) => scene !== null && renames.has(scene))) return design;
  const named = namingOf(renames);
  const layouts = design.layouts.map((one) => (one.scene === null ? one : { ...one, scene: named(one.scene) }));
  return { ...design, layouts };
}

export function namingOf(renames: Renames): Naming {
  return (scene) => renames.get(scene) ?? scene;
}

function inCondition(condition: SceneCondition, named: Naming): SceneCondition {
  return condition.type === 'scene' ? { ...condition, scene: named(condition.scene) } : condition;
}

/** A scene is a source too: filters may be on it. */
function inAction(action: SceneAction, named: Naming): SceneAction {
  switch (action.type) {
    case 'show-scene':
    case 'stage-scene':
      return { ...action, scene: named(action.scene) };
    case 'source':
      return { ...action, scene: named(action.scene), source: named(action.source) };
    case 'filter':
      return { ...action, source: named(action.source) };
    default:
      return action;
  }
}
