import type { DeskChoice } from '../../shared/desk-team.ts';
import { readChoice, writeChoice } from '../store/desk-choices.ts';
import type { Store } from '../store/store.ts';
import { createListeners } from './listeners.ts';

export type DeskChoices = ReturnType<typeof createDeskChoices>;

/** What each person has chosen about the desk, on all of their devices alike. */
export function createDeskChoices(deps: { store: Store; creatorId: string; onFault: (error: unknown) => void }) {
  const { store, creatorId } = deps;
  const changed = createListeners<void>(deps.onFault);
  return {
    onChange: changed.add,
    of: (person: string): Promise<DeskChoice> => readChoice(store.db, creatorId, person),
    async choose(person: string, choice: DeskChoice): Promise<void> {
      await writeChoice(store.db, creatorId, person, choice);
      changed.tell();
    },
  };
}
