import type { LiveEvent } from '../../shared/events.ts';
import type { SceneAutomation, SceneRule } from '../../shared/scene-rules.ts';
import type { ActsKept, ObsNames, ObsStatus, RuleAsked, RuleTrace, SceneAct } from '../../shared/scenes.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Refusal } from '../core/decision.ts';
import type { StagePlaced, StageRefusal } from '../core/scenes/obs-port.ts';
import type { Happening, World } from '../core/scenes/world.ts';
import type { Past } from './dry-run.ts';

/** The door of OBS and scene rules. */
export interface Scenes {
  status(): ObsStatus;
  rules(): ReadonlyArray<SceneRule>;
  /** Whether a password is kept; the password itself never leaves. */
  passwordSet(): boolean;
  /**
   * Keeps the rules in place of the old ones, if those are still of the revision `upon` (null: whatever they are). Refuses
   * two with one id, and `rules-changed` where others were kept meanwhile, or a scene got another name.
   */
  putRules(rules: ReadonlyArray<SceneRule>, upon?: string | null): Promise<ReadonlyArray<SceneRule> | Refusal>;
  /** Of the rules, and of what holds for all of them. */
  revisions(): { readonly rules: string; readonly automation: string };
  /**
   * Connects and keeps the target. What is left out stays as it was, but a password is never carried to another address.
   * Resolves with the first verdict: connected, refused, wrong password and so on.
   */
  connect(target: { address?: string | undefined; password?: string | undefined }): Promise<ObsStatus>;
  disconnect(): Promise<ObsStatus>;
  /** Keeps automation's hands off until it is resumed, over a restart too. */
  pause(): Promise<ObsStatus>;
  resume(): Promise<ObsStatus>;
  /** Takes the way back that a pause by hand has ended, if there is one; see `wayBack` of the status. */
  returnNow(): Promise<ObsStatus>;
  /**
   * The streamer has taken note of what `troubles` says of this scene: a rename is told no more, and a scene that has taken
   * the name of another is the one that rules mean from now on.
   */
  settleScene(scene: string): Promise<ObsStatus>;
  addStage(url: string): Promise<StagePlaced | StageRefusal>;
  /** What OBS has that steps of rules can name. */
  obsNames(): Promise<ObsNames>;
  /** Refreshes the browser sources whose address ends so; how many there were, 0 also while OBS is away. */
  refreshStage(ending: string): Promise<number>;
  automation(): SceneAutomation;
  /** `upon` and its refusal as with the rules. */
  putAutomation(automation: SceneAutomation, upon?: string | null): Promise<SceneAutomation | Refusal>;
  /** The newest of what became of each rule. */
  traces(): RuleTrace[];
  /** All that is kept of what automation did, and of what became of each rule. */
  acts(): ActsKept;
  /** Something happened; `at` is when, by our clock: as it was accepted, or before that by as much as its feed was late. */
  happened(happening: Happening, at: EpochMillis): void;
  worldChanged(change: Partial<World>): void;
  /** Whether a rule waits for the clock, which `worldChanged` must then tell every second as `minute`. */
  needsClock(): boolean;
  /**
   * The button of one rule: what came of it, once OBS has answered. Refuses with `not-found` where there is no such rule, that
   * is on and has a button.
   */
  press(rule: string): Promise<RuleAsked | Refusal>;
  /**
   * Fires a rule to try it out, also one that is off, and tells what came of it as a press does; refuses with `not-found`, and
   * with `obs-not-connected` where it needs OBS.
   */
  tryRule(rule: string): Promise<RuleAsked | Refusal>;
  /**
   * What the rules (or others) would have done for these events, from the scene that was on at their beginning; null or
   * left out: the one that is on now. Takes turns with the show that may be running.
   */
  dryRun(events: ReadonlyArray<LiveEvent>, rules?: ReadonlyArray<SceneRule>, past?: Past): Promise<SceneAct[]>;
  /** Called after every change; returns what ends that. */
  onChange(listener: () => void): () => void;
  close(): Promise<void>;
}
