import type { LiveEvent } from '../../shared/events.ts';
import type { SceneAutomation, SceneRule } from '../../shared/scene-rules.ts';
import type { ActsKept, ObsNames, ObsStatus, RuleAsked, RuleTrace, SceneAct } from '../../shared/scenes.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { needsClock, newDirector } from '../core/scenes/director-state.ts';
import type { Fact } from '../core/scenes/facts.ts';
import type { ObsPicture, ObsPort, StagePlaced, StageRefusal } from '../core/scenes/obs-port.ts';
import { remembering } from '../core/scenes/remembered.ts';
import { awaiting } from '../core/scenes/rule-index.ts';
import { needsObs } from '../core/scenes/steps.ts';
import { type Happening, isNews, type World } from '../core/scenes/world.ts';
import { Directing } from './directing.ts';
import { createDoor } from './door.ts';
import { dryRun, NOT_PAST, type Past } from './dry-run.ts';
import { KeptRules } from './kept-rules.ts';
import { createListeners, type Listeners } from './listeners.ts';
import { ObsAim, type ObsAsk } from './obs-aim.ts';
import { allActs, obsStatus, ruleAsked, ruleTraces } from './obs-status.ts';
import { openSceneMemory, type SceneMemory } from './scene-memory.ts';
import { SceneNames } from './scene-names.ts';
import { type SceneSettings, sceneSettings } from './scene-settings.ts';
import type { Scenes } from './scenes.ts';
import type { ScenesOptions } from './scenes-options.ts';

const NO_OBS: ObsPicture = {
  state: 'off',
  detail: '',
  cause: null,
  scene: null,
  preview: null,
  scenes: [],
  studioMode: false,
  warnings: [],
};

/** See {@link Scenes}: what is kept, who asks, and which OBS; what follows of it is the director's. */
class ScenesDoor implements Scenes {
  readonly #options: ScenesOptions;
  readonly #obs: ObsPort;
  readonly #listeners: Listeners<void>;
  readonly #directing: Directing;
  readonly #kept: KeptRules;
  #picture: ObsPicture = NO_OBS;
  readonly #aim: ObsAim;
  readonly #names: SceneNames;
  readonly #changes = createDoor();
  readonly #memory: SceneMemory;

