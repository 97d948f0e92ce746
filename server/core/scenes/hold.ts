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
  /**
   * `time`: to its `until`. `state`: as long as the state of its rule holds, not past `until`. `unsure`: one of a state that was
   * found after a restart, until it is known how things stand.
   */
  readonly lasts: 'time' | 'state' | 'unsure';
  /** One that lasts by a state does not end before. */
  readonly soonest: EpochMillis;
  /** The hold of a state from which this one has taken the scene, and to which it returns. */
  readonly under: Hold | null;
  /** True once the way back was asked for and not answered yet. */
  readonly returning: boolean;
}

/** `isState`: its rule's state holds, without any moment. */
export type HoldAsk = Pick<Hold, 'rule' | 'scene' | 'cuts'> & { readonly hold: SceneHold; readonly isState: boolean };

/** Begins a hold over what is on, or over a running hold. */
export function beginHold(ask: HoldAsk, over: Hold | null, on: string, now: EpochMillis): Hold {
  const { rule, scene, cuts, hold } = ask;
  const soonest = now + hold.seconds * 1000;
  const mostUntil = hold.mostSeconds === null ? Number.POSITIVE_INFINITY : now + hold.mostSeconds * 1000;
  const lasts = hold.whileTrue && ask.isState ? 'state' : 'time';
  const goesOn = over?.lasts === 'state' && !over.returning && over.rule !== rule && over.scene !== scene;
  return {
    ...{ rule, scene, cuts, lasts, soonest, mostUntil },
    until: lasts === 'state' ? mostUntil : soonest,
    leastUntil: now + hold.leastSeconds * 1000,
    returnTo: goesOn ? over.scene : (over?.returnTo ?? on),
    under: goesOn ? over : (over?.under ?? null),
    returns: hold.returns,
    returning: false,
  };
}

/** The running hold wanted again for the scene that it shows. One that is to last by a state goes on as that one. */
export function wantedAgain(hold: Hold, begun: Hold): Hold {
  return begun.lasts === 'state' && hold.lasts !== 'state' ? takenOn(hold, begun) : lengthened(hold, begun.soonest);
}

/** The hold of another rule for the scene that is held already: what was promised of that one is kept. */
export function takenOn(hold: Hold, begun: Hold): Hold {
  const promised = hold.lasts === 'time' ? hold.until : hold.soonest;
  const soonest = Math.min(begun.mostUntil, Math.max(begun.soonest, promised));
  return { ...begun, soonest, leastUntil: Math.max(begun.leastUntil, hold.leastUntil) };
}

/** The hold lengthened to that moment, as far as it may be; a shorter one does not cut it short. */
export function lengthened(hold: Hold, until: EpochMillis): Hold {
  const longer = (than: EpochMillis) => Math.min(hold.mostUntil, Math.max(than, until));
  return { ...hold, until: longer(hold.until), soonest: longer(hold.soonest) };
}

/** Whether the state that a hold lasts by holds still. */
export type StateHolds = (hold: Hold) => boolean;

/**
 * The hold once it is known whose state still holds: one whose state is over ends, and is returned to no more. A way back that is
 * under way is let through, and what it leads to is settled then.
 */
export function settled(hold: Hold, stateHolds: StateHolds, now: EpochMillis): Hold {
  if (hold.returning) return hold;
  const below = uncovered(hold, stateHolds, now);
  if (below.lasts === 'time') return below;
  if (!stateHolds(below)) {
    return below.lasts === 'state' ? { ...below, lasts: 'time', until: Math.max(below.soonest, now) } : below;
  }
  return below.lasts === 'state' ? below : { ...below, lasts: 'state', until: below.mostUntil };
}

/** The hold without what lay beneath it and is over. */
export function uncovered(hold: Hold, stateHolds: StateHolds, now: EpochMillis): Hold {
  if (!hold.under) return hold;
  const under = uncovered(hold.under, stateHolds, now);
  const { lasts, until, mostUntil } = under;
  const isOver = now >= until || (lasts === 'state' && !stateHolds(under));
  if (isOver) return { ...hold, under: under.under, returnTo: under.returnTo };
  if (lasts !== 'state' && stateHolds(under)) return { ...hold, under: { ...under, lasts: 'state', until: mostUntil } };
  return under === hold.under ? hold : { ...hold, under };
}

/** The hold with another scene at the end of its way back, beneath all that it returns to before. */
export function returningTo(hold: Hold, scene: string): Hold {
  return hold.under ? { ...hold, under: returningTo(hold.under, scene) } : { ...hold, returnTo: scene };
}

/** The hold to which the way back of this one has led; one whose time ran out meanwhile is over now, and not too late. */
export function returnedTo({ under }: Hold, now: EpochMillis): Hold | null {
  return under && { ...under, until: Math.max(under.until, now) };
}

/** The hold that has the scene, or is about to have it again; null where nothing does. */
export function holding(hold: Hold | null, now: EpochMillis): Hold | null {
  return hold && (hold.returning || now >= hold.until) ? hold.under : hold;
}

export function isOver(hold: Hold, now: EpochMillis): boolean {
  return !hold.returning && now >= hold.until;
}

/** The hold after scenes got other names. */
export function renameInHold(hold: Hold, renames: Renames): Hold {
  const named = namingOf(renames);
  const under = hold.under && renameInHold(hold.under, renames);
  return { ...hold, under, scene: named(hold.scene), returnTo: named(hold.returnTo) };
}
