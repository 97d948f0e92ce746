import type { LiveEvent } from '../../../shared/events.ts';
import type { SceneAutomation, SceneRule } from '../../../shared/scene-rules.ts';
import { type EpochMillis, toMillis } from '../../../shared/time.ts';
import { count, newTally } from '../live/tally.ts';
import type { Act } from './acts.ts';
import { direct } from './director.ts';
import { type DirectorState, needsClock, newDirector, nextDue } from './director-state.ts';
import type { Fact } from './facts.ts';
import { happeningOf, isHeard } from './from-live.ts';
import type { World } from './world.ts';

/** The OBS that a rehearsal plays in. `scene` is empty where nobody knows what would be on. */
export interface RehearsalSet {
  readonly scenes: ReadonlyArray<string>;
  readonly scene: string;
  readonly automation?: SceneAutomation;
  /** The live that the events are of; left out: one that runs all the time, unless the events say when. */
  readonly live?: { readonly startedAt: EpochMillis; readonly endedAt: EpochMillis | null };
  /** Minutes since midnight on the creator's clock; left out: no rule on a time of day fires. */
  readonly minuteAt?: (at: EpochMillis) => number;
}

/** How all stands that no event tells of. */
const UNTOLD: Partial<World> = {
  ...{ likes: 0, viewers: 0, waiting: 0, serving: false, servingPaid: false, gap: false, recording: false },
};

/** At most this many timers in a row between two events; a rule cannot need more, and a bug shall not hang the server. */
const MOST_TICKS = 1000;
const SLICE = 50;

/**
 * What the rules would have done for these events, by the same director, with an OBS that does at once what it is asked
 * and a human who touches nothing. Time is the events' own; one that goes backwards stands still. Bookings, goals and
 * buttons are not in the events: no session is running, and what waits for them is not rehearsed. OBS is taken to stream
 * while the live runs, and not to record.
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
  const { live } = set;
  const tells = (state: 'started' | 'ended') =>
    events.some((event) => event.type === 'session' && event.session.state === state);
  let now = Math.min(
    live?.startedAt ?? Number.POSITIVE_INFINITY,
    events[0] ? toMillis(events[0].at) : Number.POSITIVE_INFINITY,
  );
  if (!Number.isFinite(now)) now = 0;
  let state = newDirector(rules, false, set.automation);
  const play = (fact: Fact, at: EpochMillis) => {
    const { state: after, acts } = obey(state, fact, at);
    state = after;
    played.push(...acts);
  };
  const { scenes, scene, minuteAt } = set;
  play({ type: 'connected', scenes, scene, studioMode: false }, now);
  const runs = !live && !tells('started');
  play({ type: 'world-changed', change: { ...UNTOLD, live: runs, streaming: runs, heardAt: now } }, now);
  const session = (state: 'started' | 'ended') => {
    const on = state === 'started';
    play({ type: 'world-changed', change: { live: on, streaming: on, ...(on ? { heardAt: now } : {}) } }, now);
    play({ type: 'happened', happening: { type: 'session', state }, at: now }, now);
  };
  if (live && !tells('started')) session('started');
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
      session(event.session.state);
    }
  }
  if (live && live.endedAt !== null && !tells('ended')) {
    now = Math.max(now, live.endedAt);
    wind(now);
    session('ended');
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
