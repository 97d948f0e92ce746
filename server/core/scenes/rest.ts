import type { ActionOf } from '../../../shared/scene-actions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { Memory } from './director-state.ts';

/** A rule that shows no scene rests this long at least: a storm of follows must not become a storm of requests. */
const LEAST_REST_MS = 250;
/** A rule that waits for a scene may call up the scene of another that does: between two turns there is time to step in. */
const LEAST_REST_OF_SCENES_MS = 1000;

/** When the rule has rested, by its cooldown of now and not of when it fired. */
export function restsUntil({ firedAt }: Memory, rule: SceneRule): EpochMillis {
  const fired = firedAt.get(rule.id);
  if (fired === undefined) return Number.NEGATIVE_INFINITY;
  return fired + Math.max(rule.cooldown.seconds * 1000, leastRest(rule));
}

/** The scene that the rule shows at once: with it the whole rule wins or loses. */
export function firstScene(rule: SceneRule): ActionOf<'show-scene'> | null {
  for (const action of rule.actions) {
    if (action.type === 'show-scene') return action;
    if (action.type === 'wait') return null;
  }
  return null;
}

function leastRest(rule: SceneRule): number {
  const waitsForScene = rule.when.some(({ conditions }) => conditions.some(({ type }) => type === 'scene'));
  if (waitsForScene) return LEAST_REST_OF_SCENES_MS;
  return firstScene(rule) ? 0 : LEAST_REST_MS;
}
