import type { LiveEvent } from '../../../shared/events.ts';
import type { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';
import { type EpochMillis, toMillis } from '../../../shared/time.ts';
import { count, newTally } from '../live/tally.ts';
import { direct } from './director.ts';
import { type Act, type DirectorState, needsClock, newDirector, nextDue } from './director-state.ts';
import type { Fact } from './facts.ts';
import { happeningOf, isHeard } from './from-live.ts';

/** The OBS that a rehearsal plays in. `scene` is empty where nobody knows what would be on. */
export interface RehearsalSet {
  readonly scenes: ReadonlyArray<string>;
  readonly scene: string;
  readonly automation?: SceneAutomation;
  /** Minutes since midnight on the creator's clock; left out: no rule on a time of day fires. */
  readonly minuteAt?: (at: EpochMillis) => number;
}

/** At most this many timers in a row between two events; a rule cannot need more, and a bug shall not hang the server. */
const MOST_TICKS = 1000;
const SLICE = 50;

/**
 * What the rules would have done for these events, by the same director, with an OBS that does at once what it is asked
 * and a human who touches nothing. Time is the events' own; one that goes backwards stands still. Bookings, goals and
 * buttons are not in the events: what waits for them is not rehearsed.
 */
export function rehearse(rules: ReadonlyArray<SceneRule>, events: ReadonlyArray<LiveEvent>, set: RehearsalSet): Act[] {
  const whole = rehearsal(rules, events, set);
  for (;;) {
    const { done, value } = whole.next();
    if (done) return value;
  }
}

/** The same in slices, so that a show that runs meanwhile is not held up; it stops after every {@link SLICE} events. */
export function* rehearsal(
  rules: ReadonlyArray<SceneRule>,
  events: ReadonlyArray<LiveEvent>,
  set: RehearsalSet,
): Generator<void, Act[], void> {
  const played: Act[] = [];
  const tally = newTally();
  let now = events[0] ? toMillis(events[0].at) : 0;
  let state = newDirector(rules, false, set.automation);
  const play = (fact: Fact, at: EpochMillis) => {
    const { state: after, acts } = obey(state, fact, at);
    state = after;
    played.push(...acts);
  };
  const { scenes, scene, minuteAt } = set;
  play({ type: 'connected', scenes, scene, studioMode: false }, now);
  play({ type: 'world-changed', change: { likes: 0, viewers: 0, heardAt: now } }, now);
  const wind = (to: EpochMillis) => {
    for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
      const due = nextDue(state);
      if (due === null || due > to) return;
      play({ type: 'ticked' }, due);
    }
  };
  const timed = needsClock(state);
  for (const [at, event] of events.entries()) {
    if (at % SLICE === SLICE - 1) yield;
    const next = Math.max(now, toMillis(event.at));
    for (const second of timed ? secondsBetween(now, next) : []) {
      wind(second);
      play({ type: 'world-changed', change: { minute: minuteAt?.(second) ?? null } }, second);
    }
    now = next;
    wind(now);
    const growth = count(tally, { ...event, seq: at + 1 }, now);
    const { likes, viewersNow: viewers } = tally.totals;
    const heard = isHeard(event) ? { heardAt: now } : {};
    play({ type: 'world-changed', change: { likes, viewers, ...heard } }, now);
    const happening = happeningOf(event, growth);
    if (happening) play({ type: 'happened', happening, at: now }, now);
    if (event.type === 'session' && (event.session.state === 'started' || event.session.state === 'ended')) {
      play({ type: 'happened', happening: { type: 'session', state: event.session.state }, at: now }, now);
    }
  }
  wind(Number.POSITIVE_INFINITY);
  return played;
}

/** Second by second, but in no more steps than timers; a silence of hours is stepped through more coarsely. */
function secondsBetween(from: EpochMillis, to: EpochMillis): EpochMillis[] {
  const step = Math.max(1000, (to - from) / MOST_TICKS);
  return Array.from({ length: Math.floor((to - from) / step) }, (_, at) => Math.floor(from + (at + 1) * step));
}

/** The director's turn, with every wish and every deed met at once. */
function obey(state: DirectorState, fact: Fact, now: EpochMillis): { state: DirectorState; acts: Act[] } {
  const asked = direct(state, fact, now);
  const acts = [...asked.acts];
  let after = asked.state;
  for (const deed of asked.deeds) {
    const done = direct(after, { type: 'deed-answered', deed, outcome: { type: 'done' } }, now);
    after = done.state;
    acts.push(...done.acts);
  }
  if (!asked.wish) return { state: after, acts };
  // A scene that has come on may be what another rule waits for.
  const met = obey(after, { type: 'wish-answered', wish: asked.wish, outcome: { type: 'switched' } }, now);
  return { state: met.state, acts: [...acts, ...met.acts] };
}
