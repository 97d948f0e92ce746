import type { AlertAct } from '../../../shared/stage-design.ts';
import type { AlertControl } from '../../../shared/stage-view.ts';

/** As it is kept: with the alerts that were skipped, also when there are none. */
export type KeptControl = Required<AlertControl>;

/** The alerts after something was done to them. Numbers only rise: pages that were away do each act once, or not at all. */
export function afterAct(before: KeptControl, act: AlertAct, lastSeq: number): KeptControl {
  switch (act) {
    case 'pause':
      return { ...before, paused: true };
    case 'resume':
      return { ...before, paused: false };
    case 'skip':
      return { ...before, skips: before.skips + 1 };
    case 'replay':
      return { ...before, replays: before.replays + 1 };
    case 'clear':
      return { ...before, clearedSeq: Math.max(before.clearedSeq, lastSeq) };
    case 'mute':
      return { ...before, muted: true };
    case 'unmute':
      return { ...before, muted: false };
  }
}

/** How many are remembered: more than are skipped while the longest streak runs. */
const MOST_SKIPPED = 30;

/** After a page has told which alert a skip sent away. The same object when that is known. */
export function afterSkipOf(before: KeptControl, key: string): KeptControl {
  const { skipped } = before;
  return skipped.includes(key) ? before : { ...before, skipped: [...skipped, key].slice(-MOST_SKIPPED) };
}
