import type { StageDesign } from '../../shared/stage-design.ts';
import { openKeptDesign } from '../core/stage/kept-design.ts';
import { type GiftShowing, NAMES_ALONE } from '../core/stage/news.ts';
import { readDesign, writeDesign } from '../store/stages.ts';
import type { Store } from '../store/store.ts';
import { createDoor } from './door.ts';
import { createListeners } from './listeners.ts';
import type { Stages } from './stages.ts';

export type StageDesigns = ReturnType<typeof createStageDesigns>;

/** How each stage looks. Whole designs only: the studio sends what it shows, and of two at once the later one stands. */
export function createStageDesigns(deps: {
  store: Store;
  creatorId: string;
  stages: Stages;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, stages, onFault } = deps;
  const known = new Map<string, StageDesign>();
  const listeners = createListeners<string>(onFault);
  const door = createDoor();
  stages.onCut((id) => {
    if (!isStage(id)) known.delete(id);
  });
  const isStage = (id: string) => stages.list().some((stage) => stage.id === id);

  async function of(id: string): Promise<StageDesign | null> {
    if (!isStage(id)) return null;
    const before = known.get(id);
    if (before) return before;
    const kept = await readDesign(store.db, creatorId, id);
    // Another may have been given while this one was read.
    const design = known.get(id) ?? openKeptDesign(kept);
    known.set(id, design);
    return design;
  }

  return {
    /** Told with the id of a stage that looks otherwise now. */
    onChange: listeners.add,
    of,
    /** How a stage shows gifts. Of a design that nobody has asked for yet: by their names alone. */
    giftsOf(id: string): GiftShowing {
      const design = known.get(id);
      if (!design) return NAMES_ALONE;
      const { prices, pictures } = design.giftTalk;
      return { least: design.alerts.types.gift.least, prices, pictures };
    },
    /** False when there is no such stage. */
    put(id: string, design: StageDesign): Promise<boolean> {
      return door.run(async () => {
        if (!isStage(id)) return false;
        await writeDesign(store.db, creatorId, id, design);
        known.set(id, design);
        listeners.tell(id);
        return true;
      });
    },
  };
}
