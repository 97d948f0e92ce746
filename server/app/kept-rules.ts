import type { SceneAutomation, SceneRule } from '../../shared/scene-rules.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import type { Clock } from '../core/scenes/obs-port.ts';
import { idsInUse } from '../core/scenes/rule-index.ts';
import type { Directing } from './directing.ts';
import type { Door } from './door.ts';
import { revisionOf } from './revision.ts';
import type { SceneNames } from './scene-names.ts';
import type { SceneSettings } from './scene-settings.ts';

interface Around {
  readonly settings: SceneSettings;
  readonly directing: Directing;
  readonly names: SceneNames;
  /** Changes of the same creator go through it one at a time. */
  readonly changes: Door;
  readonly clock: Clock;
  readonly tell: () => void;
}

/**
 * The rules, what holds for all of them, and which scenes their names mean: kept first, and only then the director's. A
 * rename alone is the director's before it is kept, since OBS goes by the new name already.
 */
export class KeptRules {
  readonly #around: Around;
  #rules: ReadonlyArray<SceneRule>;

  constructor(around: Around) {
    this.#around = around;
    this.#rules = around.settings.rules;
  }

  /** As they are kept, which is what is told; the director's are ahead of them while a rename is kept. */
  get rules(): ReadonlyArray<SceneRule> {
    return this.#rules;
  }

  get automation(): SceneAutomation {
    return this.#around.directing.state.automation;
  }

  get revisions(): { rules: string; automation: string } {
    return { rules: revisionOf(this.#rules), automation: revisionOf(this.automation) };
  }

  put(rules: ReadonlyArray<SceneRule>, upon: string | null): Promise<ReadonlyArray<SceneRule> | Refusal> {
    const { changes, directing, names } = this.#around;
    const issues = idsInUse(rules);
    if (issues.length > 0) return Promise.resolve(refuse('bad-input', { issues }));
    return changes.run(async () => {
      if (upon !== null && upon !== this.revisions.rules) return refuse('rules-changed');
      await this.#keep(rules);
      directing.take({ type: 'rules-changed', rules });
      names.again();
      return rules;
    });
  }

  putAutomation(automation: SceneAutomation, upon: string | null): Promise<SceneAutomation | Refusal> {
    const { changes, directing, names, tell } = this.#around;
    return changes.run(async () => {
      if (upon !== null && upon !== this.revisions.automation) return refuse('rules-changed');
      await this.#keepAutomation(this.#isPausedByHand, automation);
      directing.take({ type: 'automation-changed', automation });
      names.again();
      tell();
      return automation;
    });
  }

  setPaused(paused: boolean): Promise<void> {
    const { changes, directing } = this.#around;
    return changes.run(async () => {
      await this.#keepAutomation(paused, this.automation);
      directing.take({ type: paused ? 'paused' : 'resumed' });
    });
  }

  /** See `settleScene` of the door. */
  settle(scene: string): Promise<void> {
    const { changes, names, tell } = this.#around;
    return changes.run(async () => {
      names.settle(scene);
      await this.#keepIds();
      tell();
    });
  }

  /** Keeps which scenes are meant, and the rules where they have followed a scene that got another name in OBS. */
  followNames(): Promise<void> {
    const { changes, directing } = this.#around;
    return changes.run(async () => {
      await this.#keepIds();
      const { rules } = directing.state;
      if (this.#rules === rules) return;
      await this.#keepAutomation(this.#isPausedByHand, this.automation);
      await this.#keep(rules);
    });
  }

  get #isPausedByHand(): boolean {
    return this.#around.directing.state.pause?.by === 'hand';
  }

  #keepAutomation(paused: boolean, automation: SceneAutomation): Promise<void> {
    const { settings, clock } = this.#around;
    return settings.keepAutomation(paused, automation, clock());
  }

  #keepIds(): Promise<void> {
    const { settings, names, clock } = this.#around;
    return settings.keepSceneIds(names.kept, clock());
  }

  async #keep(rules: ReadonlyArray<SceneRule>): Promise<void> {
    const { settings, clock, tell } = this.#around;
    await settings.keepRules(rules, clock());
    this.#rules = rules;
    tell();
  }
}
