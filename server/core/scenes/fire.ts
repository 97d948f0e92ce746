import type { SceneRule } from '../../../shared/scene-rules.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { act } from './acts.ts';
import { beginFiring, endFiring, type Firing } from './arbiter.ts';
import { firstUnmet, isAwaited, type Scenery } from './conditions.ts';
import { type Cause, type DirectorState, type Turn, turn } from './director-state.ts';
import { type Fact, lateFrom } from './facts.ts';
import { occasionOf } from './from-live.ts';
import { firstScene, restsUntil } from './rest.ts';
import { affected, awaiting, ofTopic, partOf, type RankedRule } from './rule-index.ts';
import { takeStandby } from './standby.ts';
import { fire, needsObs } from './steps.ts';
import { noteUnmet } from './trace.ts';
import type { World } from './world.ts';

const OUTSIDE: Cause = { occasion: {}, links: 0, depth: 0 };

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/** Fires every rule that waits for what happened; a streak fires a rule once, at the moment it gets there. */
export function happen(state: DirectorState, { happening, at }: FactOf<'happened'>, now: EpochMillis): Turn {
  const { memory } = state;
  const streak = happening.type === 'gift' ? happening.key : null;
  const scenery = { world: state.world, scene: sceneOn(state), happening, now };
  const reached = awaiting(memory.index, happening).filter(({ rule }) => {
    if (streak !== null && memory.fired.has(rule.id, streak)) return false;
    const unmet = firstUnmet(rule, scenery);
    if (unmet) noteUnmet(memory.traces, rule.id, { at: now, ...unmet });
    return unmet === null && isAwaited(rule, scenery);
  });
  // Also what waits or is dropped: a streak that grows does not become fresh again.
  if (streak !== null) for (const { rule } of reached) memory.fired.add(rule.id, streak);
  const byHand = happening.type === 'button' ? 'pressed' : undefined;
  const cause: Cause = { ...OUTSIDE, occasion: occasionOf(happening), byHand };
  return fireAll(state, reached, at, now, () => cause);
}

/** Fires the rules that the change makes true. What was not known before only becomes known: nothing is fired by it. */
export function changeWorld(state: DirectorState, change: Partial<World>, now: EpochMillis): Turn {
  const world = { ...state.world, ...change };
  const after = { ...state, world };
  const { index } = state.memory;
  forgetNearBooking(state, world);
  const touched = affected(index, state.world, world);
  const reached = becomeTrue(after, touched, now, false).filter(({ rule }) => !hangsOnNews(rule, state.world, change));
  const timed = 'minute' in change ? becomeTrue(after, ofTopic(index, 'clock'), now, state.world.minute === null) : [];
  return fireAll(after, [...new Set([...reached, ...timed])], now, now);
}

/** Fires the rule as somebody's own will, whatever it waits for. */
export function tryRule(state: DirectorState, { rule }: FactOf<'rule-tried'>, now: EpochMillis): Turn {
  const found = state.memory.index.byId.get(rule);
  return fireAll(state, found ? [found] : [], now, now, () => ({ ...OUTSIDE, byHand: 'pressed', isTrial: true }));
}

/** Fires the rules that wait for the scene that has come on, `byHuman` or not; `links` of those that led to it. */
export function sceneCameOn(state: DirectorState, byHuman: boolean, links: number, now: EpochMillis): Turn {
  const reached = becomeTrue(state, ofTopic(state.memory.index, 'scene'), now, false);
  // Whoever puts on the scene that a rule waits for means the rule; a pause by hand means none.
  const isMeant = (rule: SceneRule) => byHuman && state.pause?.by === 'human' && waitsForScene(rule, state.scene);
  return fireAll(state, reached, now, now, (rule) => ({
    ...{ ...OUTSIDE, links },
    byHand: isMeant(rule) ? 'scene' : undefined,
  }));
}

function waitsForScene({ when }: SceneRule, scene: string | null): boolean {
  const named = when.filter(({ match }) => match !== 'none').flatMap(({ conditions }) => conditions);
  return named.some((condition) => condition.type === 'scene' && condition.scene === scene);
}

/** Fires the rules that stood by for the end of another's hold. */
export function fireStandby(firing: Firing): void {
  for (const { rule, cause } of takeStandby(firing)) fire(firing, rule, cause);
}

/** Takes in how things stand without firing, for rules that are new or when the scene is first known. */
export function takeStock(state: DirectorState, rules: Iterable<RankedRule>, now: EpochMillis): void {
  becomeTrue(state, [...rules], now, true);
}

