import { setImmediate as turn } from 'node:timers/promises';
import type { LiveEvent } from '../../shared/events.ts';
import type { SceneRule } from '../../shared/scene-rules.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Act, DirectorState } from '../core/scenes/director-state.ts';
import { type RehearsalSet, rehearsal } from '../core/scenes/rehearsal.ts';

/** Whatever else waits (the events of a show) comes first after this long. */
const AT_A_TIME_MS = 4;

/**
 * Plays the events through the rules in the OBS that is connected, or in one that has the scenes which the rules name.
 * `minuteAt`: minutes since midnight on the creator's clock.
 */
export async function dryRun(
  { connected, scenes, scene, automation }: DirectorState,
  rules: ReadonlyArray<SceneRule>,
  events: ReadonlyArray<LiveEvent>,
  minuteAt: ((at: EpochMillis) => number) | undefined,
): Promise<Act[]> {
  const named = rules.flatMap(({ actions }) => actions.flatMap((one) => ('scene' in one ? one.scene : [])));
  const stage = connected ? { scenes, scene: scene ?? '' } : { scenes: [...named, ''], scene: '' };
  const set: RehearsalSet = { ...stage, automation, ...(minuteAt ? { minuteAt } : {}) };
  const played = rehearsal(rules, events, set);
  for (let since = performance.now(); ; ) {
    const { done, value } = played.next();
    if (done) return value;
    if (performance.now() - since < AT_A_TIME_MS) continue;
    await turn();
    since = performance.now();
  }
}
