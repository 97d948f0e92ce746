import type { EpochMillis } from '../../../shared/time.ts';
import { type Act, act } from './acts.ts';
import { beginFiring, endFiring, isFenced } from './arbiter.ts';
import { type Cause, type DirectorState, type Turn, turn } from './director-state.ts';
import { type Fact, lateFrom, type Wish } from './facts.ts';
import { changeWorld, dropLate, fireStandby, fireWaiting, happen, sceneCameOn, takeStock, tryRule } from './fire.ts';
import { isOver, returnedTo, returningTo } from './hold.ts';
import { withHoldSettled } from './lasting.ts';
import { endPause, pauseByHand, resume, returnNow, streamBegan, yieldToHuman } from './pause.ts';
import { foundRenamed, withRules } from './rules-changed.ts';
import { goOn } from './steps.ts';
import { note } from './trace.ts';

type FactOf<T extends Fact['type']> = Extract<Fact, { type: T }>;

/**
 * Takes one fact and says what follows. Scenes change only by wishes, at most one a fact and each with its reason; a
 * human's hand always wins; nothing is wished late. A wish or a deed that was handed out is answered exactly once.
 */
export function direct(before: DirectorState, fact: Fact, now: EpochMillis): Turn {
  const state = withHoldSettled(before, now);
  const answer = take(state, fact, now);
  const after = answer.state;
  const isNews = after.scene !== state.scene && after.scene !== null;
  const taken = isNews ? { ...answer, state: { ...after, staged: null } } : answer;
  // A scene that a rule has brought on is a link more than the rule itself.
  const links = fact.type === 'wish-answered' ? (fact.wish.links ?? 0) + 1 : 0;
  const whole = isNews ? withScene(taken, fact, { quiet: state.scene === null || isNoNews(fact), links }, now) : taken;
  const goesOn = state.pause !== null && whole.state.pause === null && !whole.wish && fact.type !== 'ticked';
  const all = goesOn ? joined([whole, tick(whole.state, now)]) : whole;
  const { traces } = state.memory;
  for (const one of all.acts) if (one.rule !== null) note(traces, one.rule, one);
  return { ...all, state: withHoldSettled(all.state, now) };
}

function take(state: DirectorState, fact: Fact, now: EpochMillis): Turn {
  switch (fact.type) {
    case 'happened':
      return happen(state, fact, now);
    case 'rule-tried':
      return tryRule(state, fact, now);
    case 'world-changed':
      return changeWorld(state, fact.change, now);
    case 'ticked':
      return tick(state, now);
    case 'wish-answered':
      return answered(state, fact, now);
    case 'deed-answered':
      return deedAnswered(state, fact, now);
    case 'human-changed':
      return yieldToHuman(state, fact.scene, now);
    case 'connected':
      return connected(state, fact, now);
    case 'disconnected':
      return turn({ ...state, connected: false });
    case 'scenes-listed':
      return turn({ ...state, scenes: fact.scenes, strangers: fact.strangers ?? [] });
    case 'collection-changed':
      return endHold(withScenes(state, fact), 'collection-changed', now);
    case 'scene-renamed':
      return foundRenamed(state, new Map([[fact.from, fact.to]]), now);
    case 'scenes-found-renamed':
      return foundRenamed(state, fact.renamed, now);
    case 'studio-mode-changed':
      return studioMode(state, fact.on, now);
    case 'output-changed':
      return outputChanged(state, fact, now);
    case 'paused':
      return pauseByHand(state, now);
    case 'resumed':
      return resume(state, 'by-hand', now);
    case 'return-asked':
      return returnNow(state, now);
    case 'rules-changed':
      return turn(withRules(state, fact.rules, now));
    case 'automation-changed':
      return turn({ ...state, automation: fact.automation });
  }
}

/** A way back brings on what was there before: a rule that waits for that scene would never let go of it. */
function isNoNews(fact: Fact): boolean {
  return (
    fact.type === 'scene-renamed' ||
    fact.type === 'scenes-found-renamed' ||
    (fact.type === 'wish-answered' && fact.wish.why !== 'rule-fired')
  );
}

