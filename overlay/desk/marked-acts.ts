import { BULK_ACTS, type BulkActType } from '../../shared/bulk-acts.ts';
import { showList } from './chat-place.ts';
import { isClaimed } from './filters.ts';
import type { KeyAct } from './keys.ts';
import { labels } from './labels.ts';
import { actOnMarked, bulkSingle, marked, markedAsk, markedSet } from './marks.ts';
import { canAct, fresh, listed, me, now } from './state.ts';

/** What this person can do with all that are marked: one list for the bar, the keys and the palette. */
export function markedActs(): ReadonlyArray<BulkActType> {
  return BULK_ACTS.filter((act) => canAct(act) && (act !== 'label' || labels.value.length > 0));
}

/** Does it, or asks first what there is to be asked. */
export function runMarked(act: BulkActType): void {
  if (!fresh.value) return;
  // What is asked, and what came of it, stands under the list.
  showList();
  if (act === 'decline' || act === 'reply' || act === 'snooze' || act === 'label') markedAsk.value = act;
  else void actOnMarked({ type: act });
}

/**
 * Does with all that are marked what a key does with one, and says so where that is for one alone: an act on the open
 * request is not what somebody means who has marked others. False when none are marked.
 */
export function pressMarked(key: KeyAct): boolean {
  if (marked.value.length === 0) return false;
  const act = markedActs().find((one) => one === (key === 'claim' ? claimOrRelease() : key));
  if (act) runMarked(act);
  else {
    showList();
    bulkSingle.value = key;
  }
  return true;
}

/** As the key does with one: what is all this person's is released. */
function claimOrRelease(): BulkActType {
  const rows = listed.value.filter(({ id }) => markedSet.value.has(id));
  return rows.every((row) => isClaimed(row, now.value, me.value)) ? 'release' : 'claim';
}
