import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { StageDesign } from '../../../shared/stage-design.ts';
import type { Answer } from '../../parts/ask.ts';
import { type DraftState, draftOf } from './draft.ts';
import { historyOf, record, redo, undo } from './history.ts';

/** One stage's design while it is shaped: every edit can be taken back and is saved by itself. */
export interface Editing {
  readonly stage: string;
  readonly design: ReadonlySignal<StageDesign>;
  readonly state: ReadonlySignal<DraftState>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** `mark` joins edits of one thing, made in a row, to one step of undo. */
  edit(next: StageDesign, mark?: string): void;
  undo(): void;
  redo(): void;
  /** Sends at once what waits or was refused; resolves when the server has answered. */
  save(): Promise<void>;
}

interface EditingOptions {
  readonly stage: string;
  readonly first: StageDesign;
  save(design: StageDesign): Promise<Answer<unknown>>;
  nowMillis?(): number;
}

export function editingOf({ stage, first, save, nowMillis = Date.now }: EditingOptions): Editing {
  const history = signal(historyOf(first));
  const draft = draftOf({ initial: first, save });
  function turn(next: typeof history.value): void {
    if (next.present === history.value.present) return;
    history.value = next;
    draft.edit(next.present);
  }
  return {
    stage,
    design: computed(() => history.value.present),
    state: draft.state,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    edit: (next, mark) => turn(record(history.value, next, mark ?? null, nowMillis())),
    undo: () => turn(undo(history.value)),
    redo: () => turn(redo(history.value)),
    save: () => draft.flush(),
  };
}
