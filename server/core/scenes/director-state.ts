import type { Occasion } from '../../../shared/rule-words.ts';
import { SceneAutomation, type SceneRule } from '../../../shared/scene-rules.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { type Act, listed } from './acts.ts';
import { type Deed, lateFrom, type Wish } from './facts.ts';
import { newFired } from './fired.ts';
import type { Hold } from './hold.ts';
import { indexRules, type RuleIndex, watchesClock } from './rule-index.ts';
import type { RuleTrace } from './trace.ts';
import { UNKNOWN_WORLD, type World } from './world.ts';

/**
 * What a rule was fired by. `links`: how many rules in a row were fired by a scene that the one before had brought on;
 * `depth`: how many have run one another since. Both are 0 for what came from outside.
 */
export interface Cause {
  readonly occasion: Occasion;
  readonly links: number;
  readonly depth: number;
  /**
   * A human means it: the rule's button was `pressed`, or the `scene` that it waits for was put on. It goes on in the pause
   * too, which keeps only rules of their own accord; one of a scene until a human puts on another.
   */
  readonly byHand?: 'pressed' | 'scene' | undefined;
  /** It is tried out: it neither waits for the end of its rest nor begins one, so that the next real one is not missed. */
  readonly isTrial?: boolean;
}

/** When a waiting rule was reached first and last: in a storm one entry stands for all of its gifts. */
export interface Waiting {
  readonly first: EpochMillis;
  readonly last: EpochMillis;
  /** Of the last. */
  readonly cause: Cause;
}

/** A rule that waits for the end of its rest, with what it was reached by. */
export interface Queued {
  readonly at: EpochMillis;
  readonly cause: Cause;
}

/** A rule under way: the steps from `step` on are due at `due`. */
export interface Run {
  readonly rule: SceneRule;
  readonly step: number;
  readonly due: EpochMillis;
  readonly cause: Cause;
}

/**
 * What the director remembers of each rule. Changed in place, as a copy with every event of a storm would cost more
 * than all the rest; it belongs to one director and to nobody else.
 */
export interface Memory {
  index: RuleIndex;
  /** Ids of the rules whose conditions hold without any moment. */
  readonly truth: Set<string>;
  readonly fired: ReturnType<typeof newFired>;
  /** Rule id to when it fired last; its rest is counted from there, by the rule as it stands now. */
  readonly firedAt: Map<string, EpochMillis>;
  readonly traces: Map<string, RuleTrace>;
}

export interface DirectorState {
  readonly rules: ReadonlyArray<SceneRule>;
  readonly automation: SceneAutomation;
  readonly world: World;
  readonly connected: boolean;
  readonly scenes: ReadonlyArray<string>;
  /** Names that another scene has than the one that rules mean by them. */
  readonly strangers: ReadonlyArray<string>;
  /** The scene on program; the last known one while disconnected, null before the first connection. */
  readonly scene: string | null;
  readonly studioMode: boolean;
  /** The scene that a rule has staged last, until another scene is on: who puts that on takes what was offered. */
  readonly staged: string | null;
  /** Null while automation runs. `until` null: until somebody resumes it. `by` a `human` in OBS, or by `hand` here. */
  readonly pause: { readonly until: EpochMillis | null; readonly by: 'human' | 'hand' } | null;
  readonly hold: Hold | null;
  /** The hold that a pause by hand has ended, while its scene is on: somebody may want its way back all the same. */
  readonly givenUp: Hold | null;
  /** Rules reached while OBS was away, by id; each time waits {@link LATE_AFTER_SECONDS} at most. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  /** By the rule's id. */
  readonly queued: ReadonlyMap<string, Queued>;
  readonly runs: ReadonlyArray<Run>;
  /** Rules of a state that lost the scene to another, by id; they get it after that one, if their state holds still. */
  readonly standby: ReadonlyMap<string, Cause>;
  /** No rule gets the scene before. */
  readonly restUntil: EpochMillis;
  readonly memory: Memory;
  /** Newest first. */
  readonly acts: ReadonlyArray<Act>;
}

/** What a fact leads to: the state after it, at most one wish, the other things to do, and the lines for the list of acts. */
export interface Turn {
  readonly state: DirectorState;
  readonly wish: Wish | null;
  readonly deeds: ReadonlyArray<Deed>;
  readonly acts: ReadonlyArray<Act>;
}

/** `paused`: by hand, as it was kept. */
export function newDirector(
  rules: ReadonlyArray<SceneRule>,
  paused = false,
  automation: SceneAutomation = SceneAutomation.parse({}),
): DirectorState {
  const memory = { truth: new Set<string>(), fired: newFired(), firedAt: new Map(), traces: new Map() };
  return {
    rules,
    automation,
    world: UNKNOWN_WORLD,
    connected: false,
    scenes: [],
    strangers: [],
    scene: null,
    studioMode: false,
    staged: null,
    pause: paused ? { until: null, by: 'hand' } : null,
    hold: null,
    givenUp: null,
    waiting: new Map(),
    queued: new Map(),
    runs: [],
    standby: new Map(),
    restUntil: Number.NEGATIVE_INFINITY,
    memory: { ...memory, index: indexRules(rules) },
    acts: [],
  };
}

/** Joins the new acts (oldest first) to the state's list. */
export function turn(
  state: DirectorState,
  acts: ReadonlyArray<Act> = [],
  wish: Wish | null = null,
  deeds: ReadonlyArray<Deed> = [],
): Turn {
  if (acts.length === 0) return { state, wish, deeds, acts };
  return { state: { ...state, acts: acts.reduce(listed, state.acts) }, wish, deeds, acts };
}

/** When the director must be told `ticked` next, or null. */
export function nextDue(state: DirectorState): EpochMillis | null {
  const due: EpochMillis[] = [];
  if (state.connected && state.hold && !state.hold.returning) due.push(state.hold.until);
  if (state.pause?.until) due.push(state.pause.until);
  if (state.connected && !state.pause && state.hold && outranked(state, state.hold))
    due.push(Math.max(state.hold.leastUntil, state.restUntil));
  for (const { first } of state.waiting.values()) due.push(lateFrom(first));
  for (const { at } of state.queued.values()) due.push(at);
  for (const run of state.runs) due.push(run.due);
  if (state.standby.size > 0 && state.connected && !state.hold && !state.pause) due.push(state.restUntil);
  // A hold of a state may have no end of its own.
  const first = Math.min(...due);
  return Number.isFinite(first) ? first : null;
}

/** Whether a higher rule stands by, which was kept from the scene by the least time of this hold alone. */
function outranked({ standby, memory: { index, truth } }: DirectorState, { rule, returning }: Hold): boolean {
  const rankOf = (id: string) => index.byId.get(id)?.rank ?? Number.POSITIVE_INFINITY;
  return !returning && [...standby.keys()].some((id) => truth.has(id) && rankOf(id) < rankOf(rule));
}

/** Whether the world's `minute` and the passing of seconds matter to any rule. */
export function needsClock(state: DirectorState): boolean {
  return watchesClock(state.memory.index);
}
