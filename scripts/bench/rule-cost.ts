import { direct } from '../../server/core/scenes/director.ts';
import { type DirectorState, newDirector } from '../../server/core/scenes/director-state.ts';
import type { Fact } from '../../server/core/scenes/facts.ts';
import { SceneRule } from '../../shared/scene-rules.ts';
import type { Row } from './table.ts';

const RULES = 2_000;
const RATE = 1_000;
const SECONDS = 60;
const SCENES = ['Main', 'Celebration', 'Booking', 'BRB'];

/** Rules of every kind that the events of a show meet: gifts and milestones of all sizes, words and globs in the chat, states. */
export function aMixOfRules(many: number): SceneRule[] {
  return Array.from({ length: many }, (_, at) => {
    const scene = SCENES[1 + (at % 3)] ?? 'Celebration';
    return SceneRule.parse({
      id: `rule-${at}`,
      name: `Rule ${at}`,
      priority: at % 5,
      when: [{ match: 'all', conditions: [conditionOf(at)] }],
      actions: [{ type: 'show-scene', scene, hold: { seconds: 2 } }],
      cooldown: { seconds: 5 },
    });
  });
}

function conditionOf(at: number): object {
  const kind = at % 20;
  if (kind < 7) return { type: 'gift', diamonds: 1 + at * 3 };
  if (kind < 13) return { type: 'chat', text: `!word${at}` };
  if (kind < 14) return { type: 'chat', text: `*secret${at}*`, match: 'glob' };
  if (kind < 17) return { type: 'milestone', of: 'likes', at: 50 + at * 200 };
  if (kind < 18) return { type: 'time', from: '20:00', to: '21:00' };
  if (kind < 19) return { type: 'idle', seconds: 60 };
  return at < 40 ? { type: 'follow' } : { type: 'queue', least: at };
}

/** What rules cost a show of a thousand events a second: the CPU time of all their decisions, against the time of the show. */
export function ruleCostRow(): Row {
  let state = newDirector(aMixOfRules(RULES));
  const play = (fact: Fact, now: number) => {
    state = obeyed(state, fact, now);
  };
  play({ type: 'connected', scenes: SCENES, scene: 'Main', studioMode: false }, 0);
  // As a show is after its first seconds: compiled.
  for (let at = 0; at < 5 * RATE; at++) event(play, at, at);
  const begun = process.cpuUsage();
  for (let at = 5 * RATE; at < (5 + SECONDS) * RATE; at++) event(play, at, at);
  const { user, system } = process.cpuUsage(begun);
  const switches = state.memory.traces.size;
  return {
    row: `${RULES} scene rules against ${RATE} events/s, share of a core`,
    value: (user + system) / (SECONDS * 1e6) / 0.01,
    unit: '%',
    target: { most: 10 },
    detail: `${SECONDS * RATE} events, CPU time of the decisions alone; ${switches} rules were met. ${RULES} is ten times what one creator may keep`,
  };
}

/** One event as the door tells it: what it changes, then what happened. A millisecond is one event. */
function event(play: (fact: Fact, now: number) => void, at: number, now: number): void {
  play({ type: 'world-changed', change: { heardAt: now } }, now);
  if (at % RATE === 0) play({ type: 'world-changed', change: { minute: 1_200 } }, now);
  const turn = at % 10;
  if (turn < 5) {
    const text =
      turn === 0 ? `hello !word${at % RULES}, good evening` : `message number ${at} of this evening, hello to all`;
    play({ type: 'happened', happening: { type: 'chat', text, roles: [] }, at: now }, now);
  } else if (turn < 7) {
    play({ type: 'world-changed', change: { likes: at * 5 } }, now);
  } else if (turn === 7) {
    play({ type: 'happened', happening: { type: 'follow' }, at: now }, now);
  } else {
    const count = (at % 50) + 1;
    const value = count * 10;
    const key = `streak-${Math.floor(at / 50)}`;
    play({ type: 'happened', happening: { type: 'gift', key, value, count, gift: 'Rose' }, at: now }, now);
  }
  play({ type: 'ticked' }, now);
}

/** The director's turn, with an OBS that does at once what it is asked. */
function obeyed(state: DirectorState, fact: Fact, now: number): DirectorState {
  const { state: after, wish } = direct(state, fact, now);
  if (!wish) return after;
  return obeyed(after, { type: 'wish-answered', wish, outcome: { type: 'switched' } }, now);
}
