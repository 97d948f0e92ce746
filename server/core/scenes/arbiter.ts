import type { ActionOf } from '../../../shared/scene-actions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { type Act, act } from './acts.ts';
import { type Cause, type DirectorState, type Turn, turn } from './director-state.ts';
import { type Deed, lateFrom, type Wish } from './facts.ts';
import { beginHold, type Hold, holding, isOver, lengthened, takenOn, wantedAgain } from './hold.ts';

/** One turn in the making. The first rule that gets the scene is its `winner`; there is never a second. */
export interface Firing {
  state: DirectorState;
  readonly now: EpochMillis;
  wish: Wish | null;
  winner: string | null;
  readonly deeds: Deed[];
  readonly acts: Act[];
}

export function beginFiring(state: DirectorState, now: EpochMillis): Firing {
  return { state, now, wish: null, winner: null, deeds: [], acts: [] };
}

export function endFiring({ state, wish, deeds, acts }: Firing): Turn {
  return turn(state, acts, wish, deeds);
}

/** Why a rule does not get what it wants; `by`: the rule that it lost to. */
export interface Obstacle {
  readonly why: string;
  readonly by: string | null;
}

type ShowScene = ActionOf<'show-scene'>;

/** Why the scene is not the rule's to take now, or null. */
export function sceneObstacle(firing: Firing, rule: SceneRule, action: ShowScene, cause: Cause): Obstacle | null {
  const { state, now, winner } = firing;
  const { hold, automation } = state;
  const no = (why: string, by: string | null = null) => ({ why, by });
  const absent = absence(state, action.scene);
  if (absent) return no(absent);
  const atFence = isFenced(state, action.scene) || (state.scene !== null && isFenced(state, state.scene));
  if (atFence && !rule.crossesFences) return no('fenced');
  if (state.studioMode && rule.studioMode === 'skip') return no('studio-mode-skip');
  if (winner !== null) return no('higher-rule-on', winner);
  const holder = holding(hold, now);
  if (holder && holder.rule !== rule.id) {
    if (now < holder.leastUntil) return no('least-time', holder.rule);
    // A hold of a state may have no end: a person's button is not kept waiting for it.
    const yields = cause.byHand === 'pressed' && holder.lasts === 'state';
    if (!yields && rankOf(state, rule.id) >= rankOf(state, holder.rule)) return no('higher-rule-on', holder.rule);
  }
  const rests = now < state.restUntil && automation.cooldownSeconds > 0 && !cause.isTrial;
  if (rests && hold?.rule !== rule.id) return no('all-resting');
  return null;
}

/** Whether the scene is on already without any rule: then it is the human's, and left alone. */
export function isOnAlready({ state }: Firing, action: ShowScene): boolean {
  return state.hold === null && state.scene === action.scene;
}

/** Gives the rule the scene: a wish, with a hold where it asked for one, or a longer hold where its scene is on. */
export function show(firing: Firing, rule: SceneRule, action: ShowScene, cause: Cause): void {
  const { state, now } = firing;
  const { links } = cause;
  const { scene, hold: asked } = action;
  firing.winner = rule.id;
  const cuts = rule.studioMode === 'cut';
  const studio = cuts ? 'cut' : 'stage';
  // In Studio Mode the human takes what was staged, or not; there is nothing to hold and nothing to return from.
  const holds = asked !== null && (!state.studioMode || cuts);
  const isState = state.memory.truth.has(rule.id);
  const begun = holds
    ? beginHold({ ...{ rule: rule.id, scene, cuts, hold: asked }, isState }, state.hold, state.scene ?? scene, now)
    : null;
  if (begun && state.hold && !state.hold.returning && state.hold.scene === scene) {
    firing.state = wantedByBoth(state, state.hold, begun, links);
    if (firing.state.hold === state.hold) {
      firing.acts.push(act(now, 'comes-later', scene, 'higher-rule-on', rule.id, state.hold.rule));
      return;
    }
    const why = state.hold.rule === rule.id ? 'rule-fired-again' : 'same-scene-wanted';
    firing.acts.push(act(now, 'extended', scene, why, rule.id));
    return;
  }
  const restUntil = cause.isTrial ? state.restUntil : now + state.automation.cooldownSeconds * 1000;
  // Without a hold of its own the one before stays until OBS has switched: a refusal must leave it its way back.
  const before = state.hold && isOver(state.hold, now) ? { ...state.hold, until: lateFrom(now) } : state.hold;
  firing.state = { ...state, restUntil, hold: begun ?? before };
  const stays = begun === null ? { over: before?.rule ?? null } : {};
  firing.wish = { scene, why: 'rule-fired', rule: rule.id, from: null, since: now, studio, links, ...stays };
}

/**
 * The scene that is held is wanted by another rule as well. Of two that want it as long as their states hold the higher one
 * has it, and the other stands by: it goes on with the scene when the first one's state is over. Nor does a state go on with the
 * scene before a higher rule that stands by for its end.
 */
function wantedByBoth(state: DirectorState, hold: Hold, begun: Hold, links: number): DirectorState {
  if (hold.rule === begun.rule || begun.lasts !== 'state') return { ...state, hold: wantedAgain(hold, begun) };
  const rank = rankOf(state, begun.rule);
  const later = (rule: string) => new Map(state.standby).set(rule, { occasion: {}, links, depth: 0 });
  const isFirst = [...state.standby.keys()]
    .filter((other) => state.memory.truth.has(other))
    .every((other) => other === begun.rule || rank < rankOf(state, other));
  const isLower = hold.lasts === 'state' && rank > rankOf(state, hold.rule);
  if (isLower || !isFirst) return { ...state, standby: later(begun.rule) };
  const standby = hold.lasts === 'state' ? later(hold.rule) : state.standby;
  return { ...state, standby, hold: takenOn(hold, begun) };
}

/** Lengthens the rule's own running hold; false where it has none. */
export function merge(firing: Firing, rule: SceneRule): boolean {
  const { hold } = firing.state;
  const action = rule.actions.find((one) => one.type === 'show-scene');
  if (!hold || hold.rule !== rule.id || hold.returning || !action?.hold) return false;
  if (firing.winner !== null && firing.winner !== rule.id) return false;
  firing.winner = rule.id;
  firing.state = { ...firing.state, hold: lengthened(hold, firing.now + action.hold.seconds * 1000) };
  firing.acts.push(act(firing.now, 'extended', hold.scene, 'rule-fired-again', rule.id));
  return true;
}

/** Why OBS does not have the scene that is meant by this name, or null. */
export function absence({ scenes, strangers }: DirectorState, scene: string): string | null {
  if (!scenes.includes(scene)) return 'scene-missing';
  return strangers.includes(scene) ? 'scene-replaced' : null;
}

/** By name also where another scene has it now: a fence that holds too much does no harm. */
export function isFenced({ automation }: DirectorState, scene: string): boolean {
  return automation.fences.includes(scene);
}

/** A rule that is gone meanwhile ranks behind all. */
export function rankOf({ memory }: DirectorState, rule: Hold['rule']): number {
  return memory.index.byId.get(rule)?.rank ?? Number.POSITIVE_INFINITY;
}
