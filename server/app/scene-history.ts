import type { SceneChange } from '../core/scenes/scene-change.ts';
import {
  addSceneChange,
  type KeptSceneChange,
  pruneSceneChanges,
  sceneBefore,
  sceneChangesOf,
} from '../store/scene-changes.ts';
import type { Store } from '../store/store.ts';

/** Of one creator; some weeks of busy shows. The oldest go first. */
const MOST_KEPT = 10_000;
const PRUNE_EVERY = 500;
/** More of one live than anybody reads. */
const MOST_READ = 2000;

/** What really took place on program, kept for rehearsals to be laid beside. */
export interface SceneHistory {
  /** Keeps the change behind those before it; what cannot be kept is a fault that nobody waits for. */
  note(change: Omit<KeptSceneChange, 'session'>): void;
  /** The changes of a live, oldest first. */
  of(session: string): Promise<KeptSceneChange[]>;
  /** The scene that was on when the first of these came; null where nobody knows. */
  beginningOf(changes: ReadonlyArray<KeptSceneChange>): Promise<string | null>;
  /** Resolves when all that was noted is kept. */
  settled(): Promise<void>;
}

interface HistoryOptions {
  readonly store: Store;
  readonly creatorId: string;
  /** The live that runs, or null. */
  readonly session: () => string | null;
  readonly onFault: (error: unknown) => void;
  readonly most?: number;
}

export function createSceneHistory(options: HistoryOptions): SceneHistory {
  const { store, creatorId, session, onFault, most = MOST_KEPT } = options;
  let last: Promise<unknown> = Promise.resolve();
  let noted = 0;
  const keep = async (change: KeptSceneChange) => {
    await addSceneChange(store.db, creatorId, change);
    // Also soon after a start: one who restarts often must not outgrow the bound.
    if (noted++ % PRUNE_EVERY === 0) await pruneSceneChanges(store.db, creatorId, most);
  };
  return {
    note: (change: Omit<KeptSceneChange, 'session'> & SceneChange) => {
      const whole = { ...change, session: session() };
      last = last.then(() => keep(whole)).catch(onFault);
    },
    of: (of) => sceneChangesOf(store.db, creatorId, of, MOST_READ),
    beginningOf: async ([first]) => {
      if (!first) return null;
      // OBS told what was on as it was connected, or brought its own: whatever was before is no part of this show.
      return first.by === 'obs' ? first.scene : sceneBefore(store.db, creatorId, first.at);
    },
    settled: async () => void (await last),
  };
}
