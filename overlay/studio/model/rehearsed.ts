import type { SceneAct, SceneChanged } from '../../../shared/scenes.ts';

/** The last live by the rules before and after an edit, and what really came on in it. */
export interface Rehearsed {
  /** False: there was none yet. */
  readonly live: boolean;
  readonly before: SceneAct[];
  readonly after: SceneAct[];
  readonly happened: SceneChanged[];
}
