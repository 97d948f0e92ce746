import type { JournalEntry } from '../../shared/events.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { entryOf } from './journal.ts';
import { readSetting, writeSetting } from './settings.ts';
import type { Tx } from './store.ts';

const GONE_TO = 'words-gone-to';

/** Up to which entry of the journal nobody's words are kept any more; 0 when that was never begun. */
export async function wordsGoneTo(tx: Tx, creatorId: string): Promise<number> {
  const seq = await readSetting(tx, creatorId, GONE_TO);
  return typeof seq === 'number' ? seq : 0;
}

export async function writeWordsGoneTo(tx: Tx, creatorId: string, seq: number, now: EpochMillis): Promise<void> {
  await writeSetting(tx, creatorId, GONE_TO, seq, now);
}

/**
 * Up to `limit` entries after `after`, in order, up to the first that was not taken in before that moment: what is newer is
 * not even looked at, since that may be a million rows.
 */
export async function entriesTakenInBefore(
  tx: Tx,
  creatorId: string,
  after: number,
  before: EpochMillis,
  limit: number,
): Promise<JournalEntry[]> {
  const rows = await tx
    .selectFrom('event')
    .select(['seq', 'body', 'received_at'])
    .where('creator_id', '=', creatorId)
    .where('seq', '>', after)
    .orderBy('seq')
    .limit(limit)
    .execute();
  const end = rows.findIndex(({ received_at }) => received_at >= before);
  return (end === -1 ? rows : rows.slice(0, end)).map(entryOf);
}

/** Puts an entry in the place of the one with its number. */
export async function rewriteEntry(tx: Tx, creatorId: string, { seq, ...event }: JournalEntry): Promise<void> {
  await tx
    .updateTable('event')
    .set({ body: JSON.stringify(event) })
    .where('creator_id', '=', creatorId)
    .where('seq', '=', seq)
    .execute();
}
