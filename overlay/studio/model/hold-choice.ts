import type { SceneHold } from '../../../shared/scene-actions.ts';

/** How a scene ends: after its seconds, with the state of its rule, or not at all. */
export const HOLD_ENDS = ['return', 'while', 'stay'] as const;
export type HoldEnd = (typeof HOLD_ENDS)[number];

/** What a scene begins with. */
export const FIRST_HOLD: SceneHold = {
  seconds: 8,
  leastSeconds: 0,
  mostSeconds: null,
  returns: true,
  whileTrue: false,
};

export function endOf(hold: SceneHold | null): HoldEnd {
  if (!hold?.returns) return 'stay';
  return hold.whileTrue ? 'while' : 'return';
}

/**
 * The hold with another end. Its numbers stay as far as they mean the same: the seconds of one that returns with its state
 * are its least time. `timed`: the last that had seconds of its own, which are found again.
 */
export function holdAs(end: HoldEnd, hold: SceneHold | null, timed: SceneHold | null): SceneHold | null {
  const byTime = timed ?? FIRST_HOLD;
  if (end === 'stay') return null;
  if (end === 'return') return { ...byTime, mostSeconds: mostOf(hold, byTime), returns: true, whileTrue: false };
  if (hold?.whileTrue) return hold;
  const { leastSeconds } = hold ?? byTime;
  return { ...(hold ?? byTime), seconds: Math.max(1, leastSeconds), leastSeconds: 0, returns: true, whileTrue: true };
}

/** What was written while it lasted by its state, unless the seconds of before are more than that. */
function mostOf(hold: SceneHold | null, { seconds, mostSeconds }: SceneHold): number | null {
  if (!hold?.whileTrue) return mostSeconds;
  return hold.mostSeconds === null || hold.mostSeconds >= seconds ? hold.mostSeconds : mostSeconds;
}
