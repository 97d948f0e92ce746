import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Act } from '../../../server/core/scenes/acts.ts';
import { direct } from '../../../server/core/scenes/director.ts';
import { type DirectorState, newDirector, nextDue } from '../../../server/core/scenes/director-state.ts';
import type { Fact, Wish } from '../../../server/core/scenes/facts.ts';
import { firstScene } from '../../../server/core/scenes/rest.ts';
import { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';
import { SCENES } from './script.ts';

const FENCE = 'BRB';
/** What may end a hold, each with its line in the list. */
const ENDS = new Set(['returned', 'yielded', 'let-go', 'stayed', 'dropped', 'left-alone', 'failed', 'paused']);

const seconds = fc.integer({ min: 1, max: 9 });
const hold = fc.record({
  seconds: fc.constant(9),
  leastSeconds: fc.integer({ min: 0, max: 9 }),
  mostSeconds: fc.option(fc.integer({ min: 9, max: 20 })),
  end: fc.constantFrom({ returns: false }, { returns: true }, { whileTrue: true }),
});
const holding = hold.map(({ end, ...numbers }) => ({ ...numbers, ...end }));
const action = fc.oneof(
  {
    weight: 3,
    arbitrary: fc.record({
      type: fc.constant('show-scene'),
      scene: fc.constantFrom(...SCENES),
      hold: fc.option(holding),
    }),
  },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('wait'), seconds }) },
  { weight: 1, arbitrary: fc.record({ type: fc.constant('run-rule'), rule: fc.constantFrom('r0', 'r1', 'r2') }) },
);
const condition = fc.oneof(
  fc.constant({ type: 'follow' }),
  fc.record({ type: fc.constant('gift'), diamonds: fc.integer({ min: 1, max: 3 }) }),
  fc.record({ type: fc.constant('scene'), scene: fc.constantFrom(...SCENES) }),
  fc.record({ type: fc.constant('serving'), on: fc.boolean() }),
);
const oneRule = fc.record({
  priority: fc.integer({ min: 0, max: 2 }),
  when: fc.array(
    fc.record({
      match: fc.constantFrom('all', 'any'),
      conditions: fc.array(condition, { minLength: 1, maxLength: 2 }),
    }),
    {
      minLength: 1,
      maxLength: 2,
    },
  ),
  actions: fc.array(action, { minLength: 1, maxLength: 3 }),
  cooldown: fc.record({
    seconds: fc.integer({ min: 0, max: 5 }),
    meanwhile: fc.constantFrom('drop', 'merge', 'queue'),
  }),
  studioMode: fc.constantFrom('stage', 'cut', 'skip'),
});
const step = fc.oneof(
  { weight: 3, arbitrary: fc.record({ do: fc.constant('gift' as const), value: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('follow' as const) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('human' as const), scene: fc.constantFrom(...SCENES) }) },
  {
    weight: 1,
    arbitrary: fc.record({
      do: fc.constantFrom('paused' as const, 'resumed' as const, 'away' as const, 'back' as const),
    }),
  },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('studio' as const), on: fc.boolean() }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('serving' as const), on: fc.boolean() }) },
);
type PauseOn = SceneAutomation['pauseOn'];
const pauseOn = fc.constantFrom<PauseOn>('any-change', 'hold');
const answer = fc.constantFrom('does' as const, 'does' as const, 'refuses' as const);
const script = fc.array(fc.tuple(fc.integer({ min: 0, max: 6 }), step, answer), { maxLength: 40 });

/** Plays facts against an OBS that does or refuses, and looks at every turn. */
class Watched {
  state: DirectorState;
  constructor(rules: SceneRule[], pauseOn: PauseOn) {
    this.state = newDirector(rules, false, SceneAutomation.parse({ fences: [FENCE], pauseOn }));
    this.take({ type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false }, 0, true);
  }

