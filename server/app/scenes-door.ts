import type { LiveEvent } from '../../shared/events.ts';
import type { SceneAutomation, SceneRule } from '../../shared/scene-rules.ts';
import type { ObsNames, ObsStatus, RuleTrace } from '../../shared/scenes.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { type Act, needsClock, newDirector } from '../core/scenes/director-state.ts';
import type { ObsPicture, ObsPort, StagePlaced, StageRefusal } from '../core/scenes/obs-port.ts';
import { awaiting } from '../core/scenes/rule-index.ts';
import { type Happening, isNews, type World } from '../core/scenes/world.ts';
import { Directing } from './directing.ts';
import { createDoor } from './door.ts';
import { dryRun } from './dry-run.ts';
import { createListeners, type Listeners } from './listeners.ts';
import { ObsAim, type ObsAsk } from './obs-aim.ts';
import { obsStatus, ruleTraces } from './obs-status.ts';
import { SceneNames } from './scene-names.ts';
import { type SceneSettings, sceneSettings } from './scene-settings.ts';
import type { Scenes, ScenesOptions } from './scenes.ts';

/** See {@link Scenes}: what is kept, who asks, and which OBS; what follows of it is the director's. */
class ScenesDoor implements Scenes {
  readonly #options: ScenesOptions;
  readonly #settings: SceneSettings;
  readonly #obs: ObsPort;
  readonly #listeners: Listeners<void>;
  readonly #directing: Directing;
  /** The rules as they are kept, which is what is told; the director's are ahead of them while a rename is kept. */
  #kept: ReadonlyArray<SceneRule>;
  #picture: ObsPicture = { state: 'off', detail: '', scene: null, scenes: [], studioMode: false, warnings: [] };
  readonly #aim: ObsAim;
  readonly #names: SceneNames;
  readonly #changes = createDoor();

  constructor(options: ScenesOptions, settings: SceneSettings) {
    this.#options = options;
    this.#settings = settings;
    this.#listeners = createListeners(options.onFault);
    this.#kept = settings.rules;
    this.#obs = options.connectObs({
      picture: (picture) => {
        this.#picture = picture;
        this.#tell();
      },
      fact: (fact) => {
        if (this.#names.heard(fact)) void this.#keepNames().catch(options.onFault);
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
    const first = newDirector(settings.rules, settings.paused, settings.automation);
    this.#directing = new Directing(first, { ...options, obs: this.#obs, tell: () => this.#tell() });
    this.#names = new SceneNames(settings.sceneIds, this.#directing, options.namedElsewhere ?? null);
  }

  start(): void {
    this.#aim.start();
  }

  status(): ObsStatus {
    return obsStatus(this.#picture, this.#directing.state, this.#aim, this.#names.renamed);
  }

  rules(): ReadonlyArray<SceneRule> {
    return this.#kept;
  }

  passwordSet(): boolean {
    return this.#aim.passwordSet;
  }

  putRules(rules: ReadonlyArray<SceneRule>): Promise<ReadonlyArray<SceneRule> | Refusal> {
    const issues = rules.flatMap((rule, at) =>
      rules.findIndex((other) => other.id === rule.id) === at
        ? []
        : [{ path: `${at}.id`, message: 'is used by another rule' }],
    );
    if (issues.length > 0) return Promise.resolve(refuse('bad-input', { issues }));
    return this.#changes.run(async () => {
      await this.#keepRules(rules);
      this.#directing.take({ type: 'rules-changed', rules });
      this.#names.again();
      return rules;
    });
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

  pause(): Promise<ObsStatus> {
    return this.#changes.run(async () => {
      await this.#keepAutomation(true);
      this.#directing.take({ type: 'paused' });
      return this.status();
    });
  }

  resume(): Promise<ObsStatus> {
    return this.#changes.run(async () => {
      await this.#keepAutomation(false);
      this.#directing.take({ type: 'resumed' });
      return this.status();
    });
  }

  settleScene(scene: string): Promise<ObsStatus> {
    return this.#changes.run(async () => {
      this.#names.settle(scene);
      await this.#settings.keepSceneIds(this.#names.kept, this.#now());
      this.#tell();
      return this.status();
    });
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
    return this.#directing.state.automation;
  }

  putAutomation(automation: SceneAutomation): Promise<SceneAutomation> {
    return this.#changes.run(async () => {
      await this.#settings.keepAutomation(this.#pausedByHand(), automation, this.#now());
      this.#directing.take({ type: 'automation-changed', automation });
      this.#names.again();
      this.#tell();
      return automation;
    });
  }

  traces(): RuleTrace[] {
    return ruleTraces(this.#directing.state);
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

  press(rule: string): Refusal | null {
    const pressed = { type: 'button', rule } as const;
    if (awaiting(this.#directing.state.memory.index, pressed).length === 0) return refuse('not-found');
    this.happened(pressed, this.#now());
    return null;
  }

  dryRun(
    events: ReadonlyArray<LiveEvent>,
    rules: ReadonlyArray<SceneRule> = this.rules(),
    began: string | null = null,
  ): Promise<Act[]> {
    return dryRun(
      { ...this.#directing.state, scene: began ?? this.#directing.state.scene },
      rules,
      events,
      this.#options.minuteAt,
    );
  }

  onChange(listener: () => void): () => void {
    return this.#listeners.add(listener);
  }

  async close(): Promise<void> {
    await this.#aim.close();
    // A rename may still be on its way into the store.
    await this.#changes.run(async () => {});
    this.#directing.close();
  }

  #now(): number {
    return this.#options.clock();
  }

  #pausedByHand(): boolean {
    return this.#directing.state.pause?.by === 'hand';
  }

  #keepAutomation(paused: boolean): Promise<void> {
    return this.#settings.keepAutomation(paused, this.#directing.state.automation, this.#now());
  }

  /** Rules follow a scene that got another name in OBS. */
  #keepNames(): Promise<void> {
    return this.#changes.run(async () => {
      await this.#settings.keepSceneIds(this.#names.kept, this.#now());
      if (this.#kept === this.#directing.state.rules) return;
      await this.#keepAutomation(this.#pausedByHand());
      await this.#keepRules(this.#directing.state.rules);
    });
  }

  async #keepRules(rules: ReadonlyArray<SceneRule>): Promise<void> {
    await this.#settings.keepRules(rules, this.#now());
    this.#kept = rules;
    this.#tell();
  }

  #tell(): void {
    this.#listeners.tell();
  }
}

/** Reads what is kept and connects if OBS was connected at the last stop. */
export async function createScenes(options: ScenesOptions): Promise<Scenes> {
  const settings = await sceneSettings(options);
  const door = new ScenesDoor(options, settings);
  door.start();
  return door;
}