/** Fires what waited for OBS; called when OBS is back. */
export function fireWaiting(state: DirectorState, now: EpochMillis): Turn {
  const gone = dropLate(state, now);
  const { waiting } = gone.state;
  const firing = beginFiring({ ...gone.state, waiting: new Map() }, now);
  firing.acts.push(...gone.acts);
  for (const { rule } of inRank(state, waiting.keys())) fire(firing, rule, waiting.get(rule.id)?.cause ?? OUTSIDE);
  return endFiring(firing);
}

/** Lists what waited too long for OBS, and forgets it; what came later for the same rule goes on waiting. */
export function dropLate(state: DirectorState, now: EpochMillis): Turn {
  const late = new Map([...state.waiting].filter(([, { first }]) => now >= lateFrom(first)));
  if (late.size === 0) return turn(state);
  const waiting = new Map(state.waiting);
  for (const [rule, one] of late) {
    if (now >= lateFrom(one.last)) waiting.delete(rule);
    else waiting.set(rule, { ...one, first: one.last });
  }
  return turn({ ...state, waiting }, dropped(state, inRank(state, late.keys()), now));
}

function fireAll(
  state: DirectorState,
  reached: ReadonlyArray<RankedRule>,
  at: EpochMillis,
  now: EpochMillis,
  causeOf: (rule: SceneRule) => Cause = () => OUTSIDE,
): Turn {
  if (reached.length === 0) return turn(state);
  if (now >= lateFrom(at)) return turn(state, dropped(state, reached, now));
  const firing: Firing = beginFiring(state, now);
  const waiting = new Map(state.waiting);
  for (const { rule } of reached) {
    if (state.connected || !needsObs(rule)) fire(firing, rule, causeOf(rule));
    else waiting.set(rule.id, { first: waiting.get(rule.id)?.first ?? at, last: at, cause: causeOf(rule) });
  }
  if (!state.connected) firing.state = { ...firing.state, waiting };
  return endFiring(firing);
}

function dropped({ connected }: DirectorState, rules: ReadonlyArray<RankedRule>, now: EpochMillis) {
  const why = connected ? 'too-late' : 'obs-not-connected';
  return rules.map(({ rule }) => act(now, 'dropped', firstScene(rule)?.scene ?? null, why, rule.id));
}

/** Of these rules, those whose state has become true; `quiet`: none, it is only noted. */
function becomeTrue(
  state: DirectorState,
  rules: ReadonlyArray<RankedRule>,
  now: EpochMillis,
  quiet: boolean,
): RankedRule[] {
  const { truth, traces } = state.memory;
  const scenery: Scenery = { world: state.world, scene: sceneOn(state), happening: null, now };
  const reached: RankedRule[] = [];
  for (const one of rules) {
    const { id, repeats } = one.rule;
    const unmet = firstUnmet(one.rule, scenery);
    if (unmet) {
      truth.delete(id);
      noteUnmet(traces, id, { at: now, ...unmet });
      continue;
    }
    const again = repeats && now >= restsUntil(state.memory, one.rule);
    if (!quiet && (!truth.has(id) || again)) reached.push(one);
    truth.add(id);
  }
  return reached;
}

function sceneOn({ scene, strangers }: DirectorState): string | null {
  return scene !== null && strangers.includes(scene) ? null : scene;
}

function inRank(state: DirectorState, ids: Iterable<string>): RankedRule[] {
  const found = [...ids].flatMap((id) => state.memory.index.byId.get(id) ?? []);
  return found.filter(({ rule }) => rule.enabled).sort((one, other) => one.rank - other.rank);
}

/** Another booking is the next one: that it comes near is news of its own, also while the one before was near. */
function forgetNearBooking({ world: before, memory }: DirectorState, { nextStartAt }: World): void {
  if (before.nextStartAt === null || nextStartAt === null || before.nextStartAt === nextStartAt) return;
  for (const { rule } of ofTopic(memory.index, 'clock')) if (asksForNearBooking(rule)) memory.truth.delete(rule.id);
}

function asksForNearBooking({ when }: SceneRule): boolean {
  return when.some(({ conditions }) => conditions.some(({ type }) => type === 'booking-soon'));
}

/** Whether a condition of the rule is on a part of the world that has only now become known. */
function hangsOnNews({ when }: SceneRule, before: World, change: Partial<World>): boolean {
  const parts = when.flatMap(({ conditions }) => conditions.map(partOf));
  return parts.some((part) => part !== null && part in change && before[part] === null);
}
