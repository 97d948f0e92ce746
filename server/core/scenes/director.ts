import type { EpochMillis } from '../../../shared/time.ts';
import {
  type Act,
  type DirectorState,
  type Fact,
  HUMAN_PAUSE_SECONDS,
  lateFrom,
  type Turn,
  turn,
  type Wish,
} from './director-state.ts';
import { dropLate, fireRules, fireWaiting } from './fire.ts';
import { isOver, renameInHold } from './hold.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/**
 * Takes one fact and says what follows. Scenes change only by wishes, each with its reason; a human's hand always
 * wins; nothing is wished late. A wish that was handed out is answered by exactly one `wish-answered`.
 */
export function direct(state: DirectorState, fact: Fact, now: EpochMillis): Turn {
  switch (fact.type) {
    case 'gift-reached':
      return fireRules(state, fact, now);
    case 'ticked':
      return tick(state, now);
    case 'wish-answered':
      return answered(state, fact, now);
    case 'human-changed':
      return yieldToHuman(state, fact.scene, now);
    case 'connected':
      return connected(state, fact, now);
    case 'disconnected':
      return turn({ ...state, connected: false });
    case 'scenes-listed':
      return turn({ ...state, scenes: fact.scenes });
    case 'collection-changed':
      return endHold({ ...state, scenes: fact.scenes, scene: fact.scene }, 'collection-changed', now);
    case 'scene-renamed':
      return turn(renamed(state, fact.from, fact.to));
    case 'studio-mode-changed':
      return studioMode(state, fact.on, now);
    case 'paused':
      return pausedByHand(state, now);
    case 'resumed':
      return resume(state, 'by-hand', now);
    case 'rules-changed':
      return turn({ ...state, rules: fact.rules });
  }
}

function tick(state: DirectorState, now: EpochMillis): Turn {
  const dropped = dropLate(state, now);
  const acts = [...dropped.acts];
  let after = dropped.state;
  const { until } = after.pause ?? { until: null };
  if (until !== null && now >= until) {
    const resumed = resume(after, 'time-over', now);
    after = resumed.state;
    acts.push(...resumed.acts);
  }
  const back = wayBack(after, now);
  return { state: back.state, wish: back.wish, acts: [...acts, ...back.acts] };
}

/** Asks for the way back when the hold's time is over; a way back that OBS was away for is not taken late. */
function wayBack(state: DirectorState, now: EpochMillis): Turn {
  const { hold } = state;
  if (!hold || !state.connected || !isOver(hold, now)) return turn(state);
  if (now >= lateFrom(hold.until)) {
    return turn({ ...state, hold: null }, [act(now, 'dropped', hold.returnTo, 'too-late', hold.rule)]);
  }
  if (!state.scenes.includes(hold.returnTo)) {
    return turn({ ...state, hold: null }, [act(now, 'left-alone', hold.returnTo, 'scene-missing', hold.rule)]);
  }
  const wish: Wish = { scene: hold.returnTo, why: 'hold-over', rule: hold.rule, from: hold.scene, since: hold.until };
  return turn({ ...state, hold: { ...hold, returning: true } }, [], wish);
}

function answered(state: DirectorState, fact: FactOf<'wish-answered'>, now: EpochMillis): Turn {
  const { wish, outcome } = fact;
  if (outcome.type === 'staged') return turn(state, [act(now, 'staged', wish.scene, 'studio-mode', wish.rule)]);
  if (outcome.type === 'refused') return refused(state, wish, outcome.why, now);
  return switched(state, wish, now);
}

function switched(state: DirectorState, wish: Wish, now: EpochMillis): Turn {
  const after = { ...state, scene: wish.scene };
  if (wish.why === 'rule-fired') return turn(after, [act(now, 'switched', wish.scene, 'rule-fired', wish.rule)]);
  // A rule that fired while the way back was under way has begun a hold of its own, and keeps it.
  const hold = state.hold?.returning ? null : state.hold;
  return turn({ ...after, hold }, [act(now, 'returned', wish.scene, 'hold-over', wish.rule)]);
}

function refused(state: DirectorState, wish: Wish, why: string, now: EpochMillis): Turn {
  const { hold } = state;
  // The human's change has ended the hold already, with its own line in the list.
  if (why === 'human-changed' && hold === null) return turn(state);
  const what = why === 'too-late' ? 'dropped' : 'failed';
  const acts = [act(now, what, wish.scene, why, wish.rule)];
  if (!hold || hold.rule !== wish.rule) return turn(state, acts);
  const stillAtHome = wish.why === 'hold-over' || state.scene === null || state.scene === hold.returnTo;
  if (stillAtHome) return turn({ ...state, hold: null }, acts);
  // It was to take over from another hold, whose scene is still on: the way back is due at once.
  return turn({ ...state, hold: { ...hold, scene: state.scene ?? hold.scene, until: now } }, acts);
}

function yieldToHuman(state: DirectorState, scene: string, now: EpochMillis): Turn {
  const after = { ...state, scene };
  if (!state.hold || scene === state.hold.scene) return turn(after);
  const pause = { until: now + HUMAN_PAUSE_SECONDS * 1000 };
  return turn({ ...after, hold: null, pause }, [act(now, 'yielded', scene, 'human-changed-scene', state.hold.rule)]);
}

function connected(state: DirectorState, fact: FactOf<'connected'>, now: EpochMillis): Turn {
  const { scenes, scene, studioMode: inStudioMode } = fact;
  let after: DirectorState = { ...state, connected: true, scenes, scene, studioMode: inStudioMode };
  const acts: Act[] = [];
  if (after.hold && (after.hold.scene !== scene || inStudioMode)) {
    const ended = endHold(after, inStudioMode ? 'studio-mode' : 'obs-came-back-elsewhere', now);
    after = ended.state;
    acts.push(...ended.acts);
  }
  const fired = fireWaiting(after, now);
  return { ...fired, acts: [...acts, ...fired.acts] };
}

/** Ends a hold without the way back and without a pause: nobody touched the scene, but it is not ours to go on with. */
function endHold(state: DirectorState, why: string, now: EpochMillis): Turn {
  if (!state.hold) return turn(state);
  return turn({ ...state, hold: null }, [act(now, 'yielded', state.scene, why, state.hold.rule)]);
}

function studioMode(state: DirectorState, on: boolean, now: EpochMillis): Turn {
  const after = { ...state, studioMode: on };
  return on ? endHold(after, 'studio-mode', now) : turn(after);
}

function renamed(state: DirectorState, from: string, to: string): DirectorState {
  const named = (scene: string) => (scene === from ? to : scene);
  return {
    ...state,
    scenes: state.scenes.map(named),
    scene: state.scene === null ? null : named(state.scene),
    hold: state.hold && renameInHold(state.hold, from, to),
    rules: state.rules.map((rule) => ({ ...rule, show: { ...rule.show, scene: named(rule.show.scene) } })),
  };
}

function pausedByHand(state: DirectorState, now: EpochMillis): Turn {
  if (state.pause?.until === null) return turn(state);
  return turn({ ...state, pause: { until: null }, hold: null }, [act(now, 'paused', state.scene, 'by-hand', null)]);
}

function resume(state: DirectorState, why: string, now: EpochMillis): Turn {
  if (!state.pause) return turn(state);
  return turn({ ...state, pause: null }, [act(now, 'resumed', state.scene, why, null)]);
}

function act(at: EpochMillis, what: Act['what'], scene: string | null, why: string, rule: string | null): Act {
  return { at, what, scene, why, rule };
}