  take(fact: Fact, now: number, does: boolean): void {
    const before = this.state;
    const { state, wish, acts } = direct(before, fact, now);
    this.state = state;
    if (before.hold && !state.hold) expect(ended(acts), 'a hold ends with a reason').toBe(true);
    if (!wish) return;
    expect(isWithinPause(state, wish), 'in a pause a rule has only the scene that was put on for it').toBe(true);
    expect(wish.scene, 'no fenced scene is entered').not.toBe(FENCE);
    const leaves = !state.studioMode || wish.studio === 'cut';
    if (leaves) expect(state.scene, 'no fenced scene is left').not.toBe(FENCE);
    const done = state.studioMode && wish.studio !== 'cut' ? ('staged' as const) : ('switched' as const);
    const outcome = does ? { type: done } : { type: 'refused' as const, why: 'obs-refused' };
    this.take({ type: 'wish-answered', wish, outcome }, now, does);
  }

  wind(to: number): void {
    for (let ticks = 0; ticks < 500; ticks++) {
      const due = nextDue(this.state);
      if (due === null || due > to) return;
      this.take({ type: 'ticked' }, due, true);
    }
    throw new Error('time does not go on');
  }
}

/** No scene is held, but by a state that holds still. */
function isAtRest({ hold, memory }: DirectorState): boolean {
  return hold === null || (hold.lasts === 'state' && memory.truth.has(hold.rule));
}

/** What a rule wishes in a human's pause was begun by a scene that a human put on. */
function isWithinPause({ pause, memory }: DirectorState, wish: Wish): boolean {
  if (pause?.by !== 'human' || wish.why !== 'rule-fired') return true;
  // A rule that another runs is begun by what that one was begun by.
  return [...memory.index.byId.values()].some(({ rule }) =>
    rule.when.some(({ conditions }) => conditions.some(({ type }) => type === 'scene')),
  );
}

function ended(acts: ReadonlyArray<Act>): boolean {
  return acts.some(({ what }) => ENDS.has(what));
}

test('[SC39] whatever comes in whatever order, no fenced scene is entered or left, and each hold ends in a return or a reason', () => {
  fc.assert(
    fc.property(fc.array(oneRule, { minLength: 1, maxLength: 3 }), pauseOn, script, (rules, pauses, steps) => {
      const show = new Watched(
        rules.map((one, at) => SceneRule.parse({ ...one, id: `r${at}`, name: `r${at}` })),
        pauses,
      );
      let now = 0;
      for (const [at, [wait, it, does]] of steps.entries()) {
        now += wait * 1000;
        show.wind(now);
        show.take(factOf(it, at, now, show.state), now, does === 'does');
      }
      // Left alone with an OBS that does as it is asked, everything comes to rest.
      if (!show.state.connected) show.take(factOf({ do: 'back' }, 0, now, show.state), now, true);
      show.wind(now + 3_600_000);
      expect(isAtRest(show.state)).toBe(true);
      expect(show.state.runs).toEqual([]);
    }),
    { numRuns: 400 },
  );
});

type Step =
  | { do: 'follow' | 'paused' | 'resumed' | 'away' | 'back' }
  | { do: 'gift'; value: number }
  | { do: 'human'; scene: string }
  | { do: 'studio' | 'serving'; on: boolean };

function factOf(it: Step, at: number, now: number, state: DirectorState): Fact {
  switch (it.do) {
    case 'gift':
      return {
        type: 'happened',
        happening: { type: 'gift', key: `s${at}`, value: it.value, count: 1, gift: 'Rose' },
        at: now,
      };
    case 'follow':
      return { type: 'happened', happening: { type: 'follow' }, at: now };
    case 'human':
      return { type: 'human-changed', scene: it.scene };
    case 'studio':
      return { type: 'studio-mode-changed', on: it.on };
    case 'serving':
      return { type: 'world-changed', change: { serving: it.on } };
    case 'away':
      return { type: 'disconnected' };
    case 'back':
      return { type: 'connected', scenes: SCENES, scene: state.scene ?? 'Main', studioMode: state.studioMode };
    default:
      return { type: it.do };
  }
}

/** An OBS that answers late: what is asked of it waits until the next fact, as in a slow transition. */
class Slow {
  state: DirectorState;
  readonly asked: { readonly wish: Wish; readonly humanChanges: number }[] = [];
  #humanChanges = 0;

