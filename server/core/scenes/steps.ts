import type { ActionOf, SceneAction } from '../../../shared/scene-actions.ts';
import type { SceneRule } from '../../../shared/scene-rules.ts';
import { act } from './acts.ts';
import { absence, type Firing, isFenced, isOnAlready, merge, type Obstacle, sceneObstacle, show } from './arbiter.ts';
import type { Cause, DirectorState, Queued, Run } from './director-state.ts';
import { type Deed, lateFrom } from './facts.ts';
import { firstScene, restsUntil } from './rest.ts';
import { giveWay } from './standby.ts';

/** Rules that run one another end here, also those that run in a circle. */
const DEEPEST = 5;
/**
 * Rules that wait for the scenes of one another may do so for ever, also one rule that waits for a scene of its own. So many
 * in a row are a sequence that somebody may have meant; beyond that it is a circle.
 */
const MOST_LINKS = 5;
/** Rules under way at once; each waits for its next step. */
const MOST_RUNS = 100;
/** Fires the rule, or lists why not. */
export function fire(firing: Firing, rule: SceneRule, cause: Cause): void {
  const { now, state } = firing;
  if (state.pause && !cause.byHand) {
    const paused = { why: 'automation-paused', by: null };
    if (!giveWay(firing, rule, firstScene(rule), paused, cause)) leave(firing, rule, paused);
    return;
  }
  if (cause.links > MOST_LINKS) {
    leave(firing, rule, { why: 'going-round', by: null });
    return;
  }
  const first = firstScene(rule);
  const against = first && sceneObstacle(firing, rule, first, cause);
  if (first && against && absence(state, first.scene)) {
    leave(firing, rule, against);
    return;
  }
  const rested = restsUntil(state.memory, rule);
  if (now < rested && !cause.isTrial) {
    rest(firing, rule, { at: rested, cause }, 'cooling-down');
    return;
  }
  if (against) {
    if (giveWay(firing, rule, first, against, cause)) return;
    if (against.why === 'all-resting') rest(firing, rule, { at: state.restUntil, cause }, against.why);
    else leave(firing, rule, against);
    return;
  }
  if (first && isOnAlready(firing, first) && rule.actions.length === 1) {
    leave(firing, rule, { why: 'already-on', by: null });
    return;
  }
  if (!cause.isTrial) state.memory.firedAt.set(rule.id, now);
  run(firing, { rule, step: 0, due: now, cause });
}

/** Goes on with what has waited for its time. What could not be done within five seconds of it is dropped. */
export function goOn(firing: Firing): void {
  const { now } = firing;
  const due = firing.state.runs.filter((one) => one.due <= now);
  if (due.length > 0) firing.state = { ...firing.state, runs: firing.state.runs.filter((one) => one.due > now) };
  for (const one of due) {
    if (now < lateFrom(one.due)) run(firing, one);
    else firing.acts.push(act(now, 'dropped', firstScene(one.rule)?.scene ?? null, 'too-late', one.rule.id));
  }
  fireQueued(firing);
}

/** Fires what has waited for the end of a rest, by rank: one gets the scene, and those behind it wait for the next rest for all. */
function fireQueued(firing: Firing): void {
  const { state, now } = firing;
  const { byId } = state.memory.index;
  const due = [...state.queued].filter(([, { at }]) => at <= now);
  if (due.length === 0) return;
  const queued = new Map(state.queued);
  for (const [id] of due) queued.delete(id);
  firing.state = { ...state, queued };
  const rested = due.flatMap(([id, one]) => {
    const found = byId.get(id);
    return found?.rule.enabled ? [{ ...one, ...found }] : [];
  });
  for (const { rule, at, cause } of rested.sort((one, other) => one.rank - other.rank)) {
    const first = firstScene(rule);
    if (now >= lateFrom(at)) firing.acts.push(act(now, 'dropped', first?.scene ?? null, 'too-late', rule.id));
    else if (first && firing.winner !== null && firing.state.restUntil > now) {
      firing.state = putBack(firing.state, rule.id, { at: firing.state.restUntil, cause });
    } else fire(firing, rule, cause);
  }
}

function putBack(state: DirectorState, id: string, one: Queued): DirectorState {
  return { ...state, queued: new Map(state.queued).set(id, one) };
}

/** Whether a rule can act only with OBS there. */
export function needsObs(rule: SceneRule): boolean {
  return rule.actions.some((action) => !isOurs(action));
}

function run(firing: Firing, under: Run): void {
  for (const [at, action] of under.rule.actions.entries()) {
    if (at < under.step) continue;
    if (action.type === 'wait') {
      putOff(firing, { ...under, step: at + 1, due: firing.now + action.seconds * 1000 });
      return;
    }
    doStep(firing, under, action);
  }
}

