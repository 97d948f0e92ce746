import type { RuleAsked, SceneAct } from '../../shared/scenes.ts';

const KEPT_BACK: ReadonlySet<string> = new Set(['left-alone', 'dropped', 'failed', 'step-failed']);

/** Whether the act says that something was not done. */
export function isKeptBack({ what }: Pick<SceneAct, 'what'>): boolean {
  return KEPT_BACK.has(what);
}

/** What of a rule that was asked for was not done, the first of it; a scene that was on already is no failure. */
export function keptBack({ acts }: RuleAsked): SceneAct | null {
  return acts.find((one) => isKeptBack(one) && one.why !== 'already-on') ?? null;
}
