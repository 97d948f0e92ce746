import { FIRST_DESIGN } from '../../shared/first-design.ts';
import { StageDesign } from '../../shared/stage-design.ts';
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
  const isStage = (id: string) => stages.list().some((stage) => stage.id === id);

  /** A kept design of an older form reads as far as it fits, and else as the first one: a stage is never without. */
  async function of(id: string): Promise<StageDesign | null> {
    if (!isStage(id)) return null;
    const before = known.get(id);
    if (before) return before;
    const kept = await readDesign(store.db, creatorId, id);
    const read = StageDesign.safeParse({ ...FIRST_DESIGN, ...(kept ?? {}) });
    const design = read.success ? read.data : FIRST_DESIGN;
    known.set(id, design);
    return design;
  }

  return {
    /** Told with the id of a stage that looks otherwise now. */
    onChange: listeners.add,
    of,
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