/** Lets the rules hear of a scene that has come on; where there is a wish already, or nothing was known, they only note it. */
function withScene(before: Turn, fact: Fact, how: { quiet: boolean; links: number }, now: EpochMillis): Turn {
  const { state } = before;
  if (how.quiet || before.wish) {
    takeStock(state, state.memory.index.states.get('scene') ?? [], now);
    return before;
  }
  return joined([before, sceneCameOn(state, fact.type === 'human-changed', how.links, now)]);
}

function tick(state: DirectorState, now: EpochMillis): Turn {
  const dropped = dropLate(state, now);
  const resumed = endPause(dropped.state, now);
  const firing = beginFiring(resumed.state, now);
  goOn(firing);
  fireStandby(firing);
  const went = endFiring(firing);
  const back = went.wish ? turn(went.state) : wayBack(went.state, now);
  return joined([dropped, resumed, went, back]);
}

/** Several turns in a row as one; at most one of them has a wish. The last one's state has all acts already. */
function joined(turns: ReadonlyArray<Turn>): Turn {
  const state = turns.at(-1)?.state;
  if (!state) throw new Error('nothing to join');
  const wish = turns.find((one) => one.wish)?.wish ?? null;
  return { state, wish, deeds: turns.flatMap((one) => one.deeds), acts: turns.flatMap((one) => one.acts) };
}

/** Asks for the way back when the hold's time is over; a way back that OBS was away for is not taken late. */
function wayBack(state: DirectorState, now: EpochMillis): Turn {
  const { hold } = state;
  if (!hold || !state.connected || !isOver(hold, now)) return turn(state);
  const end = (what: Act['what'], scene: string, why: string) =>
    turn({ ...state, hold: null }, [act(now, what, scene, why, hold.rule)]);
  if (!hold.returns) return end('stayed', hold.scene, 'stays-on');
  if (now >= lateFrom(hold.until)) return end('dropped', hold.returnTo, 'too-late');
  if (!state.scenes.includes(hold.returnTo)) return end('left-alone', hold.returnTo, 'scene-missing');
  const crosses = state.memory.index.byId.get(hold.rule)?.rule.crossesFences ?? false;
  const atFence = isFenced(state, hold.returnTo) || isFenced(state, hold.scene);
  if (atFence && !crosses) return end('left-alone', hold.returnTo, 'fenced');
  const { scene: from, returnTo: scene, rule, until: since } = hold;
  const studio = hold.cuts ? 'cut' : 'stage';
  const wish: Wish = { scene, why: 'hold-over', rule, from, since, studio };
  return turn({ ...state, hold: { ...hold, returning: true } }, [], wish);
}

function answered(state: DirectorState, fact: FactOf<'wish-answered'>, now: EpochMillis): Turn {
  const { wish, outcome } = fact;
  if (outcome.type === 'refused') return refused(state, wish, outcome.why, now);
  if (outcome.type === 'switched') return switched(state, wish, now);
  const acts = [act(now, 'staged', wish.scene, 'studio-mode', wish.rule)];
  // OBS was in Studio Mode before it was told here.
  const wasHeld = state.hold?.rule === wish.rule && wish.studio === 'stage';
  const after = { ...state, staged: wish.scene };
  return turn(wasHeld ? { ...after, hold: null } : after, acts);
}

function switched(state: DirectorState, wish: Wish, now: EpochMillis): Turn {
  const after = { ...state, scene: wish.scene };
  const { hold } = state;
  if (wish.why === 'rule-fired') {
    const acts = [act(now, 'switched', wish.scene, 'rule-fired', wish.rule)];
    if (wish.over === undefined || !hold || hold.rule === wish.rule || hold.scene === wish.scene)
      return turn(after, acts);
    // Another hold has begun while it was on its way, or leads back: the scene that was to stay comes after that one.
    if (wish.over !== hold.rule) return turn({ ...after, hold: returningTo(hold, wish.scene) }, acts);
    if (hold.returning) return turn(after, acts);
    // A scene that stays has taken the place of one that was held.
    acts.push(act(now, 'let-go', hold.scene, 'higher-rule-stays', hold.rule, wish.rule));
    return turn({ ...after, hold: null }, acts);
  }
  const acts = [act(now, 'returned', wish.scene, wish.why, wish.rule)];
  // A rule that fired while the way back was under way has begun a hold of its own, and keeps it.
  if (!hold?.returning) return turn(after, acts);
  const beneath = returnedTo(hold, now);
  // In a pause by hand nothing leads on by itself: what lies beneath is given up like the hold above it.
  const isGivenUp = wish.why === 'return-asked' && state.pause?.by === 'hand';
  return turn(isGivenUp ? { ...after, hold: null, givenUp: beneath } : { ...after, hold: beneath }, acts);
}

