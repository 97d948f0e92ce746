import type { EpochMillis } from '../../shared/time.ts';
import { withoutWords } from '../core/live/said.ts';
import { entriesTakenInBefore, rewriteEntry, wordsGoneTo, writeWordsGoneTo } from '../store/journal-words.ts';
import type { Store } from '../store/store.ts';

const DAY_MS = 86_400_000;
/** Looked at in one transaction: an event of the live waits behind no more. */
const A_SLICE = 200;

/**
 * Takes what people said in lives more than `days` ago out of the journal: chat, questions, messages and the words of tips.
 * That they said something stays, with its number, so that counts, sessions and exports are whole. Answers of how many
 * entries. `stop` ends it early, and the next time goes on.
 */
export async function forgetOldWords(
  { store, creatorId, clock }: { store: Store; creatorId: string; clock: () => EpochMillis },
  days: number,
  stop?: AbortSignal,
): Promise<number> {
  let forgotten = 0;
  while (!stop?.aborted) {
    const slice = await store.transaction(async (tx) => {
      const from = await wordsGoneTo(tx, creatorId);
      const old = await entriesTakenInBefore(tx, creatorId, from, clock() - days * DAY_MS, A_SLICE);
      let done = 0;
      for (const { seq, ...event } of old) {
        const silent = withoutWords(event);
        if (!silent) continue;
        await rewriteEntry(tx, creatorId, { ...silent, seq });
        done += 1;
      }
      const last = old.at(-1);
      if (last) await writeWordsGoneTo(tx, creatorId, last.seq, clock());
      return { looked: old.length, done };
    });
    forgotten += slice.done;
    if (slice.looked < A_SLICE) break;
  }
  return forgotten;
}
