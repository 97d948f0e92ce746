import type { SceneRule } from '../../../shared/scenes.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import {
  type Act,
  type DirectorState,
  FIRED_KEPT,
  type GiftReached,
  lateFrom,
  type Turn,
  turn,
  type Wish,
} from './director-state.ts';
import { beginHold, givesWay } from './hold.ts';

/** Fires every rule that the gift has newly reached, the highest first; at most one of them gets the scene. */
export function fireRules(state: DirectorState, gift: GiftReached, now: EpochMillis): Turn {
  const reached = newlyReached(state, gift);
  if (reached.length === 0) return turn(state);
  if (now >= lateFrom(gift.at)) return drop(state, gift, now);
  if (!state.connected) return turn(wait(state, gift));
  let after: DirectorState = { ...state, fired: withFired(state.fired, reached, gift) };
  let wish: Wish | null = null;
  let taken = false;
  const acts: Act[] = [];
  for (const rule of reached) {
    const against = taken ? 'higher-rule-on' : obstacle(after, rule, now);
    if (against) {
      acts.push({ at: now, what: 'left-alone', scene: rule.show.scene, why: against, rule: rule.id });
      continue;
    }
    const fired = fire(after, rule, now);
    after = fired.state;
    wish = fired.wish;
    acts.push(...fired.acts);
    taken = true;
  }
  return turn(after, acts, wish);
}

/** Lists a gift that waited too long for OBS, and sees to it that its rules do not fire on it later. */
export function drop(state: DirectorState, gift: GiftReached, now: EpochMillis): Turn {
  const reached = newlyReached(state, gift);
  const waiting = new Map(state.waiting);
  waiting.delete(gift.key);
  const why = state.connected ? 'too-late' : 'obs-not-connected';
  return turn(
    { ...state, waiting, fired: withFired(state.fired, reached, gift) },
    reached.map((rule) => ({ at: now, what: 'dropped', scene: rule.show.scene, why, rule: rule.id })),
  );
}

function newlyReached(state: DirectorState, gift: GiftReached): SceneRule[] {
  return state.rules
    .filter((rule) => rule.enabled && gift.value >= rule.when.diamonds && !state.fired.has(firedKey(rule, gift)))
    .sort((a, b) => b.when.diamonds - a.when.diamonds);
}

/** Keeps the first moment of a streak and its highest value: growing does not make it fresh again. */
function wait(state: DirectorState, gift: GiftReached): DirectorState {
  const known = state.waiting.get(gift.key);
  const kept = known ? { ...known, value: Math.max(known.value, gift.value) } : gift;
  return { ...state, waiting: new Map(state.waiting).set(gift.key, kept) };
}

/** Why a rule that was reached does not get the scene, or null. */
function obstacle(state: DirectorState, rule: SceneRule, now: EpochMillis): string | null {
  if (state.pause) return 'automation-paused';
  if (!state.scenes.includes(rule.show.scene)) return 'scene-missing';
  if (now < (state.cooling.get(rule.id) ?? 0)) return 'cooling-down';
  if (state.hold && !givesWay(state.hold, { rule: rule.id, rank: rule.when.diamonds })) return 'higher-rule-on';
  if (!state.hold && state.scene === rule.show.scene) return 'already-on';
  return null;
}

function fire(state: DirectorState, rule: SceneRule, now: EpochMillis): Turn {
  const { scene, holdSeconds } = rule.show;
  const cooling = new Map(state.cooling).set(rule.id, now + rule.cooldownSeconds * 1000);
  const wish: Wish = { scene, why: 'rule-fired', rule: rule.id, from: null, since: now };
  // In Studio Mode the human takes what was staged, or not; there is nothing to hold and nothing to return from.
  if (state.studioMode) return turn({ ...state, cooling }, [], wish);
  const ask = { rule: rule.id, rank: rule.when.diamonds, scene, seconds: holdSeconds };
  const hold = beginHold(ask, state.hold, state.scene ?? scene, now);
  if (state.hold && !state.hold.returning && state.hold.scene === scene) {
    const why = state.hold.rule === rule.id ? 'rule-fired-again' : 'same-scene-wanted';
    // A shorter hold does not cut a longer one short.
    const until = Math.max(hold.until, state.hold.until);
    return turn({ ...state, cooling, hold: { ...hold, until } }, [
      { at: now, what: 'extended', scene, why, rule: rule.id },
    ]);
  }
  return turn({ ...state, cooling, hold }, [], wish);
}

function firedKey(rule: SceneRule, gift: GiftReached): string {
  return `${rule.id}\u0000${gift.key}`;
}

function withFired(fired: ReadonlySet<string>, rules: ReadonlyArray<SceneRule>, gift: GiftReached): Set<string> {
  const after = new Set(fired);
  for (const rule of rules) after.add(firedKey(rule, gift));
  for (const oldest of after) {
    if (after.size <= FIRED_KEPT) break;
    after.delete(oldest);
  }
  return after;
}
