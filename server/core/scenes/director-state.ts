import type { SceneRule } from '../../../shared/scenes.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { Hold } from './hold.ts';

/** How long automation keeps its hands off after a human changed the scene under a running hold. */
export const HUMAN_PAUSE_SECONDS = 60;
/** A wish older than this is not carried out any more: a celebration half a minute late is worse than none. */
export const LATE_AFTER_SECONDS = 5;
const ACTS_KEPT = 20;
/**
 * Pairs of rule and streak are remembered, so that a rule fires once per streak; some 2,000, the oldest are forgotten
 * first. In pages, because a set of them all would be copied with every gift of a storm.
 */
export const FIRED_PAGES = 40;
export const FIRED_PER_PAGE = 50;

/** A gift or streak is worth `value` diamonds by now. `key` names the streak; `at` is when it was accepted here. */
export interface GiftReached {
  readonly key: string;
  readonly value: number;
  readonly at: EpochMillis;
}

/** The scene automation wants to see, and why. */
export interface Wish {
  readonly scene: string;
  readonly why: 'rule-fired' | 'hold-over';
  /** Id of the rule. */
  readonly rule: string;
  /** The scene that must be on program: with another one a human was faster. Null: whatever is believed to be on. */
  readonly from: string | null;
  readonly since: EpochMillis;
}

/** What became of a wish. `why` is a stable word. */
export type WishOutcome =
  | { readonly type: 'switched' }
  | { readonly type: 'staged' }
  | { readonly type: 'refused'; readonly why: string };

/** What OBS did, as the connection reports it. */
export type ObsFact =
  | {
      readonly type: 'connected';
      readonly scenes: ReadonlyArray<string>;
      readonly scene: string;
      readonly studioMode: boolean;
    }
  | { readonly type: 'disconnected' }
  | { readonly type: 'human-changed'; readonly scene: string }
  | { readonly type: 'scenes-listed'; readonly scenes: ReadonlyArray<string> }
  | { readonly type: 'collection-changed'; readonly scenes: ReadonlyArray<string>; readonly scene: string }
  | { readonly type: 'scene-renamed'; readonly from: string; readonly to: string }
  | { readonly type: 'studio-mode-changed'; readonly on: boolean };

export type Fact =
  | ObsFact
  | ({ readonly type: 'gift-reached' } & GiftReached)
  | { readonly type: 'ticked' }
  | { readonly type: 'wish-answered'; readonly wish: Wish; readonly outcome: WishOutcome }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'rules-changed'; readonly rules: ReadonlyArray<SceneRule> };

/** One line of what automation did or left alone. `rule` is the rule's id; `why` a stable word. */
export interface Act {
  readonly at: EpochMillis;
  readonly what:
    | 'switched'
    | 'staged'
    | 'extended'
    | 'returned'
    | 'left-alone'
    | 'dropped'
    | 'yielded'
    | 'failed'
    | 'paused'
    | 'resumed';
  readonly scene: string | null;
  readonly why: string;
  readonly rule: string | null;
}

/** When a waiting rule was reached first and last: in a storm one entry stands for all of its gifts. */
export interface Waiting {
  readonly first: EpochMillis;
  readonly last: EpochMillis;
}

export interface DirectorState {
  readonly rules: ReadonlyArray<SceneRule>;
  readonly connected: boolean;
  readonly scenes: ReadonlyArray<string>;
  /** The scene on program; the last known one while disconnected, null before the first connection. */
  readonly scene: string | null;
  readonly studioMode: boolean;
  /** Null while automation runs. `until` null: until somebody resumes it. */
  readonly pause: { readonly until: EpochMillis | null } | null;
  readonly hold: Hold | null;
  /** Rules reached while OBS was away, by id; each time waits {@link LATE_AFTER_SECONDS} at most. */
  readonly waiting: ReadonlyMap<string, Waiting>;
  /** Newest page first. */
  readonly fired: ReadonlyArray<ReadonlySet<string>>;
  /** Rule id to the end of its cooldown. */
  readonly cooling: ReadonlyMap<string, EpochMillis>;
  /** Newest first. */
  readonly acts: ReadonlyArray<Act>;
}

/** What a fact leads to: the state after it, at most one wish, and the lines it added to the list of acts. */
export interface Turn {
  readonly state: DirectorState;
  readonly wish: Wish | null;
  readonly acts: ReadonlyArray<Act>;
}

/** `paused`: by hand, as it was kept. */
export function newDirector(rules: ReadonlyArray<SceneRule>, paused = false): DirectorState {
  return {
    rules,
    connected: false,
    scenes: [],
    scene: null,
    studioMode: false,
    pause: paused ? { until: null } : null,
    hold: null,
    waiting: new Map(),
    fired: [],
    cooling: new Map(),
    acts: [],
  };
}

/** Joins the new acts (oldest first) to the state's list. */
export function turn(state: DirectorState, acts: ReadonlyArray<Act> = [], wish: Wish | null = null): Turn {
  if (acts.length === 0) return { state, wish, acts };
  const before = state.acts.filter((old) => !acts.some((act) => repeats(act, old)));
  return { state: { ...state, acts: [...acts.toReversed(), ...before].slice(0, ACTS_KEPT) }, wish, acts };
}

/** A show without OBS says once per rule, with the newest time, that OBS is away; it shall not push out all else. */
function repeats(act: Act, old: Act): boolean {
  return act.why === 'obs-not-connected' && act.what === old.what && act.why === old.why && act.rule === old.rule;
}

/** When the director must be told `ticked` next, or null. */
export function nextDue(state: DirectorState): EpochMillis | null {
  const due: EpochMillis[] = [];
  if (state.connected && state.hold && !state.hold.returning) due.push(state.hold.until);
  if (state.pause?.until) due.push(state.pause.until);
  for (const { first } of state.waiting.values()) due.push(lateFrom(first));
  return due.length === 0 ? null : Math.min(...due);
}

/** The first millisecond at which a wish of that moment is late. */
export function lateFrom(since: EpochMillis): EpochMillis {
  return since + LATE_AFTER_SECONDS * 1000 + 1;
}
