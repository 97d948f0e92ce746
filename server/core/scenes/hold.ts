import type { EpochMillis } from '../../../shared/time.ts';

/**
 * A scene that automation shows for a while, with the way back: the one primitive that every rule acts through. A hold
 * that takes over from another keeps the first one's way back, so a chain of holds ends where the human was.
 */
export interface Hold {
  readonly rule: string;
  /** Who wins against whom: a hold gives way to a higher rank only. */
  readonly rank: number;
  readonly scene: string;
  readonly until: EpochMillis;
  readonly returnTo: string;
  /** True once the way back was asked for and not answered yet. */
  readonly returning: boolean;
}

export type HoldAsk = Pick<Hold, 'rule' | 'rank' | 'scene'> & { readonly seconds: number };

/** Begins a hold over what is on, or over a running hold. */
export function beginHold(ask: HoldAsk, over: Hold | null, on: string, now: EpochMillis): Hold {
  const { rule, rank, scene, seconds } = ask;
  return { rule, rank, scene, until: now + seconds * 1000, returnTo: over?.returnTo ?? on, returning: false };
}

/** Whether a new ask may take over. The same rule may always; another only with a higher rank. */
export function givesWay(hold: Hold, ask: Pick<Hold, 'rule' | 'rank'>): boolean {
  return hold.returning || hold.rule === ask.rule || ask.rank > hold.rank;
}

export function isOver(hold: Hold, now: EpochMillis): boolean {
  return !hold.returning && now >= hold.until;
}

/** The hold after a scene got another name. */
export function renameInHold(hold: Hold, from: string, to: string): Hold {
  const named = (scene: string) => (scene === from ? to : scene);
  return { ...hold, scene: named(hold.scene), returnTo: named(hold.returnTo) };
}
