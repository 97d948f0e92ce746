import { type Refusal, refuse } from '../core/decision.ts';
import type { Scenes } from './scenes.ts';
import type { Stages } from './stages.ts';

/** A page that hears the ask is gone within a moment, to come again. */
const ANSWERS_WITHIN_MS = 2000;

export type RefreshStage = (id: string) => Promise<'page' | 'obs' | 'nobody' | Refusal>;

/**
 * Has the pages of a stage load themselves anew: they are asked, and where none is there or one does not go, OBS presses
 * the refresh button of the stage's browser sources. Answers who did it. Refuses with `not-found`.
 */
export function createRefreshStage(deps: {
  stages: Pick<Stages, 'list' | 'pagesOf' | 'askReload' | 'onChange' | 'urlOf'>;
  scenes: Pick<Scenes, 'refreshStage'>;
}): RefreshStage {
  const { stages, scenes } = deps;

  /** Whether all of these pages went within the time. */
  function gone(stage: string, asked: ReadonlyArray<string>): Promise<boolean> {
    const areGone = () => !stages.pagesOf(stage).some((page) => asked.includes(page));
    return new Promise((resolve) => {
      const settle = (all: boolean) => {
        clearTimeout(timer);
        stop();
        resolve(all);
      };
      const timer = setTimeout(() => settle(areGone()), ANSWERS_WITHIN_MS);
      const stop = stages.onChange(() => {
        if (areGone()) settle(true);
      });
    });
  }

  return async (id) => {
    const stage = stages.list().find((one) => one.id === id);
    if (!stage) return refuse('not-found');
    const asked = stages.pagesOf(id);
    if (asked.length > 0) {
      const answered = gone(id, asked);
      stages.askReload(id);
      if (await answered) return 'page';
    }
    // The name before it may be any that reaches this machine; the token in the fragment is this stage's alone.
    return (await scenes.refreshStage(stages.urlOf(stage, ''))) > 0 ? 'obs' : 'nobody';
  };
}
