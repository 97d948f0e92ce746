import type { LiveEvent } from '../../../shared/events.ts';
import type { SceneRule } from '../../../shared/scenes.ts';
import { type EpochMillis, toMillis } from '../../../shared/time.ts';
import { growStreak, newStreaks } from '../live/streaks.ts';
import { direct } from './director.ts';
import { type Act, type DirectorState, type Fact, newDirector, nextDue } from './director-state.ts';

/** The OBS that a rehearsal plays in. `scene` is empty where nobody knows what would be on. */
export interface RehearsalSet {
  readonly scenes: ReadonlyArray<string>;
  readonly scene: string;
}

/** At most this many timers in a row between two events; a rule cannot need more, and a bug shall not hang the server. */
const MOST_TICKS = 1000;

/**
 * What the rules would have done for these events, by the same director, with an OBS that does at once what it is asked
 * and a human who touches nothing. Time is the events' own; one that goes backwards stands still.
 */
export function rehearse(rules: ReadonlyArray<SceneRule>, events: ReadonlyArray<LiveEvent>, set: RehearsalSet): Act[] {
  const played: Act[] = [];
  const streaks = newStreaks();
  let now = events[0] ? toMillis(events[0].at) : 0;
  let state = newDirector(rules);
  const play = (fact: Fact, at: EpochMillis) => {
    const { state: after, acts } = obey(state, fact, at);
    state = after;
    played.push(...acts);
  };
  play({ type: 'connected', ...set, studioMode: false }, now);
  const wind = (to: EpochMillis) => {
    for (let ticks = 0; ticks < MOST_TICKS; ticks++) {
      const due = nextDue(state);
      if (due === null || due > to) return;
      play({ type: 'ticked' }, due);
    }
  };
  for (const [at, event] of events.entries()) {
    now = Math.max(now, toMillis(event.at));
    wind(now);
    if (event.type !== 'gift') continue;
    const { key, value } = growStreak(streaks, { ...event, seq: at + 1 }, now);
    play({ type: 'gift-reached', key, value, at: now }, now);
  }
  wind(Number.POSITIVE_INFINITY);
  return played;
}

/** The director's turn, with every wish met at once. */
function obey(state: DirectorState, fact: Fact, now: EpochMillis): { state: DirectorState; acts: Act[] } {
  const asked = direct(state, fact, now);
  if (!asked.wish) return { state: asked.state, acts: [...asked.acts] };
  const met = direct(asked.state, { type: 'wish-answered', wish: asked.wish, outcome: { type: 'switched' } }, now);
  return { state: met.state, acts: [...asked.acts, ...met.acts] };
}
