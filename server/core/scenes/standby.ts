import type { ActionOf } from '../../../shared/scene-actions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { act } from './acts.ts';
import { type Firing, type Obstacle, rankOf } from './arbiter.ts';
import type { Cause } from './director-state.ts';
import { holding, isOver, returningTo } from './hold.ts';

/*
 * What becomes of a rule that loses the scene to another one and still means it when that one is done.
 */

/**
 * Has the rule come after the one that it lost to, where it can; false where it cannot, and is forgotten. A rule whose
 * state holds (a session runs) is fired again then. One that meant its scene to stay has it as the way back.
 */
export function giveWay(
  firing: Firing,
  rule: SceneRule,
  wanted: ActionOf<'show-scene'> | null,
  { why, by }: Obstacle,
  cause: Cause,
): boolean {
  const { state, now } = firing;
  const { hold, standby, memory } = state;
  if (!wanted) return false;
  const isHeld = by !== null && hold !== null && (!hold.returning || hold.under !== null);
  const comesLater = () => {
    firing.acts.push(act(now, 'comes-later', wanted.scene, why, rule.id, by));
    return true;
  };
  // A session that begins while a human has the wheel still runs when the rules go on; a pause by hand means none of it.
  const outlastsPause = why === 'automation-paused' && state.pause?.by === 'human' && wanted.hold?.whileTrue;
  if (memory.truth.has(rule.id) && (isHeld || why === 'all-resting' || outlastsPause)) {
    firing.state = { ...state, standby: new Map(standby).set(rule.id, cause) };
    return comesLater();
  }
  if (!isHeld || wanted.hold !== null || state.studioMode || !hold.returns) return false;
  firing.state = { ...state, hold: returningTo(hold, wanted.scene) };
  return comesLater();
}

/**
 * The rules that stand by and whose turn has come, as no other has the scene or one that they outrank; they stand by no more. Each with what
 * fired it: rules that bring on the scenes of one another stay a circle also where each waits for the other's hold.
 */
export function takeStandby(firing: Firing): { readonly rule: SceneRule; readonly cause: Cause }[] {
  const { state, now } = firing;
  const { hold, standby, memory } = state;
  if (standby.size === 0 || state.pause || !state.connected) return [];
  if (hold?.returning) return [];
  // A hold that is over makes room at once, also in the rest for all; what goes on gives way to who outranks it alone.
  if (!(hold && isOver(hold, now)) && now < Math.max(hold?.leastUntil ?? 0, state.restUntil)) return [];
  // What holds the scene still, or has it again after that, goes before those that rank behind its rule.
  const holder = holding(hold, now);
  const beforeRank = holder ? rankOf(state, holder.rule) : Number.POSITIVE_INFINITY;
  const found = [...standby].flatMap(([id, cause]) => {
    const ranked = memory.index.byId.get(id);
    return ranked?.rule.enabled && memory.truth.has(id) ? [{ ...ranked, cause }] : [];
  });
  const turns = found.filter(({ rank }) => rank < beforeRank);
  firing.state = {
    ...state,
    standby: new Map(
      [...standby].filter(([id]) => found.some(({ rule, rank }) => rule.id === id && rank >= beforeRank)),
    ),
  };
  return turns.sort((one, other) => one.rank - other.rank).map(({ rule, cause }) => ({ rule, cause }));
}