/** Reasons of OBS that are no failure: the human's preview, and a scene that is on as was wanted. */
const LEFT_ALONE: ReadonlySet<string> = new Set(['preview-in-use', 'already-on']);

function refused(state: DirectorState, wish: Wish, why: string, now: EpochMillis): Turn {
  const { hold } = state;
  // The human's change has ended the hold already, with its own line in the list.
  if (why === 'human-changed' && hold === null) return turn(state);
  const what = why === 'too-late' ? 'dropped' : LEFT_ALONE.has(why) ? 'left-alone' : 'failed';
  const acts = [act(now, what, wish.scene, why, wish.rule)];
  if (!hold || hold.rule !== wish.rule || wish.studio === 'preview') return turn(state, acts);
  const { under } = hold;
  // Whoever asked for it in a pause may ask again.
  if (wish.why === 'return-asked') return turn({ ...state, hold: null, givenUp: { ...hold, returning: false } }, acts);
  if (under && under.scene === state.scene) return turn({ ...state, hold: under }, acts);
  const stillAtHome = wish.why === 'hold-over' || state.scene === null || state.scene === hold.returnTo;
  if (stillAtHome) return turn({ ...state, hold: null }, acts);
  // It was to take over from another hold, whose scene is still on: the way back is due at once.
  return turn({ ...state, hold: { ...hold, scene: state.scene ?? hold.scene, until: now } }, acts);
}

/** What was done stands in the rule's own trace; only what was not is worth a line for all. */
function deedAnswered(state: DirectorState, { deed, outcome }: FactOf<'deed-answered'>, now: EpochMillis): Turn {
  if (outcome.type === 'refused') {
    const what = outcome.why === 'too-late' ? 'dropped' : 'step-failed';
    return turn(state, [{ ...act(now, what, null, outcome.why, deed.rule), step: deed.action.type }]);
  }
  // An alert is seen by everybody, as a scene is.
  if (deed.action.type === 'alert') return turn(state, [act(now, 'alerted', null, 'rule-fired', deed.rule)]);
  note(state.memory.traces, deed.rule, { at: now, what: 'done', scene: null, why: deed.action.type, by: null });
  return turn(state);
}

function connected(state: DirectorState, fact: FactOf<'connected'>, now: EpochMillis): Turn {
  const { scene, studioMode: inStudioMode, streaming = null, recording = null } = fact;
  const world = { ...state.world, streaming, recording };
  let after: DirectorState = { ...withScenes(state, fact), connected: true, studioMode: inStudioMode, world };
  takeStock(after, [...(state.memory.index.states.get('streaming') ?? [])], now);
  takeStock(after, [...(state.memory.index.states.get('recording') ?? [])], now);
  const acts: Act[] = [];
  if (after.hold && (after.hold.scene !== scene || (inStudioMode && !after.hold.cuts))) {
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
  const ended = { ...state, hold: null, standby: new Map<string, Cause>() };
  return turn(ended, [act(now, 'yielded', state.scene, why, state.hold.rule)]);
}

function studioMode(state: DirectorState, on: boolean, now: EpochMillis): Turn {
  const after = { ...state, studioMode: on };
  return on && !state.hold?.cuts ? endHold(after, 'studio-mode', now) : turn(after);
}

function outputChanged(state: DirectorState, { of, on }: FactOf<'output-changed'>, now: EpochMillis): Turn {
  const began = of === 'stream' && on ? streamBegan(state, now) : turn(state);
  const changed = changeWorld(began.state, of === 'stream' ? { streaming: on } : { recording: on }, now);
  return joined([began, changed]);
}

function withScenes(state: DirectorState, fact: FactOf<'connected' | 'collection-changed'>): DirectorState {
  return { ...state, scenes: fact.scenes, scene: fact.scene, strangers: fact.strangers ?? [] };
}
