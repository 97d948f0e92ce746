import fc from 'fast-check';
import { expect, test } from 'vitest';
import { direct } from '../../../server/core/scenes/director.ts';
import { type DirectorState, newDirector, nextDue } from '../../../server/core/scenes/director-state.ts';
import type { Fact, Wish } from '../../../server/core/scenes/facts.ts';
import { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';
import { SCENES } from './script.ts';

/* Rules that all lead back, and states that come and go in any order: what is on at the end is no accident. */

const STATES = ['serving', 'live'] as const;

const stateRule = fc.record({
  priority: fc.integer({ min: 0, max: 3 }),
  on: fc.constantFrom(...STATES).map((type) => ({ type, on: true })),
  scene: fc.constantFrom('Celebration', 'Booking', 'BRB'),
  hold: fc.record({ seconds: fc.integer({ min: 1, max: 4 }), whileTrue: fc.constant(true) }),
});
const momentRule = fc.record({
  priority: fc.integer({ min: 0, max: 3 }),
  on: fc.constant({ type: 'follow' }),
  scene: fc.constantFrom('Celebration', 'Booking', 'BRB'),
  hold: fc.record({ seconds: fc.integer({ min: 1, max: 9 }), leastSeconds: fc.constantFrom(0, 1) }),
});
const rules = fc.array(fc.oneof(stateRule, momentRule), { minLength: 1, maxLength: 4 });
const step = fc.oneof(
  fc.constant({ do: 'follow' as const }),
  fc.record({ do: fc.constantFrom(...STATES), on: fc.boolean() }),
);
/** Seconds before it, and whether OBS answers what is asked meanwhile, or only after it. */
const script = fc.array(fc.tuple(fc.integer({ min: 0, max: 5 }), step, fc.boolean()), { maxLength: 30 });

function factOf(it: { do: 'follow' } | { do: (typeof STATES)[number]; on: boolean }, now: number): Fact {
  if (it.do === 'follow') return { type: 'happened', happening: { type: 'follow' }, at: now };
  return { type: 'world-changed', change: { [it.do]: it.on } };
}

class Show {
  state: DirectorState;
  readonly #asked: Wish[] = [];
  #now = 0;

  constructor(rules: SceneRule[]) {
    this.state = newDirector(rules, false, SceneAutomation.parse({}));
    this.take({ type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false }, 0);
    this.take({ type: 'world-changed', change: { serving: false, live: false } }, 0);
  }

  take(fact: Fact, now: number): void {
    this.#now = now;
    const { state, wish } = direct(this.state, fact, now);
    this.state = state;
    if (wish) this.#asked.push(wish);
  }

  /** As the connection does: a wish that counted on another scene is void. */
  answer(now: number): void {
    for (let wish = this.#asked.shift(); wish; wish = this.#asked.shift()) {
      const isVoid = (wish.from ?? this.state.scene) !== this.state.scene;
      const outcome = isVoid ? ({ type: 'refused', why: 'human-changed' } as const) : ({ type: 'switched' } as const);
      this.take({ type: 'wish-answered', wish, outcome }, now);
    }
  }

  /** What is due already is told at once, as a timer does. */
  wind(to: number): void {
    for (let ticks = 0; ticks < 500; ticks++) {
      const next = nextDue(this.state);
      if (next === null || next > to) return;
      const due = Math.max(next, this.#now);
      this.#now = due;
      this.take({ type: 'ticked' }, due);
      this.answer(due);
    }
    throw new Error('time does not go on');
  }

  /** The scene of the highest rule whose state holds, else the one of before all of it. */
  meant(): string {
    const { truth, index } = this.state.memory;
    const held = [...index.byId.values()].filter(({ rule }) => truth.has(rule.id)).sort((a, b) => a.rank - b.rank);
    const action = held[0]?.rule.actions[0];
    return action?.type === 'show-scene' ? action.scene : 'Main';
  }
}

test('[SC143] [SC144] once nothing more happens the scene of the highest state that holds is on, or that of before', () => {
  fc.assert(
    fc.property(rules, script, (given, steps) => {
      const show = new Show(
        given.map(({ priority, on, scene, hold }, at) =>
          SceneRule.parse({
            ...{ id: `r${at}`, name: `r${at}`, priority, when: [{ match: 'all', conditions: [on] }] },
            actions: [{ type: 'show-scene', scene, hold }],
          }),
        ),
      );
      let now = 0;
      for (const [wait, it, isPrompt] of steps) {
        now += wait * 1000;
        if (isPrompt) show.answer(now);
        show.wind(now);
        show.take(factOf(it, now), now);
      }
      show.answer(now);
      show.wind(now + 3_600_000);
      expect(show.state.scene).toBe(show.meant());
    }),
    { numRuns: 400 },
  );
});
