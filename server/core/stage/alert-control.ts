import type { AlertAct } from '../../../shared/stage-design.ts';
import type { AlertControl } from '../../../shared/stage-view.ts';

/** The alerts after something was done to them. Numbers only rise: pages that were away do each act once, or not at all. */
export function afterAct(before: AlertControl, act: AlertAct, lastSeq: number): AlertControl {
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
