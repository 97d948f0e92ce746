import type { DeskViewDraft, KeptDeskView } from '../../shared/kept-desk-views.ts';
import { may, type Right } from '../../shared/rights.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { awaitTurn } from '../store/await-turn.ts';
import { addDeskView, dropDeskView, readDeskViews } from '../store/desk-views.ts';
import type { Store } from '../store/store.ts';
import { createListeners } from './listeners.ts';

/** More than anybody chooses from; everybody's count by themselves. */
const MOST = 20;

/** Who keeps a view. */
interface Keeper {
  readonly id: string;
  readonly rights: ReadonlyArray<Right>;
}

export type DeskViews = ReturnType<typeof createDeskViews>;

/** Views of the desk that are kept under a name, each of one person or of everybody. */
export function createDeskViews(deps: {
  store: Store;
  creatorId: string;
  newId: () => string;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId } = deps;
  const changed = createListeners<void>(deps.onFault);
  return {
    /** Told after each change is kept. */
    onChange: changed.add,
    /** The person's own and everybody's, by name. */
    of: (person: string): Promise<KeptDeskView[]> => readDeskViews(store.db, creatorId, person),
    /** Refuses with `not-allowed`, `view-name-taken` or `too-many-views`. */
    async add(draft: DeskViewDraft, by: Keeper): Promise<KeptDeskView | Refusal> {
      if (draft.shared && !may(by, 'settings')) return refuse('not-allowed');
      const view = { ...draft, id: deps.newId() };
      try {
        const full = await store.transaction(async (tx) => {
          await awaitTurn(store, tx, creatorId, 'desk-views');
          const all = await readDeskViews(tx, creatorId, by.id);
          if (all.filter(({ shared }) => shared === draft.shared).length >= MOST) return true;
          await addDeskView(tx, creatorId, by.id, view);
          return false;
        });
        if (full) return refuse('too-many-views');
      } catch (error) {
        if (store.isUniqueTaken(error)) return refuse('view-name-taken');
        throw error;
      }
      changed.tell();
      return view;
    },
    /** Refuses with `not-found`, also for another person's, and with `not-allowed`. */
    async remove(id: string, by: Keeper): Promise<null | Refusal> {
      const view = (await readDeskViews(store.db, creatorId, by.id)).find((each) => each.id === id);
      if (!view) return refuse('not-found');
      if (view.shared && !may(by, 'settings')) return refuse('not-allowed');
      await dropDeskView(store.db, creatorId, id);
      changed.tell();
      return null;
    },
  };
}
