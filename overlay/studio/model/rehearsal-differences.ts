import type { SceneAct } from '../../../shared/scenes.ts';
import type { Instant } from '../../../shared/time.ts';

/** What an edit of the rules would have changed in a past live. `first`: the first moment of it; null: nothing. */
export interface Differences {
  /** Switches that the rules before did not make. */
  readonly more: number;
  /** Switches that only the rules before made. */
  readonly less: number;
  readonly moreAlerts: number;
  readonly lessAlerts: number;
  readonly first: Instant | null;
}

/** What viewers see: a scene that comes on, the way back, an alert. The rest are reasons. */
const SEEN: ReadonlySet<string> = new Set(['switched', 'staged', 'returned', 'alerted']);

export function differences(before: ReadonlyArray<SceneAct>, after: ReadonlyArray<SceneAct>): Differences {
  const added = without(after, before);
  const gone = without(before, after);
  const times = [...added, ...gone].map(({ at }) => at).toSorted();
  const alerts = (acts: ReadonlyArray<SceneAct>) => acts.filter(({ what }) => what === 'alerted').length;
  const switches = (acts: ReadonlyArray<SceneAct>) =>
    acts.filter(({ what }) => what !== 'returned').length - alerts(acts);
  return {
    ...{ more: switches(added), less: switches(gone) },
    ...{ moreAlerts: alerts(added), lessAlerts: alerts(gone) },
    first: times[0] ?? null,
  };
}

/** One line of a rehearsal, the same in two of them. An alert is its rule's: its words are no part of the line. */
export function lineOf({ at, what, scene, rule }: SceneAct): string {
  return `${at} ${what} ${what === 'alerted' ? rule : scene}`;
}

function without(acts: ReadonlyArray<SceneAct>, others: ReadonlyArray<SceneAct>): SceneAct[] {
  const there = new Set(others.map(lineOf));
  return acts.filter((act) => SEEN.has(act.what) && !there.has(lineOf(act)));
}
