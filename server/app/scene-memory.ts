import { z } from 'zod';
import { ACT_WHATS } from '../core/scenes/acts.ts';
import type { DirectorState } from '../core/scenes/director-state.ts';
import type { Hold } from '../core/scenes/hold.ts';
import type { Remembered } from '../core/scenes/remembered.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { ScenesOptions } from './scenes-options.ts';

const KEY = 'scene-memory';
/** A hold is kept soon, as a crash must not leave its scene on; behind the request to OBS, which waits for no disk. */
const HOLD_AFTER_MS = 100;
/** Acts come with every gift of a storm. */
const ACTS_AFTER_MS = 2000;

/** JSON knows no infinity. */
const moment = z
  .number()
  .nullable()
  .transform((most) => most ?? Number.POSITIVE_INFINITY);
const KeptHold: z.ZodType<Hold> = z.object({
  rule: z.string(),
  scene: z.string(),
  until: moment,
  leastUntil: z.number(),
  mostUntil: moment,
  /** An older Cuedesk knew no hold of a state. */
  lasts: z.enum(['time', 'state', 'unsure']).default('time'),
  soonest: moment.default(0),
  under: z.lazy(() => KeptHold.nullable()).default(null),
  returnTo: z.string(),
  returns: z.boolean(),
  cuts: z.boolean(),
  returning: z.boolean(),
});
const Act = z.object({
  at: z.number(),
  what: z.enum(ACT_WHATS),
  scene: z.string().nullable(),
  why: z.string(),
  rule: z.string().nullable(),
  by: z.string().nullable(),
  step: z.string().optional(),
  ruleName: z.string().optional(),
  byName: z.string().optional(),
});
const Kept = z.object({ hold: KeptHold.nullable(), acts: z.array(Act) });

/** Keeps what of the director outlives a restart. */
export interface SceneMemory {
  /** As the program before left it. */
  readonly remembered: Remembered;
  /** To be told the director's state whenever it is another; keeps it a little later. */
  note(state: Remembered): void;
  /** Resolves when all that was noted is kept. */
  close(): Promise<void>;
}

type Around = Pick<ScenesOptions, 'store' | 'creatorId' | 'clock' | 'onFault'>;

export async function openSceneMemory({ store, creatorId, clock, onFault }: Around): Promise<SceneMemory> {
  const read = Kept.safeParse(await readSetting(store.db, creatorId, KEY)).data;
  const remembered: Remembered = read ?? { hold: null, acts: [] };
  let kept: Remembered = remembered;
  let now: Remembered = remembered;
  let timer: NodeJS.Timeout | undefined;
  let soon = false;
  let writing: Promise<unknown> = Promise.resolve();
  const write = () => {
    clearTimeout(timer);
    timer = undefined;
    if (isSame(kept, now)) return;
    kept = now;
    const { hold, acts } = now;
    writing = writing.then(() => writeSetting(store.db, creatorId, KEY, { hold, acts }, clock())).catch(onFault);
  };
  return {
    remembered,
    note({ hold, acts }: Pick<DirectorState, 'hold' | 'acts'>) {
      // In a storm of gifts a hold is lengthened by each: that its time is longer can wait.
      const isUrgent = hold?.rule !== now.hold?.rule || hold?.scene !== now.hold?.scene;
      if (hold === now.hold && acts === now.acts) return;
      now = { hold, acts };
      if (timer && (soon || !isUrgent)) return;
      clearTimeout(timer);
      soon = isUrgent;
      timer = setTimeout(write, isUrgent ? HOLD_AFTER_MS : ACTS_AFTER_MS);
    },
    close: async () => {
      write();
      await writing;
    },
  };
}

function isSame(one: Remembered, other: Remembered): boolean {
  return one.hold === other.hold && one.acts === other.acts;
}
