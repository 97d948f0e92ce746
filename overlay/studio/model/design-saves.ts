import { signal } from '@preact/signals';
import type { StageDesign } from '../../../shared/stage-design.ts';
import { type Answer, refusedAs } from '../../parts/ask.ts';
import type { DesignServer } from './design-server.ts';
import { sameDesign } from './same-design.ts';

export type DesignSaves = ReturnType<typeof designSaves>;

/** Each save upon the revision that the last answer told. One that finds another's design raises `conflict`. */
export function designSaves(server: DesignServer, first: number) {
  const conflict = signal(false);
  let revision = first;
  /** What was sent without an answer coming back: the server may have kept it. */
  let unanswered: StageDesign | null = null;

  async function save(design: StageDesign): Promise<Answer<unknown>> {
    if (conflict.value) return refusedAs('design-changed');
    const answer = await server.save(design, revision);
    if (answer.type === 'done') revision = answer.value.revision;
    if (answer.type === 'done' || answer.why !== 'design-changed') {
      unanswered = answer.type === 'refused' && answer.why === 'offline' ? design : null;
      return answer;
    }
    return await meet(design, answer);
  }
  /** Not every newer design is another's: it may be the one whose answer was lost on the way. */
  async function meet(design: StageDesign, refused: Answer<unknown>): Promise<Answer<unknown>> {
    const there = await server.load();
    if (there.type === 'refused') return there;
    if (sameDesign(there.value.design, design)) {
      revision = there.value.revision;
      return there;
    }
    if (unanswered && sameDesign(there.value.design, unanswered)) {
      revision = there.value.revision;
      unanswered = null;
      return await save(design);
    }
    conflict.value = true;
    return refused;
  }
  return {
    /** Another's design is in the way: nothing is sent until {@link upon} is told. */
    conflict,
    save,
    revision: () => revision,
    /** The next save is made upon this revision, which the person has been told of. */
    upon(next: number): void {
      revision = next;
      conflict.value = false;
    },
  };
}
