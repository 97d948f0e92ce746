import type { EpochMillis } from '../../../shared/time.ts';
import { act } from './acts.ts';
import { type Cause, type DirectorState, type Queued, type Run, type Turn, turn } from './director-state.ts';
import type { Wish } from './facts.ts';
import { type Hold, uncovered } from './hold.ts';
import { stateHoldsIn } from './lasting.ts';

/** A human has put this scene on: that ends a hold and pauses automation; without a hold only where the owner wants it. */
export function yieldToHuman(state: DirectorState, scene: string, now: EpochMillis): Turn {
  const { hold, automation, pause } = state;
  const queued = new Map([...state.queued].map(([id, one]) => [id, meantNoMore(one)]));
  const after = { ...state, scene, runs: state.runs.map(meantNoMore), queued };
  if (pause?.by === 'human' && scene === automation.resumeScene) return resume(after, 'scene-put-on', now);
  const takesOver = hold !== null && scene !== hold.scene;
  if (!takesOver && !isAgainstRules(state, scene)) return turn(after);
  // Back in the scene that means "go on": there is nothing to pause for.
  const resumes = scene === automation.resumeScene;
  const { pauseSeconds } = automation;
  const until = pauseSeconds === null ? null : now + pauseSeconds * 1000;
  const paused = resumes || pause?.by === 'hand' ? pause : { until, by: 'human' as const };
  const rule = takesOver ? hold.rule : null;
  // What would have come later has the human's answer now.
  const standby = takesOver || !hold ? new Map<string, Cause>() : state.standby;
  const ended = { ...after, hold: takesOver ? null : hold, pause: paused, standby };
  return turn(ended, [act(now, 'yielded', scene, 'human-changed-scene', rule)]);
}

/** What was meant by the scene that a human put on before: they want another now. */
function meantNoMore<T extends Run | Queued>(one: T): T {
  return one.cause.byHand === 'scene' ? { ...one, cause: { ...one.cause, byHand: undefined } } : one;
}

/** Without a hold: whether the change is one that rules shall stand back for. */
function isAgainstRules({ automation, rules, staged }: DirectorState, scene: string): boolean {
  // Where no rule is on, a countdown would only be in the way; who takes what a rule has staged goes along with it.
  return automation.pauseOn === 'any-change' && scene !== staged && rules.some((rule) => rule.enabled);
}

export function pauseByHand(state: DirectorState, now: EpochMillis): Turn {
  if (state.pause?.by === 'hand') return turn(state);
  const pause = { until: null, by: 'hand' as const };
  const { hold } = state;
  const acts = [act(now, 'paused', state.scene, 'by-hand', null)];
  // The scene stays as it is: whoever pressed this hears that nothing leads back from it any more.
  if (hold) acts.push(act(now, 'let-go', hold.scene, 'paused-by-hand', hold.rule));
  const givenUp = hold?.returns ? hold : null;
  return turn({ ...state, pause, hold: null, givenUp, queued: new Map(), standby: new Map() }, acts);
}

export function resume(state: DirectorState, why: string, now: EpochMillis): Turn {
  if (!state.pause) return turn(state);
  return turn({ ...state, pause: null }, [act(now, 'resumed', state.scene, why, null)]);
}

/** The pause's own time is over. */
export function endPause(state: DirectorState, now: EpochMillis): Turn {
  const until = state.pause?.until ?? null;
  return until !== null && now >= until ? resume(state, 'time-over', now) : turn(state);
}

/** The stream has begun: with it a pause after a human's change ends, where the owner wants that. */
export function streamBegan(state: DirectorState, now: EpochMillis): Turn {
  const resumes = state.automation.resumeOnStream && state.pause?.by === 'human';
  return resumes ? resume(state, 'stream-began', now) : turn(state);
}

/** The scene to which {@link returnNow} would lead; null while there is no way back that a pause has ended. */
export function wayBackGivenUp(state: DirectorState, now: EpochMillis): string | null {
  return stillGivenUp(state, now)?.returnTo ?? null;
}

/** The hold that a pause has ended, as far as what lay beneath it goes on still; null while nothing leads back from it. */
function stillGivenUp(state: DirectorState, now: EpochMillis): Hold | null {
  const { givenUp, connected, scene, scenes, hold } = state;
  if (givenUp === null || !connected || hold !== null || scene !== givenUp.scene) return null;
  const still = uncovered(givenUp, stateHoldsIn(state), now);
  return scenes.includes(still.returnTo) ? still : null;
}

/** A human asks for the way back that a pause has ended: it is taken at once, also while the pause goes on and over fences. */
export function returnNow(state: DirectorState, now: EpochMillis): Turn {
  const given = stillGivenUp(state, now);
  if (given === null) return turn(state);
  const { rule, scene: from, returnTo: scene, cuts } = given;
  const wish: Wish = { scene, why: 'return-asked', rule, from, since: now, studio: cuts ? 'cut' : 'stage' };
  return turn({ ...state, givenUp: null, hold: { ...given, returning: true } }, [], wish);
}
