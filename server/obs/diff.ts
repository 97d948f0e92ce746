import type { Wish } from '../core/scenes/facts.ts';

/** OBS as it answered a moment ago. */
export interface ActualObs {
  /** The scene on program; the target already, while a transition to it runs. */
  readonly program: string;
  readonly studioMode: boolean;
  readonly scenes: ReadonlyArray<string>;
  /** Null outside Studio Mode. */
  readonly preview: string | null;
}

/**
 * What is known of earlier: the scene that was staged last from here, the one that was on program before this one, and the
 * one that a human has put into the preview since (null: none).
 */
export interface Before {
  readonly staged: string | null;
  readonly program: string | null;
  readonly byHand: string | null;
}

/** The one request that makes the wish true, or none, each with its reason. */
export type ObsAsk =
  | { readonly type: 'switch-program'; readonly scene: string; readonly why: Wish['why'] }
  | { readonly type: 'stage-preview'; readonly scene: string; readonly why: 'studio-mode' }
  | { readonly type: 'none'; readonly why: DiffReason };
type DiffReason = 'scene-missing' | 'already-on' | 'human-changed' | 'preview-in-use' | 'no-studio-mode';

/**
 * Compares the wanted scene with the real one. `believed` is the program scene that everybody here thinks is on: when
 * OBS says otherwise a human has just moved, and the wish is void.
 */
export function diffScene(wish: Wish, actual: ActualObs, believed: string | null, before: Before): ObsAsk {
  if (!actual.scenes.includes(wish.scene)) return { type: 'none', why: 'scene-missing' };
  // A cut moves the preview too: OBS puts there what was on air.
  if (actual.studioMode && isPreviewInUse(actual, before)) return { type: 'none', why: 'preview-in-use' };
  if (actual.studioMode && wish.studio !== 'cut') {
    // In Studio Mode the program belongs to the human; a scene is laid ready and no more.
    return { type: 'stage-preview', scene: wish.scene, why: 'studio-mode' };
  }
  if (wish.studio === 'preview') return { type: 'none', why: 'no-studio-mode' };
  const moved = (believed !== null && actual.program !== believed) || (wish.from ?? actual.program) !== actual.program;
  if (moved) return { type: 'none', why: 'human-changed' };
  if (actual.program === wish.scene) return { type: 'none', why: 'already-on' };
  return { type: 'switch-program', scene: wish.scene, why: wish.why };
}

/**
 * Whether the human has put something into the preview that is not what is on air. Where nobody saw who put it there, it is
 * the human's unless it was staged from here or is what a cut left behind (OBS swaps the two).
 */
function isPreviewInUse({ preview, program }: ActualObs, before: Before): boolean {
  if (preview === null || preview === program) return false;
  return preview === before.byHand || ![before.staged, before.program].includes(preview);
}
