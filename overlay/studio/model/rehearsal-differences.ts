import type { SceneAct } from '../../../shared/scenes.ts';
import type { Instant } from '../../../shared/time.ts';

/** What an edit of the rules would have changed in a past live. `first`: the first moment of it; null: nothing. */
export interface Differences {
  /** Switches that the rules before did not make. */
  readonly more: number;
  /** Switches that only the rules before made. */
  readonly less: number;
  readonly first: Instant | null;
}

/** What puts a scene on or leads back from it; the rest are reasons. */
const MOVES: ReadonlySet<string> = new Set(['switched', 'staged', 'returned']);

export function differences(before: ReadonlyArray<SceneAct>, after: ReadonlyArray<SceneAct>): Differences {
  const added = without(after, before);
  const gone = without(before, after);
  const times = [...added, ...gone].map(({ at }) => at).toSorted();
  const switches = (acts: ReadonlyArray<SceneAct>) => acts.filter(({ what }) => what !== 'returned').length;
  return { more: switches(added), less: switches(gone), first: times[0] ?? null };
}

/** One line of a rehearsal, the same in two of them. */
export function lineOf({ at, what, scene }: SceneAct): string {
  return `${at} ${what} ${scene}`;
}

function without(acts: ReadonlyArray<SceneAct>, others: ReadonlyArray<SceneAct>): SceneAct[] {
  const there = new Set(others.map(lineOf));
  return acts.filter((act) => MOVES.has(act.what) && !there.has(lineOf(act)));
}
