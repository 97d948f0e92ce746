import type { EpochMillis } from '../../../shared/time.ts';
import type { DirectorState } from './director-state.ts';
import type { Fact } from './facts.ts';

/** A scene that has come on program. `by`: a rule, a human's hand, or OBS itself (another collection, a restart). */
export interface SceneChange {
  readonly at: EpochMillis;
  readonly scene: string;
  readonly by: 'rule' | 'hand' | 'obs';
  /** A stable word. */
  readonly why:
    | 'rule-fired'
    | 'hold-over'
    | 'return-asked'
    | 'human-changed-scene'
    | 'collection-changed'
    | 'obs-connected';
  /** Id of the rule, or null. */
  readonly rule: string | null;
}

/** The change that this fact brought, or null. A scene that only got another name is the same one. */
export function sceneChangeOf(
  before: DirectorState,
  fact: Fact,
  after: DirectorState,
  at: EpochMillis,
): SceneChange | null {
  const { scene } = after;
  if (scene === null || scene === before.scene) return null;
  switch (fact.type) {
    case 'wish-answered':
      if (fact.wish.why === 'return-asked') return { at, scene, by: 'hand', why: 'return-asked', rule: null };
      return { at, scene, by: 'rule', why: fact.wish.why, rule: fact.wish.rule };
    case 'human-changed':
      return { at, scene, by: 'hand', why: 'human-changed-scene', rule: null };
    case 'collection-changed':
      return { at, scene, by: 'obs', why: 'collection-changed', rule: null };
    case 'connected':
      return { at, scene, by: 'obs', why: 'obs-connected', rule: null };
    default:
      return null;
  }
}
