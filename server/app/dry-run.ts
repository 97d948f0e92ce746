import { setImmediate as turn } from 'node:timers/promises';
import type { LiveEvent } from '../../shared/events.ts';
import type { SceneRule } from '../../shared/scene-rules.ts';
import type { SceneAct } from '../../shared/scenes.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { DirectorState } from '../core/scenes/director-state.ts';
import { type RehearsalSet, rehearsal } from '../core/scenes/rehearsal.ts';
import { actsOnWire } from './obs-status.ts';

/** Whatever else waits (the events of a show) comes first after this long. */
const AT_A_TIME_MS = 4;

/** Where events of the past began. */
export interface Past {
  /** The scene that was on before; null: the one that is on now. */
  readonly began: string | null;
  /** The live that they are of; null: none in particular. */
  readonly live: RehearsalSet['live'] | null;
}
export const NOT_PAST: Past = { began: null, live: null };

export interface Played extends Past {
  readonly rules: ReadonlyArray<SceneRule>;
  readonly events: ReadonlyArray<LiveEvent>;
}

/**
 * Plays the events through the rules in the OBS that is connected, or in one that has the scenes which the rules name.
 * `minuteAt`: minutes since midnight on the creator's clock.
 */
export async function dryRun(
  { connected, scenes, scene, automation }: DirectorState,
  { rules, events, began, live }: Played,
  minuteAt: ((at: EpochMillis) => number) | undefined,
): Promise<SceneAct[]> {
  const named = rules.flatMap(({ actions }) => actions.flatMap((one) => ('scene' in one ? one.scene : [])));
  const stage = connected ? { scenes, scene: began ?? scene ?? '' } : { scenes: [...named, ''], scene: '' };
  const set: RehearsalSet = { ...stage, automation, ...(minuteAt ? { minuteAt } : {}), ...(live ? { live } : {}) };
  const played = rehearsal(rules, events, set);
  for (let since = performance.now(); ; ) {
    const { done, value } = played.next();
    if (done) return actsOnWire(value, rules);
    if (performance.now() - since < AT_A_TIME_MS) continue;
    await turn();
    since = performance.now();
  }
}
