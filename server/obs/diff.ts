import type { Wish } from '../core/scenes/director-state.ts';

/** OBS as it answered a moment ago. */
export interface ActualObs {
  /** The scene on program; the target already, while a transition to it runs. */
  readonly program: string;
  readonly studioMode: boolean;
  readonly scenes: ReadonlyArray<string>;
}

/** The one request that makes the wish true, or none, each with its reason. */
export type ObsAsk =
  | { readonly type: 'switch-program'; readonly scene: string; readonly why: Wish['why'] }
  | { readonly type: 'stage-preview'; readonly scene: string; readonly why: 'studio-mode' }
  | { readonly type: 'none'; readonly why: 'scene-missing' | 'already-on' | 'human-changed' };

/**
 * Compares the wanted scene with the real one. `believed` is the program scene that everybody here thinks is on: when
 * OBS says otherwise a human has just moved, and the wish is void.
 */
export function diffScene(wish: Wish, actual: ActualObs, believed: string | null): ObsAsk {
  if (!actual.scenes.includes(wish.scene)) return { type: 'none', why: 'scene-missing' };
  // In Studio Mode the program belongs to the human; a scene is laid ready and no more.
  if (actual.studioMode) return { type: 'stage-preview', scene: wish.scene, why: 'studio-mode' };
  const moved = (believed !== null && actual.program !== believed) || (wish.from ?? actual.program) !== actual.program;
  if (moved) return { type: 'none', why: 'human-changed' };
  if (actual.program === wish.scene) return { type: 'none', why: 'already-on' };
  return { type: 'switch-program', scene: wish.scene, why: wish.why };
}
