import type { Occasion } from '../../../shared/rule-words.ts';
import { SceneAutomation, type SceneRule } from '../../../shared/scene-rules.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { type Deed, lateFrom, type Wish } from './facts.ts';
import { newFired } from './fired.ts';
import type { Hold } from './hold.ts';
import { indexRules, type RuleIndex, watchesClock } from './rule-index.ts';
import type { RuleTrace } from './trace.ts';
import { UNKNOWN_WORLD, type World } from './world.ts';

/** Of a busy show some hours. */
export const ACTS_KEPT = 200;

export const ACT_WHATS = [
  'switched',
  'queued',
  'stayed',
  'step-failed',
  'alerted',
  'renamed',
  'staged',
  'extended',
  'returned',
  'left-alone',
  'dropped',
  'yielded',
  'let-go',
  'comes-later',
  'failed',
  'paused',
  'resumed',
] as const;

/** One line of what automation did or left alone. `rule` is the rule's id; `why` a stable word. */
export interface Act {
  readonly at: EpochMillis;
  readonly what: (typeof ACT_WHATS)[number];
  readonly scene: string | null;
  readonly why: string;
  readonly rule: string | null;
  /** The rule that it lost to, by id. */
  readonly by: string | null;
  /** The kind of the step that was not done. */
  readonly step?: string | undefined;
  /** How the rules were called that have been deleted since. */
  readonly ruleName?: string | undefined;
  readonly byName?: string | undefined;
}

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

/** What leaves the scene as it is: a streak of gifts says it with each tap. */
const STILL: ReadonlySet<Act['what']> = new Set(['extended', 'left-alone', 'alerted']);

/**
 * The list with one more act at its head. What is said again is one line, with the newest time: while the scene stays as
 * it is, and of an OBS that is away through a whole show; it shall not push out all else.
 */
function listed(acts: ReadonlyArray<Act>, act: Act): ReadonlyArray<Act> {
  const again = saidBefore(acts, act);
  return [act, ...(again === -1 ? acts : acts.toSpliced(again, 1))].slice(0, ACTS_KEPT);
}

/** Where the same is said already; looked for no further than it may stand, as a storm says it with every gift. */
function saidBefore(acts: ReadonlyArray<Act>, act: Act): number {
  const anywhere = act.why === 'obs-not-connected';
  if (!anywhere && !STILL.has(act.what)) return -1;
  for (const [at, old] of acts.entries()) {
    if (saysSame(act, old)) return at;
    if (!anywhere && !STILL.has(old.what)) return -1;
  }
  return -1;
}

function saysSame(one: Act, other: Act): boolean {
  const { what, scene, why, rule, by, step } = other;
  return (
    one.what === what &&
    one.scene === scene &&
    one.why === why &&
    one.rule === rule &&
    one.by === by &&
    one.step === step
  );
}

/** The act with the names of rules that are being deleted; `nameOf` answers none for one that is there still. */
export function withNames(one: Act, nameOf: (id: string) => string | null | undefined): Act {
  const [ruleName, byName] = [one.rule, one.by].map((id) => (id === null ? null : nameOf(id)));
  if (!ruleName && !byName) return one;
  return { ...one, ...(ruleName ? { ruleName } : {}), ...(byName ? { byName } : {}) };
}

/** When the director must be told `ticked` next, or null. */
export function nextDue(state: DirectorState): EpochMillis | null {
  const due: EpochMillis[] = [];
  if (state.connected && state.hold && !state.hold.returning) due.push(state.hold.until);
  if (state.pause?.until) due.push(state.pause.until);
  for (const { first } of state.waiting.values()) due.push(lateFrom(first));
  for (const { at } of state.queued.values()) due.push(at);
  for (const run of state.runs) due.push(run.due);
  if (state.standby.size > 0 && state.connected && !state.hold && !state.pause) due.push(state.restUntil);
  // A hold of a state may have no end of its own.
  const first = Math.min(...due);
  return Number.isFinite(first) ? first : null;
}

/** Whether the world's `minute` and the passing of seconds matter to any rule. */
export function needsClock(state: DirectorState): boolean {
  return watchesClock(state.memory.index);
}

export function act(
  at: EpochMillis,
  what: Act['what'],
  scene: string | null,
  why: string,
  rule: string | null,
  by: string | null = null,
): Act {
  return { at, what, scene, why, rule, by };
}
