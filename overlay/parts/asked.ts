import type { RuleAsked, SceneAct } from '../../shared/scenes.ts';

const KEPT_BACK: ReadonlySet<string> = new Set(['left-alone', 'dropped', 'failed', 'step-failed']);

/** What of a rule that was asked for was not done, the first of it; a scene that was on already is no failure. */
export function keptBack({ acts }: RuleAsked): SceneAct | null {
  return acts.find(({ what, why }) => KEPT_BACK.has(what) && why !== 'already-on') ?? null;
}
