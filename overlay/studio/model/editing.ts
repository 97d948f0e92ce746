import { computed, type ReadonlySignal, signal } from '@preact/signals';
import type { StageDesign } from '../../../shared/stage-design.ts';
import type { Answer } from '../../parts/ask.ts';
import { type DesignSaves, designSaves } from './design-saves.ts';
import type { DesignServer, RevisedDesign } from './design-server.ts';
import { type Draft, type DraftState, draftOf } from './draft.ts';
import { historyOf, record, redo, undo } from './history.ts';
import { sameDesign } from './same-design.ts';

/** One stage's design while it is shaped: every edit can be taken back and is saved by itself. */
export interface Editing {
  readonly stage: string;
  readonly design: ReadonlySignal<StageDesign>;
  readonly state: ReadonlySignal<DraftState>;
  /** Another studio has saved since this one began: nothing is sent until {@link takeTheirs} or {@link keepMine}. */
  readonly conflict: ReadonlySignal<boolean>;
  /** What is shown came from another studio; until the next edit here. */
  readonly followed: ReadonlySignal<boolean>;
  readonly canUndo: ReadonlySignal<boolean>;
  readonly canRedo: ReadonlySignal<boolean>;
  /** `mark` joins edits of one thing, made in a row, to one step of undo. */
  edit(next: StageDesign, mark?: string): void;
  undo(): void;
  redo(): void;
  /** Sends at once what waits or was refused; resolves when the server has answered. */
  save(): Promise<void>;
  /** Shows what the server had, as a step that can be taken back; nothing where what is shown is newer. */
  follow(theirs: RevisedDesign): void;
  /** The server tells that its design has this revision: shown at once, unless something here is not saved. */
  heard(revision: number): Promise<void>;
  /** Shows what the server has, as a step that can be taken back. A refusal leaves everything as it was. */
  takeTheirs(): Promise<Answer<unknown>>;
  /** Saves what is here in the place of what the server has now. A refusal leaves everything as it was. */
  keepMine(): Promise<Answer<unknown>>;
}

interface EditingOptions {
  readonly stage: string;
  readonly first: RevisedDesign;
  readonly server: DesignServer;
  nowMillis?(): number;
}

export function editingOf({ stage, first, server, nowMillis = Date.now }: EditingOptions): Editing {
  const history = signal(historyOf(first.design));
  const followed = signal(false);
  const saves = designSaves(server, first.revision);
  const draft = draftOf({ initial: first.design, save: saves.save });

  function turn(next: typeof history.value): void {
    if (next.present === history.value.present) return;
    history.value = next;
    followed.value = false;
    draft.edit(next.present);
  }
  function follow(theirs: RevisedDesign): void {
    saves.upon(theirs.revision);
    if (!sameDesign(theirs.design, history.value.present)) {
      history.value = record(history.value, theirs.design, 'theirs', nowMillis());
      followed.value = true;
    }
    draft.adopt(history.value.present);
  }
  return {
    stage,
    design: computed(() => history.value.present),
    state: draft.state,
    conflict: saves.conflict,
    followed,
    canUndo: computed(() => history.value.past.length > 0),
    canRedo: computed(() => history.value.future.length > 0),
    edit: (next, mark) => turn(record(history.value, next, mark ?? null, nowMillis())),
    undo: () => turn(undo(history.value)),
    redo: () => turn(redo(history.value)),
    save: () => draft.flush(),
    follow: (theirs) => {
      if (theirs.revision >= saves.revision()) follow(theirs);
    },
    ...withOthers(server, saves, draft, follow),
  };
}

/** What another studio's design means for what stands here. */
function withOthers(
  server: DesignServer,
  saves: DesignSaves,
  draft: Draft<StageDesign>,
  follow: (theirs: RevisedDesign) => void,
): Pick<Editing, 'heard' | 'takeTheirs' | 'keepMine'> {
  const isSaved = () => draft.state.peek().type === 'saved';
  return {
    async heard(revision) {
      if (!isSaved() || revision <= saves.revision()) return;
      const theirs = await server.load();
      // Somebody may have begun to shape meanwhile: their save will find out. One that is through by now is newer than this.
      if (theirs.type === 'done' && isSaved() && theirs.value.revision > saves.revision()) follow(theirs.value);
    },
    async takeTheirs() {
      const theirs = await server.load();
      if (theirs.type === 'done') follow(theirs.value);
      return theirs;
    },
    async keepMine() {
      const theirs = await server.load();
      if (theirs.type === 'done') {
        saves.upon(theirs.value.revision);
        await draft.flush();
      }
      return theirs;
    },
  };
}
