import { fillRuleWords, type Occasion } from '../../shared/rule-words.ts';
import type { Act } from '../core/scenes/acts.ts';
import { direct } from '../core/scenes/director.ts';
import { type DirectorState, nextDue } from '../core/scenes/director-state.ts';
import type { Deed, DeedOutcome, Fact, Wish, WishOutcome } from '../core/scenes/facts.ts';
import type { ObsPort } from '../core/scenes/obs-port.ts';
import { sceneChangeOf } from '../core/scenes/scene-change.ts';
import type { ScenesOptions } from './scenes-options.ts';

/** setTimeout takes no longer wait than this. */
const LONGEST_TIMER_MS = 2 ** 31 - 1;

interface Surroundings extends Pick<ScenesOptions, 'clock' | 'language' | 'ownStep' | 'onSceneChange' | 'onFault'> {
  readonly obs: ObsPort;
  /** Called when what shows of the director is another now. */
  readonly tell: () => void;
  /** Hears of every state, to keep of it what outlives a restart. */
  readonly remember: (state: DirectorState) => void;
}

/**
 * The director at work: facts go to it one at a time; its wishes and deeds go to OBS or to the stage, and what became of
 * them comes back as facts. It is woken when the next of its times is up, and not before.
 */
export class Directing {
  readonly #around: Surroundings;
  #state: DirectorState;
  #timer: NodeJS.Timeout | undefined;
  #closed = false;

  constructor(first: DirectorState, around: Surroundings) {
    this.#state = first;
    this.#around = around;
  }

  get state(): DirectorState {
    return this.#state;
  }

  take(fact: Fact): void {
    this.#turn(fact);
  }

  /**
   * Takes a fact that somebody waits for: resolves with all that came of it at once, when OBS has answered what it was asked.
   * What a rule does after a wait is not among it.
   */
  async taken(fact: Fact): Promise<Act[]> {
    const { acts, asked } = this.#turn(fact);
    return [...acts, ...(await Promise.all(asked)).flat()];
  }

  #turn(fact: Fact): { acts: ReadonlyArray<Act>; asked: ReadonlyArray<Promise<ReadonlyArray<Act>>> } {
    const { state, wish, deeds, acts: done } = direct(this.#state, fact, this.#now());
    // What the director remembers for itself grows with every gift of a storm, and shows nowhere.
    const { acts, pause, hold } = this.#state;
    const changed = state.acts !== acts || state.pause !== pause || state.hold !== hold;
    this.#noteScene(fact, state);
    this.#state = state;
    this.#around.remember(state);
    this.#setTimer();
    const asked = [...(wish ? [this.#carryOut(wish)] : []), ...deeds.map((deed) => this.#doDeed(deed))];
    if (changed) this.#around.tell();
    return { acts: done, asked: asked.map((one) => one.catch((error: unknown) => this.#faulty(error))) };
  }

  #faulty(error: unknown): Act[] {
    this.#around.onFault(error);
    return [];
  }

  /** Nothing wakes it any more. */
  close(): void {
    this.#closed = true;
    clearTimeout(this.#timer);
  }

  async #carryOut(wish: Wish): Promise<ReadonlyArray<Act>> {
    const outcome = await this.#around.obs.want(wish).catch((error: unknown): WishOutcome => {
      this.#around.onFault(error);
      return { type: 'refused', why: 'fault' };
    });
    return this.#turn({ type: 'wish-answered', wish, outcome }).acts;
  }

  async #doDeed(deed: Deed): Promise<ReadonlyArray<Act>> {
    const outcome = await this.#done(deed).catch((error: unknown): DeedOutcome => {
      this.#around.onFault(error);
      return { type: 'refused', why: 'fault' };
    });
    return this.#turn({ type: 'deed-answered', deed, outcome }).acts;
  }

  async #done(deed: Deed): Promise<DeedOutcome> {
    const { occasion, priority } = deed;
    const action = filled(deed.action, occasion, this.#around.language?.() ?? 'en');
    if (action.type !== 'layout' && action.type !== 'alerts' && action.type !== 'alert') {
      return this.#around.obs.do({ ...deed, action });
    }
    // What was to stand in its words was not there: an empty plate says nothing on air.
    if (action.type === 'alert' && action.text.trim() === '') return { type: 'refused', why: 'no-words' };
    await this.#around.ownStep?.(action, priority);
    return { type: 'done' };
  }

  #noteScene(fact: Fact, after: DirectorState): void {
    const change = sceneChangeOf(this.#state, fact, after, this.#now());
    if (!change) return;
    const ruleName = after.memory.index.byId.get(change.rule ?? '')?.rule.name ?? null;
    this.#around.onSceneChange?.({ ...change, ruleName });
  }

  #setTimer(): void {
    clearTimeout(this.#timer);
    const due = nextDue(this.#state);
    if (due === null || this.#closed) return;
    const wait = Math.min(Math.max(0, due - this.#now()), LONGEST_TIMER_MS);
    this.#timer = setTimeout(() => this.take({ type: 'ticked' }), wait);
  }

  #now(): number {
    return this.#around.clock();
  }
}

/** The step with the words that it puts before viewers filled in. */
function filled(action: Deed['action'], occasion: Occasion, language: string): Deed['action'] {
  if (action.type !== 'alert' && action.type !== 'text') return action;
  return { ...action, text: fillRuleWords(action.text, occasion, language) };
}
