import type { SceneHold } from '../../../shared/scene-actions.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { namingOf, type Renames } from './rename.ts';

/**
 * A scene that automation shows for a while, with the way back: the one primitive that every rule acts through. A hold
 * that takes over from another keeps the first one's way back, so a chain of holds ends where the human was.
 */
export interface Hold {
  readonly rule: string;
  readonly scene: string;
  readonly until: EpochMillis;
  /** No other rule takes over before. */
  readonly leastUntil: EpochMillis;
  /** It is not lengthened beyond. */
  readonly mostUntil: EpochMillis;
  readonly returnTo: string;
  /** False: at its end the scene stays. */
  readonly returns: boolean;
  /** Held in Studio Mode too, as its rule cuts there. */
  readonly cuts: boolean;
  /** True once the way back was asked for and not answered yet. */
  readonly returning: boolean;
}

export type HoldAsk = Pick<Hold, 'rule' | 'scene' | 'cuts'> & { readonly hold: SceneHold };

/** Begins a hold over what is on, or over a running hold. */
export function beginHold(ask: HoldAsk, over: Hold | null, on: string, now: EpochMillis): Hold {
  const { rule, scene, cuts, hold } = ask;
  return {
    ...{ rule, scene, cuts },
    until: now + hold.seconds * 1000,
    leastUntil: now + hold.leastSeconds * 1000,
    mostUntil: hold.mostSeconds === null ? Number.POSITIVE_INFINITY : now + hold.mostSeconds * 1000,
    returnTo: over?.returnTo ?? on,
    returns: hold.returns,
    returning: false,
  };
}

/** The hold lengthened to that moment, as far as it may be; a shorter one does not cut it short. */
export function lengthened(hold: Hold, until: EpochMillis): Hold {
  return { ...hold, until: Math.min(hold.mostUntil, Math.max(hold.until, until)) };
}

export function isOver(hold: Hold, now: EpochMillis): boolean {
  return !hold.returning && now >= hold.until;
}

/** The hold after scenes got other names. */
export function renameInHold(hold: Hold, renames: Renames): Hold {
  const named = namingOf(renames);
  return { ...hold, scene: named(hold.scene), returnTo: named(hold.returnTo) };
}