  constructor(rules: SceneRule[], pauseOn: PauseOn) {
    this.state = newDirector(rules, false, SceneAutomation.parse({ fences: [FENCE], pauseOn }));
    this.take({ type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false }, 0);
  }

  take(fact: Fact, now: number): void {
    if (fact.type === 'human-changed') this.#humanChanges += 1;
    const before = this.state;
    const rested = new Map(before.memory.firedAt);
    const { state, wish, acts } = direct(before, fact, now);
    this.state = state;
    if (before.hold && !state.hold) expect(ended(acts), 'a hold ends with a reason').toBe(true);
    // The answer is of an earlier turn; the scene that it brings on may have another rule lengthen the hold in this one.
    const answeredFor = fact.type === 'wish-answered' ? fact.wish.rule : null;
    const got = acts.filter(({ what, rule }) => GETS_SCENE.has(what) && (what === 'extended' || rule !== answeredFor));
    const winners = new Set(got.map(({ rule }) => rule));
    expect(winners.size, 'no two rules have the scene').toBeLessThanOrEqual(1);
    for (const id of this.#fired(rested)) {
      const isTold = wish?.rule === id || acts.some(({ rule }) => rule === id);
      expect(isTold, 'a rule that fires gets the scene or hears who has it').toBe(true);
    }
    if (wish) this.asked.push({ wish, humanChanges: this.#humanChanges });
  }

  /** The rules that have fired since then and wanted a scene at once. */
  #fired(rested: ReadonlyMap<string, number>): string[] {
    const { firedAt } = this.state.memory;
    const wanting = this.state.rules.filter((one) => firstScene(one) !== null).map(({ id }) => id);
    return wanting.filter((id) => firedAt.get(id) !== rested.get(id));
  }

  /** One after the other, as the connection does; a wish that a human has overtaken is void there. */
  answer(now: number): void {
    for (let one = this.asked.shift(); one; one = this.asked.shift()) {
      const { wish, humanChanges } = one;
      const isOvertaken = humanChanges !== this.#humanChanges || (wish.from ?? this.state.scene) !== this.state.scene;
      const outcome = isOvertaken
        ? ({ type: 'refused', why: 'human-changed' } as const)
        : ({ type: this.state.studioMode && wish.studio !== 'cut' ? 'staged' : 'switched' } as const);
      this.take({ type: 'wish-answered', wish, outcome }, now);
    }
  }

  wind(to: number): void {
    let [last, alike] = [Number.NEGATIVE_INFINITY, 0];
    for (let ticks = 0; ticks < 500; ticks++) {
      const due = nextDue(this.state);
      if (due === null || due > to) return;
      alike = due > last ? 0 : alike + 1;
      if (alike > 50) throw new Error('time does not go on');
      last = due;
      this.take({ type: 'ticked' }, due);
      this.answer(due);
    }
    throw new Error('it never comes to rest');
  }
}

/** By which a rule has got the scene, or keeps it. */
const GETS_SCENE: ReadonlySet<Act['what']> = new Set(['switched', 'staged', 'extended']);

test('[SC52] also with an OBS that answers late no two rules have the scene at once, and each hold ends in a return or a reason', () => {
  fc.assert(
    fc.property(fc.array(oneRule, { minLength: 1, maxLength: 3 }), pauseOn, script, (rules, pauses, steps) => {
      const show = new Slow(
        rules.map((one, at) => SceneRule.parse({ ...one, id: `r${at}`, name: `r${at}` })),
        pauses,
      );
      let now = 0;
      for (const [at, [wait, it]] of steps.entries()) {
        // Several facts within one moment come before OBS has answered the first.
        if (wait > 0) show.answer(now);
        now += wait * 1000;
        show.wind(now);
        show.take(factOf(it, at, now, show.state), now);
      }
      show.answer(now);
      if (!show.state.connected) show.take(factOf({ do: 'back' }, 0, now, show.state), now);
      show.answer(now);
      show.wind(now + 3_600_000);
      expect(isAtRest(show.state)).toBe(true);
      expect(show.state.runs).toEqual([]);
    }),
    { numRuns: 400 },
  );
});
