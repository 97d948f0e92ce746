import type { Act } from '../../../server/core/scenes/acts.ts';
import { direct } from '../../../server/core/scenes/director.ts';
import { type DirectorState, newDirector } from '../../../server/core/scenes/director-state.ts';
import type { Deed, Fact, Wish } from '../../../server/core/scenes/facts.ts';
import type { Happening } from '../../../server/core/scenes/world.ts';
import { fromGiftRule, SceneAutomation, type SceneRule } from '../../../shared/scene-rules.ts';

export const SCENES = ['Main', 'Celebration', 'Booking', 'BRB'];

/** A rule that shows Celebration for 10 s from 100 diamonds on. */
export function rule(
  change: {
    id?: string;
    diamonds?: number;
    scene?: string;
    holdSeconds?: number;
    cooldownSeconds?: number;
    enabled?: boolean;
  } = {},
): SceneRule {
  const {
    id = 'party',
    diamonds = 100,
    scene = 'Celebration',
    holdSeconds = 10,
    cooldownSeconds = 0,
    enabled = true,
  } = change;
  const when = { type: 'gift-worth-at-least' as const, diamonds };
  return fromGiftRule({ id, name: id, enabled, when, show: { scene, holdSeconds }, cooldownSeconds });
}

/** Plays facts at seconds of a show that begins in Main, with an OBS that obeys unless told otherwise. */
export class Script {
  state: DirectorState;
  readonly wishes: Wish[] = [];
  readonly acts: Act[] = [];
  readonly deeds: Deed[] = [];
  obeys = true;

  constructor(rules: SceneRule[], connected = true, automation: Partial<SceneAutomation> = {}) {
    this.state = newDirector(rules, false, SceneAutomation.parse(automation));
    if (connected) this.at(0, { type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false });
  }

  at(seconds: number, fact: Fact): this {
    const now = seconds * 1000;
    const turn = direct(this.state, fact, now);
    this.state = turn.state;
    this.acts.push(...turn.acts);
    this.deeds.push(...turn.deeds);
    if (!turn.wish) return this;
    this.wishes.push(turn.wish);
    if (!this.obeys) return this;
    const type = this.state.studioMode && turn.wish.studio !== 'cut' ? 'staged' : 'switched';
    return this.at(seconds, { type: 'wish-answered', wish: turn.wish, outcome: { type } });
  }

  gift(seconds: number, value: number, key = 'streak-1'): this {
    return this.happen(seconds, { type: 'gift', key, value, count: value, gift: 'Rose' });
  }

  happen(seconds: number, happening: Happening): this {
    return this.at(seconds, { type: 'happened', happening, at: seconds * 1000 });
  }

  tick(seconds: number): this {
    return this.at(seconds, { type: 'ticked' });
  }

  human(seconds: number, scene: string): this {
    return this.at(seconds, { type: 'human-changed', scene });
  }

  get wanted(): string[] {
    return this.wishes.map((wish) => wish.scene);
  }

  get said(): string[] {
    return this.acts.map((act) => `${act.what} ${act.scene} ${act.why}`);
  }
}