function putOff(firing: Firing, under: Run): void {
  const { state, now } = firing;
  const { rule, step } = under;
  if (step >= rule.actions.length) return;
  if (state.runs.length >= MOST_RUNS) {
    firing.acts.push(act(now, 'dropped', null, 'too-many', rule.id));
    return;
  }
  firing.state = { ...state, runs: [...state.runs, under] };
}

function doStep(firing: Firing, under: Run, action: Exclude<SceneAction, { type: 'wait' }>): void {
  switch (action.type) {
    case 'show-scene':
      showStep(firing, under, action);
      return;
    case 'stage-scene':
      stageStep(firing, under, action);
      return;
    case 'run-rule':
      runOther(firing, under, action.rule);
      return;
    default:
      ask(firing, under, action);
      return;
  }
}

/** A pause keeps a rule that is under way from the scene, but not from tidying up what it has begun. */
function showStep(firing: Firing, { rule, cause }: Run, action: ActionOf<'show-scene'>): void {
  const paused = firing.state.pause && !cause.byHand ? { why: 'automation-paused', by: null } : null;
  const against = paused ?? sceneObstacle(firing, rule, action, cause);
  if (against) {
    leave(firing, rule, against, action.scene);
    return;
  }
  if (isOnAlready(firing, action)) {
    leave(firing, rule, { why: 'already-on', by: null }, action.scene);
    return;
  }
  show(firing, rule, action, cause);
}

function stageStep(firing: Firing, { rule, cause }: Run, { scene }: ActionOf<'stage-scene'>): void {
  const { state, now, wish } = firing;
  const why =
    state.pause && !cause.byHand
      ? 'automation-paused'
      : (absence(state, scene) ??
        (isFenced(state, scene) && !rule.crossesFences
          ? 'fenced'
          : !state.studioMode
            ? 'no-studio-mode'
            : wish
              ? 'higher-rule-on'
              : null));
  if (why) {
    leave(firing, rule, { why, by: firing.winner }, scene);
    return;
  }
  firing.wish = {
    scene,
    why: 'rule-fired',
    rule: rule.id,
    from: null,
    since: now,
    studio: 'preview',
    links: cause.links,
  };
}

function runOther(firing: Firing, { rule, cause }: Run, other: string): void {
  const found = firing.state.memory.index.byId.get(other)?.rule;
  if (!found?.enabled) {
    notDone(firing, rule, 'rule-off', 'run-rule');
    return;
  }
  if (cause.depth + 1 >= DEEPEST) {
    notDone(firing, rule, 'too-deep', 'run-rule');
    return;
  }
  fire(firing, found, { ...cause, depth: cause.depth + 1 });
}

function ask(firing: Firing, { rule, cause }: Run, action: Deed['action']): void {
  const { state, now } = firing;
  const { mayStream, mayRecord } = state.automation;
  const forbidden = action.type === 'output' && !(action.of === 'stream' ? mayStream : mayRecord);
  if (forbidden) {
    notDone(firing, rule, 'not-allowed', 'output');
    return;
  }
  if (!state.connected && !isOurs(action)) {
    firing.acts.push({ ...act(now, 'dropped', null, 'obs-not-connected', rule.id), step: action.type });
    return;
  }
  firing.deeds.push({ rule: rule.id, action, since: now, occasion: cause.occasion, priority: rule.priority });
}

/**
 * A rule that fires before it has rested, or all have (`why`). One that another runs does not wait: a circle of them would
 * never end.
 */
function rest(firing: Firing, rule: SceneRule, queued: Queued, why: 'cooling-down' | 'all-resting'): void {
  const { state, now } = firing;
  const { meanwhile } = rule.cooldown;
  if (meanwhile === 'merge' && merge(firing, rule)) return;
  if (meanwhile !== 'queue' || queued.cause.depth > 0) {
    leave(firing, rule, { why, by: null });
    return;
  }
  if (state.queued.has(rule.id)) {
    leave(firing, rule, { why: 'queued-already', by: null });
    return;
  }
  firing.state = putBack(state, rule.id, queued);
  firing.acts.push(act(now, 'queued', firstScene(rule)?.scene ?? null, why, rule.id));
}

/** A step that is no scene's, and was not done. */
function notDone(firing: Firing, rule: SceneRule, why: string, step: SceneAction['type']): void {
  firing.acts.push({ ...act(firing.now, 'step-failed', null, why, rule.id), step });
}

function leave(firing: Firing, rule: SceneRule, { why, by }: Obstacle, scene?: string | null): void {
  const wanted = scene === undefined ? (firstScene(rule)?.scene ?? null) : scene;
  firing.acts.push(act(firing.now, 'left-alone', wanted, why, rule.id, by));
}

/** Done by Cuedesk itself, without OBS. */
function isOurs({ type }: SceneAction): boolean {
  return ['layout', 'alerts', 'alert', 'wait', 'run-rule'].includes(type);
}
