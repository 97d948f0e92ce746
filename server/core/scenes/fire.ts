import type { SceneRule } from '../../../shared/scenes.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import {
  type Act,
  type DirectorState,
  FIRED_PAGES,
  FIRED_PER_PAGE,
  type GiftReached,
  lateFrom,
  type Turn,
  turn,
  type Wish,
} from './director-state.ts';
import { beginHold, givesWay } from './hold.ts';

/** Fires every rule that the gift has newly reached; while OBS is away they wait for it. */
export function fireRules(state: DirectorState, gift: GiftReached, now: EpochMillis): Turn {
  const reached = state.rules.filter(
    (rule) => rule.enabled && gift.value >= rule.when.diamonds && !hasFired(state, firedKey(rule, gift)),
  );
  if (reached.length === 0) return turn(state);
  // Also what waits or is dropped: a streak that grows does not become fresh again.
  const after = { ...state, fired: withFired(state.fired, reached, gift) };
  if (now >= lateFrom(gift.at)) return turn(after, dropped(after, reached, now));
  if (state.connected) return fireReached(after, reached, now);
  const waiting = new Map(state.waiting);
  for (const { id } of reached) waiting.set(id, { first: waiting.get(id)?.first ?? gift.at, last: gift.at });
  return turn({ ...after, waiting });
}

/** Fires what waited for OBS; called when OBS is back. */
export function fireWaiting(state: DirectorState, now: EpochMillis): Turn {
  const gone = dropLate(state, now);
  const { waiting } = gone.state;
  const reached = state.rules.filter((rule) => rule.enabled && waiting.has(rule.id));
  const fired = fireReached({ ...gone.state, waiting: new Map() }, reached, now);
  return { ...fired, acts: [...gone.acts, ...fired.acts] };
}

/** Lists what waited too long for OBS, and forgets it; what came later for the same rule goes on waiting. */
export function dropLate(state: DirectorState, now: EpochMillis): Turn {
  const late = new Map([...state.waiting].filter(([, { first }]) => now >= lateFrom(first)));
  if (late.size === 0) return turn(state);
  const waiting = new Map(state.waiting);
  for (const [rule, { last }] of late) {
    if (now >= lateFrom(last)) waiting.delete(rule);
    else waiting.set(rule, { first: last, last });
  }
  const rules = state.rules.filter((rule) => late.has(rule.id));
  return turn({ ...state, waiting }, dropped(state, rules, now));
}

function dropped({ connected }: DirectorState, rules: ReadonlyArray<SceneRule>, now: EpochMillis): Act[] {
  const why = connected ? 'too-late' : 'obs-not-connected';
  return rules.toSorted(byRank).map(({ id, show }) => ({ at: now, what: 'dropped', scene: show.scene, why, rule: id }));
}

/** Fires the highest first; at most one of them gets the scene. */
function fireReached(state: DirectorState, reached: ReadonlyArray<SceneRule>, now: EpochMillis): Turn {
  let after = state;
  let wish: Wish | null = null;
  let taken = false;
  const acts: Act[] = [];
  for (const rule of reached.toSorted(byRank)) {
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

function byRank(one: SceneRule, other: SceneRule): number {
  return other.when.diamonds - one.when.diamonds;
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

function hasFired({ fired }: DirectorState, key: string): boolean {
  return fired.some((page) => page.has(key));
}

function withFired(
  fired: DirectorState['fired'],
  rules: ReadonlyArray<SceneRule>,
  gift: GiftReached,
): DirectorState['fired'] {
  const [newest = new Set<string>(), ...older] = fired;
  const page = new Set([...newest, ...rules.map((rule) => firedKey(rule, gift))]);
  return page.size < FIRED_PER_PAGE ? [page, ...older] : [new Set<string>(), page, ...older].slice(0, FIRED_PAGES);
}
