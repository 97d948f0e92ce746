import type { SceneAct, SceneChanged } from '../../../shared/scenes.ts';

/** The last live by the rules before and after an edit, and what really came on in it. */
export interface Rehearsed {
  readonly before: SceneAct[];
  readonly after: SceneAct[];
  readonly happened: SceneChanged[];
}
