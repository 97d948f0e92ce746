import type { StageView } from '../../../shared/stage-view.ts';
import { type EpochMillis, toInstant } from '../../../shared/time.ts';

/** A stage of which nothing is known and on which nothing happens, at that time. */
export function emptyView(at: EpochMillis): StageView {
  return {
    stage: { id: 's', name: 'Main', language: 'en' },
    bio: null,
    booking: null,
    nextFree: null,
    queue: { waiting: 0, nowServing: null, next: [] },
    chatHolds: [],
    scene: null,
    blank: false,
    setUp: false,
    featured: null,
    alertControl: { paused: false, muted: false, skips: 0, clearedSeq: 0, replays: 0 },
    moments: [],
    serverTime: toInstant(at),
  };
}
