import { z } from 'zod';
import { type AlertAct, Featured } from '../../shared/stage-design.ts';
import type { AlertControl } from '../../shared/stage-view.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { afterAct, afterSkipOf } from '../core/stage/alert-control.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';
import { createListeners } from './listeners.ts';

const NAME = 'stage-control';
/** Pages do a skip with their next frame; what comes later was not sent away by it. */
const SKIP_TOLD_WITHIN_MS = 10_000;
const count = z.int().min(0);

const StageControlState = z.object({
  blank: z.boolean(),
  featured: Featured.nullable(),
  /** The request whose question is featured; null when what is featured, if anything, is none of the queue. */
  askedRequest: z.string().nullable().default(null),
  /** The comment of the chat that is featured, by its number in the journal; null when it is none. */
  comment: z.int().nullable().default(null),
  /** Who put there what is featured; null where that is not known. */
  by: z.object({ id: z.string(), name: z.string() }).nullable().default(null),
  /** The layout that a scene rule has called for; null: by the scene. */
  layout: z.string().nullable().default(null),
  alerts: z.object({
    paused: z.boolean(),
    muted: z.boolean(),
    skips: count,
    skipped: z.array(z.string()).default([]),
    clearedSeq: z.number().min(0),
    replays: count,
  }),
});
export type StageControlState = z.infer<typeof StageControlState>;

/** What is known of what is featured beside what the stage shows. */
export type FeaturedFrom = Pick<StageControlState, 'askedRequest' | 'comment' | 'by'>;
const FROM_NOBODY: FeaturedFrom = { askedRequest: null, comment: null, by: null };

const FIRST: StageControlState = {
  blank: false,
  featured: null,
  askedRequest: null,
  comment: null,
  by: null,
  layout: null,
  alerts: { paused: false, muted: false, skips: 0, skipped: [], clearedSeq: 0, replays: 0 },
};

export type StageControl = Awaited<ReturnType<typeof openStageControl>>;

/**
 * What is done to all stages by hand during a show: the panic key, what is featured, the alerts. Kept, so that a
 * restart in the middle of a show brings nothing back on air that was taken off it.
 */
export async function openStageControl(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock, onFault } = deps;
  let current = StageControlState.catch(FIRST).parse((await readSetting(store.db, creatorId, NAME)) ?? FIRST);
  const listeners = createListeners<void>(onFault);
  const door = createDoor();
  /** When the newest skips were pressed, while pages may still tell of them. */
  let pressed: EpochMillis[] = [];

  function stillTold(): EpochMillis[] {
    const now = clock();
    return pressed.filter((at) => Math.abs(now - at) <= SKIP_TOLD_WITHIN_MS);
  }

  /** The panic key must not wait for the disk: pages are told at once, and the store follows. */
  function change(changes: Partial<StageControlState>): Promise<StageControlState> {
    const next = { ...current, ...changes };
    current = next;
    listeners.tell();
    return door.run(async () => {
      await writeSetting(store.db, creatorId, NAME, current, clock());
      return next;
    });
  }

  return {
    /** Told when any of it is another now. */
    onChange: listeners.add,
    current: (): Readonly<StageControlState> => current,
    blank: (blank: boolean) => change({ blank }),
    layout: (layout: string | null) => change({ layout }),
    feature: (featured: Featured | null, from: FeaturedFrom = FROM_NOBODY) => change({ featured, ...from }),
    /** `lastSeq`: of the journal, up to which alerts are cleared by `clear`. */
    async act(act: AlertAct, lastSeq: number): Promise<AlertControl> {
      if (act === 'skip') pressed = [...stillTold(), clock()];
      return (await change({ alerts: afterAct(current.alerts, act, lastSeq) })).alerts;
    },
    /** How many of all skips are so long ago that no page tells of them any more. */
    skipsOver: (): number => current.alerts.skips - stillTold().length,
    /** A page has told which alert a skip sent away there. */
    async skipped(key: string): Promise<void> {
      const alerts = afterSkipOf(current.alerts, key);
      if (alerts !== current.alerts) await change({ alerts });
    },
  };
}