  constructor(options: ScenesOptions, settings: SceneSettings, memory: SceneMemory) {
    this.#options = options;
    this.#listeners = createListeners(options.onFault);
    this.#obs = options.connectObs({
      picture: (picture) => {
        this.#picture = picture;
        this.#tell();
      },
      fact: (fact) => {
        if (this.#names.heard(fact)) void this.#kept.followNames().catch(options.onFault);
      },
      fault: options.onFault,
    });
    this.#aim = new ObsAim({
      ...options,
      obs: this.#obs,
      settings,
      picture: () => this.#picture,
      onChange: (listener) => this.onChange(listener),
      tell: () => this.#tell(),
      connect: (ask) => this.connect(ask),
    });
    const fresh = newDirector(settings.rules, settings.paused, settings.automation);
    const first = remembering(fresh, memory.remembered, this.#now());
    const tell = () => this.#tell();
    const directing = new Directing(first, { ...options, obs: this.#obs, tell, remember: memory.note });
    const names = new SceneNames(settings.sceneIds, directing, options.namedElsewhere ?? null);
    this.#kept = new KeptRules({ settings, directing, names, changes: this.#changes, clock: options.clock, tell });
    this.#directing = directing;
    this.#memory = memory;
    this.#names = names;
  }

  start(): void {
    this.#aim.start();
  }

  status(): ObsStatus {
    const { clock } = this.#options;
    return obsStatus(this.#picture, this.#directing.state, this.#aim, this.#names.renamed, clock());
  }

  rules(): ReadonlyArray<SceneRule> {
    return this.#kept.rules;
  }

  revisions(): { rules: string; automation: string } {
    return this.#kept.revisions;
  }

  passwordSet(): boolean {
    return this.#aim.passwordSet;
  }

  putRules(rules: ReadonlyArray<SceneRule>, upon: string | null = null): Promise<ReadonlyArray<SceneRule> | Refusal> {
    return this.#kept.put(rules, upon);
  }

  async connect(ask: ObsAsk): Promise<ObsStatus> {
    const { verdict } = await this.#changes.run(() => this.#aim.connect(ask));
    await verdict;
    return this.status();
  }

  disconnect(): Promise<ObsStatus> {
    return this.#changes.run(async () => {
      await this.#aim.disconnect();
      return this.status();
    });
  }

  async pause(): Promise<ObsStatus> {
    await this.#kept.setPaused(true);
    return this.status();
  }

  async resume(): Promise<ObsStatus> {
    await this.#kept.setPaused(false);
    return this.status();
  }

  async settleScene(scene: string): Promise<ObsStatus> {
    await this.#kept.settle(scene);
    return this.status();
  }

  addStage(url: string): Promise<StagePlaced | StageRefusal> {
    return this.#obs.placeStage(url);
  }

  obsNames(): Promise<ObsNames> {
    return this.#obs.names();
  }

  refreshStage(ending: string): Promise<number> {
    return this.#obs.refreshStage(ending);
  }

  automation(): SceneAutomation {
    return this.#kept.automation;
  }

  putAutomation(automation: SceneAutomation, upon: string | null = null): Promise<SceneAutomation | Refusal> {
    return this.#kept.putAutomation(automation, upon);
  }

  traces(): RuleTrace[] {
    return ruleTraces(this.#directing.state);
  }

  acts(): ActsKept {
    return allActs(this.#directing.state);
  }

  happened(happening: Happening, at: EpochMillis): void {
    // Nothing to decide and nothing to tell: the common case of a burst, kept cheap.
    if (this.#directing.state.rules.length > 0) this.#directing.take({ type: 'happened', happening, at });
  }

  worldChanged(change: Partial<World>): void {
    // Told with every batch of a burst, and mostly nothing new. A minute is the beat of the clock, the same one too.
    if (!('minute' in change) && !isNews(this.#directing.state.world, change)) return;
    this.#directing.take({ type: 'world-changed', change });
  }

  needsClock(): boolean {
    return needsClock(this.#directing.state);
  }

  async press(rule: string): Promise<RuleAsked | Refusal> {
    const happening = { type: 'button', rule } as const;
    if (awaiting(this.#directing.state.memory.index, happening).length === 0) return refuse('not-found');
    return this.#asked(rule, { type: 'happened', happening, at: this.#now() });
  }

  async tryRule(id: string): Promise<RuleAsked | Refusal> {
    const { memory, connected } = this.#directing.state;
    const found = memory.index.byId.get(id);
    if (!found) return refuse('not-found');
    if (!connected && needsObs(found.rule)) return refuse('obs-not-connected');
    return this.#asked(id, { type: 'rule-tried', rule: id });
  }

  async #asked(rule: string, fact: Fact): Promise<RuleAsked> {
    const acts = await this.#directing.taken(fact);
    return ruleAsked(acts, rule, this.#directing.state);
  }

  dryRun(events: ReadonlyArray<LiveEvent>, rules = this.rules(), past: Past = NOT_PAST): Promise<SceneAct[]> {
    return dryRun(this.#directing.state, { rules, events, ...past }, this.#options.minuteAt);
  }

  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    await this.#aim.close();
    // A rename may still be on its way into the store.
    await this.#changes.run(async () => {});
    await this.#names.settled();
    this.#directing.close();
    await this.#memory.close();
  }

  #now(): number {
    return this.#options.clock();
  }

  returnNow(): Promise<ObsStatus> {
    return this.#changes.run(async () => {
      this.#directing.take({ type: 'return-asked' });
      return this.status();
    });
  }

  #tell(): void {
    this.#listeners.tell();
  }
}

/** Reads what is kept and connects if OBS was connected at the last stop. */
export async function createScenes(options: ScenesOptions): Promise<Scenes> {
  const settings = await sceneSettings(options);
  const door = new ScenesDoor(options, settings, await openSceneMemory(options));
  door.start();
  return door;
}
