import type { Occasion } from '../../../shared/rule-words.ts';
import type { SceneAction } from '../../../shared/scene-actions.ts';
import type { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { Renames } from './rename.ts';
import type { SceneIds } from './scene-ids.ts';
import type { Happening, World } from './world.ts';

/* What the director is told and what it asks for. */

/** A wish older than this is not carried out any more: a celebration half a minute late is worse than none. */
export const LATE_AFTER_SECONDS = 5;
/** The scene automation wants to see, and why. */
export interface Wish {
  readonly scene: string;
  /** `return-asked`: the way back that was given up by a pause, by hand. */
  readonly why: 'rule-fired' | 'hold-over' | 'return-asked';
  /** Id of the rule. */
  readonly rule: string;
  /** The scene that must be on program: with another one a human was faster. Null: whatever is believed to be on. */
  readonly from: string | null;
  readonly since: EpochMillis;
  /** What to do in Studio Mode: lay it ready, or cut to it all the same. `preview`: lay it ready, and else nothing. */
  readonly studio: 'stage' | 'cut' | 'preview';
  /** Of the rule's cause; left out: 0. */
  readonly links?: number;
  /** Of a scene that is to stay: the rule whose hold it takes the place of, null for none. Left out where it is held. */
  readonly over?: string | null;
}

/** A step of a rule that is not about the scene on program, to be done now. */
export interface Deed {
  readonly rule: string;
  readonly action: Exclude<SceneAction, { type: 'show-scene' | 'stage-scene' | 'wait' | 'run-rule' }>;
  readonly since: EpochMillis;
  /** What its words may name. */
  readonly occasion: Occasion;
  /** Of its rule. */
  readonly priority: number;
}

/** What became of a wish. `why` is a stable word. */
export type WishOutcome =
  | { readonly type: 'switched' }
  | { readonly type: 'staged' }
  | { readonly type: 'refused'; readonly why: string };

export type DeedOutcome = { readonly type: 'done' } | { readonly type: 'refused'; readonly why: string };

/** The scenes of OBS, top first. */
interface ScenesTold {
  readonly scenes: ReadonlyArray<string>;
  /** Left out by an OBS that has none. */
  readonly ids?: SceneIds;
  /** Name of the scene collection; null or left out where OBS does not tell. */
  readonly collection?: string | null;
  /** Names that another scene has than the one that is meant by them; see `recognise`. */
  readonly strangers?: ReadonlyArray<string>;
}

/** What OBS did, as the connection reports it. */
export type ObsFact =
  | ({
      readonly type: 'connected';
      readonly scene: string;
      readonly studioMode: boolean;
      /** Null or left out: not known. */
      readonly streaming?: boolean | null;
      readonly recording?: boolean | null;
    } & ScenesTold)
  | { readonly type: 'disconnected' }
  | { readonly type: 'human-changed'; readonly scene: string }
  | ({ readonly type: 'scenes-listed' } & ScenesTold)
  | ({ readonly type: 'collection-changed'; readonly scene: string } & ScenesTold)
  | { readonly type: 'scene-renamed'; readonly from: string; readonly to: string }
  | { readonly type: 'studio-mode-changed'; readonly on: boolean }
  | { readonly type: 'output-changed'; readonly of: 'stream' | 'record'; readonly on: boolean };

export type Fact =
  | ObsFact
  /** Scenes in use have other names than when OBS was seen last. */
  | { readonly type: 'scenes-found-renamed'; readonly renamed: Renames }
  /** `at` is when it was accepted here, and earlier only for what came late: see `newLateness`. */
  | { readonly type: 'happened'; readonly happening: Happening; readonly at: EpochMillis }
  /** The owner tries a rule out, whatever it waits for and whether it is on. */
  | { readonly type: 'rule-tried'; readonly rule: string }
  | { readonly type: 'world-changed'; readonly change: Partial<World> }
  | { readonly type: 'ticked' }
  | { readonly type: 'wish-answered'; readonly wish: Wish; readonly outcome: WishOutcome }
  | { readonly type: 'paused' }
  | { readonly type: 'resumed' }
  | { readonly type: 'return-asked' }
  | { readonly type: 'deed-answered'; readonly deed: Deed; readonly outcome: DeedOutcome }
  | { readonly type: 'rules-changed'; readonly rules: ReadonlyArray<SceneRule> }
  | { readonly type: 'automation-changed'; readonly automation: SceneAutomation };

/** The first millisecond at which a wish of that moment is late. */
export function lateFrom(since: EpochMillis): EpochMillis {
  return since + LATE_AFTER_SECONDS * 1000 + 1;
}
