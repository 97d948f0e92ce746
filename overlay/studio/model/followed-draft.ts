import { type ReadonlySignal, signal } from '@preact/signals';
import type { Answer } from '../../parts/ask.ts';
import { type Draft, draftOf } from './draft.ts';

/** What the server has, with the revision that it is named by. */
export interface Revised<T> {
  readonly value: T;
  readonly revision: string;
}

/** A draft of what others may change meanwhile: it follows them while nothing is unsaved, and never saves over them unasked. */
export interface FollowedDraft<T> extends Draft<T> {
  /** Others have changed it, and what stands here is not saved: a person says which of the two it shall be. */
  readonly overtaken: ReadonlySignal<boolean>;
  /** To be told what the server has, whenever that may be news. */
  meet(there: Revised<T>): void;
  takeTheirs(): void;
  saveMine(): Promise<void>;
}

interface FollowedOptions<T> {
  readonly initial: Revised<T>;
  /** Saves upon that revision; the answer's etag is the new one. Refused as `rules-changed` where that is not the newest. */
  put(value: T, upon: string): Promise<Answer<unknown>>;
  missing?(value: T): ReadonlyArray<string>;
  readonly byHand?: boolean;
}

export function followedDraft<T>({ initial, put, ...options }: FollowedOptions<T>): FollowedDraft<T> {
  const overtaken = signal(false);
  let upon = initial.revision;
  let there = initial;
  async function save(value: T): Promise<Answer<unknown>> {
    const answer = await put(value, upon);
    if (answer.type === 'done') {
      upon = /"([\w-]+)"/.exec(answer.etag ?? '')?.[1] ?? upon;
      overtaken.value = false;
    } else if (answer.why === 'rules-changed') overtaken.value = true;
    return answer;
  }
  const draft = draftOf({ initial: initial.value, save, ...options });
  const isSaved = () => draft.state.peek().type === 'saved';
  function takeTheirs(): void {
    upon = there.revision;
    overtaken.value = false;
    draft.beginAnew(there.value);
  }
  return {
    ...draft,
    overtaken,
    meet(next) {
      // What was told before a save of ours is told again until the next view: only another revision is news.
      if (next.revision === there.revision) return;
      there = next;
      if (next.revision === upon) overtaken.value = false;
      if (next.revision === upon || draft.state.peek().type === 'saving') return;
      if (isSaved()) takeTheirs();
      else overtaken.value = true;
    },
    takeTheirs,
    async saveMine() {
      upon = there.revision;
      overtaken.value = false;
      const mine = draft.value.peek();
      // What stands here may be as the server had it before the others: it differs from what it has now.
      draft.adopt(there.value);
      draft.edit(mine);
      await draft.flush();
    },
  };
}
