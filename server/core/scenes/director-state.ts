import type { SceneRule } from '../../../shared/scenes.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { Hold } from './hold.ts';

/** How long automation keeps its hands off after a human changed the scene under a running hold. */
export const HUMAN_PAUSE_SECONDS = 60;
/** A wish older than this is not carried out any more: a celebration half a minute late is worse than none. */
export const LATE_AFTER_SECONDS = 5;
export const ACTS_KEPT = 20;
/** Remembered pairs of rule and streak, so that a rule fires once per streak. The oldest are forgotten first. */
export const FIRED_KEPT = 2000;

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
  /** Gifts that reached a rule while OBS was away, by streak; each waits {@link LATE_AFTER_SECONDS} at most. */
  readonly waiting: ReadonlyMap<string, GiftReached>;
  readonly fired: ReadonlySet<string>;
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

export function newDirector(rules: ReadonlyArray<SceneRule>): DirectorState {
  return {
    rules,
    connected: false,
    scenes: [],
    scene: null,
    studioMode: false,
    pause: null,
    hold: null,
    waiting: new Map(),
    fired: new Set(),
    cooling: new Map(),
    acts: [],
  };
}

/** Joins the new acts (oldest first) to the state's list. */
export function turn(state: DirectorState, acts: ReadonlyArray<Act> = [], wish: Wish | null = null): Turn {
  if (acts.length === 0) return { state, wish, acts };
  return { state: { ...state, acts: [...acts.toReversed(), ...state.acts].slice(0, ACTS_KEPT) }, wish, acts };
}

/** When the director must be told `ticked` next, or null. */
export function nextDue(state: DirectorState): EpochMillis | null {
  const due: EpochMillis[] = [];
  if (state.connected && state.hold && !state.hold.returning) due.push(state.hold.until);
  if (state.pause?.until) due.push(state.pause.until);
  for (const gift of state.waiting.values()) due.push(lateFrom(gift.at));
  return due.length === 0 ? null : Math.min(...due);
}

/** The first millisecond at which a wish of that moment is late. */
export function lateFrom(since: EpochMillis): EpochMillis {
  return since + LATE_AFTER_SECONDS * 1000 + 1;
}
