import type { StageDesign } from '../../shared/stage-design.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { type Renames, renameInDesign } from '../core/scenes/rename.ts';
import { openKeptDesign } from '../core/stage/kept-design.ts';
import { type GiftShowing, NAMES_ALONE } from '../core/stage/news.ts';
import { readDesign, writeDesign } from '../store/stages.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';
import { createListeners } from './listeners.ts';
import type { Stages } from './stages.ts';

export type StageDesigns = ReturnType<typeof createStageDesigns>;

/** A design with how often one has been given to its stage: two saves upon the same revision cannot both stand. */
export interface RevisedDesign {
  readonly design: StageDesign;
  readonly revision: number;
}

/** How each stage looks. Whole designs only: the studio sends what it shows, and says upon which one it was made. */
export function createStageDesigns(deps: {
  store: Store;
  creatorId: string;
  stages: Stages;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, stages, onFault } = deps;
  const known = new Map<string, RevisedDesign>();
  const listeners = createListeners<string>(onFault);
  const door = createDoor();
  stages.onCut((id) => {
    if (!isStage(id)) known.delete(id);
  });
  const isStage = (id: string) => stages.list().some((stage) => stage.id === id);

  async function revised(id: string): Promise<RevisedDesign | null> {
    if (!isStage(id)) return null;
    const before = known.get(id);
    if (before) return before;
    const kept = await readDesign(store.db, creatorId, id);
    // Removed while it was read: nothing is known of it any more.
    if (!kept || !isStage(id)) return null;
    // Another may have been given while this one was read.
    const now = known.get(id) ?? { design: openKeptDesign(kept.design), revision: kept.revision };
    known.set(id, now);
    return now;
  }

  /** Upon what is kept now; when another process gives a design meanwhile, that one is renamed. */
  async function keepRenamed(id: string, renames: Renames): Promise<void> {
    for (;;) {
      const kept = await readDesign(store.db, creatorId, id);
      if (!kept) return;
      const before = openKeptDesign(kept.design);
      const design = renameInDesign(before, renames);
      if (design === before) return;
      const revision = await writeDesign(store.db, creatorId, id, design, kept.revision);
      if (revision === null) continue;
      known.set(id, { design, revision });
      listeners.tell(id);
      return;
    }
  }

  return {
    /** Told with the id of a stage that looks otherwise now. */
    onChange: listeners.add,
    /** Null when there is no such stage. */
    of: async (id: string): Promise<StageDesign | null> => (await revised(id))?.design ?? null,
    /** Null when there is no such stage. */
    revised,
    /** How a stage shows gifts. Of a design that nobody has asked for yet: by their names alone. */
    giftsOf(id: string): GiftShowing {
      const design = known.get(id)?.design;
      if (!design) return NAMES_ALONE;
      const { prices, pictures } = design.giftTalk;
      return { least: design.alerts.types.gift.least, prices, pictures };
    },
    /**
     * Gives the stage another design, if the one it has is still of revision `upon`; null: whatever it has. Refuses with
     * `not-found`, or `design-changed` when another was given meanwhile.
     */
    put(id: string, design: StageDesign, upon: number | null): Promise<RevisedDesign | Refusal> {
      return door.run(async () => {
        if (!isStage(id)) return refuse('not-found');
        const revision = await writeDesign(store.db, creatorId, id, design, upon);
        if (revision === null) {
          // Perhaps by another process: what is known here may be as old as what the caller had.
          known.delete(id);
          return refuse('design-changed');
        }
        const given = { design, revision };
        known.set(id, given);
        listeners.tell(id);
        return given;
      });
    },
    /** The scenes that layouts are for, of the designs that somebody has asked for. */
    scenes: (): string[] =>
      [...known.values()].flatMap(({ design }) => design.layouts.flatMap(({ scene }) => scene ?? [])),
    /**
     * Scenes have other names in OBS now: their layouts go with them. What is known follows before it is kept, as the
     * scene on air must not lose its layout for the time of a write.
     */
    renameScenes(renames: Renames): Promise<void> {
      for (const [id, { design, revision }] of known)
        known.set(id, { design: renameInDesign(design, renames), revision });
      return door.run(async () => {
        for (const { id } of stages.list()) await keepRenamed(id, renames);
      });
    },
  };
}
