import type { DeskRow } from '../../shared/desk-view.ts';
import { foldedText, searchWords } from '../../shared/folded-text.ts';
import { isOpen } from '../../shared/request-states.ts';
import type { Instant } from '../../shared/time.ts';
import { isBack } from './filters.ts';

export { isOpen };

/** Whether it may be spam, by the rules; what was just answered here is none any more. */
export function isSuspect({ spamSign, state }: Pick<DeskRow, 'spamSign' | 'state'>): boolean {
  return spamSign !== null && state === 'new';
}

/** Within this before it is lost, an ask goes before those who have only waited. */
const URGENT_MILLIS = 24 * 60 * 60_000;

/** Within this it stands in red: on an evening before a show most of a list is urgent, and colour would say nothing. */
const NEAR_MILLIS = 2 * 60 * 60_000;

/** Whether something of the ask is lost soon, and not yet; a promise that was not kept is still to be made good. */
export function isUrgent({ loss }: Pick<DeskRow, 'loss'>, now: Instant): boolean {
  const left = loss ? Date.parse(loss.at) - Date.parse(now) : Number.POSITIVE_INFINITY;
  return (left > 0 || loss?.what === 'promised') && left < URGENT_MILLIS;
}

/** Whether it is urgent and near, or late already. */
export function isNear(row: Pick<DeskRow, 'loss'>, now: Instant): boolean {
  return isUrgent(row, now) && Date.parse(row.loss?.at ?? '') - Date.parse(now) < NEAR_MILLIS;
}

/**
 * What is lost first comes first: an ask of which something is lost within a day, by when, and before these what is back
 * from being put aside, since somebody meant to look at it by now; then who else waits for the desk, the longest wait on
 * top; then the rest, the latest change on top.
 */
export function inOrder(requests: ReadonlyArray<DeskRow>, now: Instant): DeskRow[] {
  const ranked = requests.map((row) => ({ row, rank: rankOf(row, now) }));
  // Instants of one form compare as they are; a collation would take most of the time of a long list.
  const order = (a: string, b: string) => (a < b ? -1 : a > b ? 1 : 0);
  ranked.sort((a, b) => {
    if (a.rank !== b.rank) return a.rank - b.rank;
    if (a.rank === 0) return dueAt(a.row, now) - dueAt(b.row, now);
    return a.rank === 1 ? order(a.row.since, b.row.since) : order(b.row.since, a.row.since);
  });
  return ranked.map(({ row }) => row);
}

function rankOf(row: DeskRow, now: Instant): number {
  if (isUrgent(row, now) || isBack(row, now)) return 0;
  return row.state === 'new' ? 1 : isOpen(row) ? 2 : 3;
}

/** When something of an urgent row is lost, or since when it is back. */
function dueAt(row: DeskRow, now: Instant): number {
  return Date.parse((isBack(row, now) ? row.snoozedUntil : row.loss?.at) ?? '');
}

/** True when each word of the search stands in the name: what the page knows by itself, before the server has answered. */
export function isNamed(request: Pick<DeskRow, 'name'>, search: string): boolean {
  const name = foldedText(request.name);
  return searchWords(search).every((word) => name.includes(word));
}

/** The neighbour in the list; the first when nothing is chosen, the same at either end. */
export function step(ids: ReadonlyArray<string>, selected: string | null, by: 1 | -1): string | null {
  const at = selected === null ? -1 : ids.indexOf(selected);
  if (at === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}

/** Other open requests that want the very same time. */
export function rivals(requests: ReadonlyArray<DeskRow>, request: Pick<DeskRow, 'id' | 'start'>): DeskRow[] {
  if (request.start === null) return [];
  return requests.filter((each) => each.id !== request.id && isOpen(each) && each.start === request.start);
}

/** The free starts nearest to the wanted one, at most `most`, in the order of time. Without a wanted one, the first. */
export function nearestStarts(starts: ReadonlyArray<Instant>, wanted: Instant | null, most: number): Instant[] {
  if (wanted === null) return starts.slice(0, most);
  const distance = (start: Instant) => Math.abs(Date.parse(start) - Date.parse(wanted));
  return starts
    .filter((start) => Date.parse(start) !== Date.parse(wanted))
    .sort((a, b) => distance(a) - distance(b))
    .slice(0, most)
    .sort();
}

/** Without accents and case, for comparing what is typed. */
export function plain(text: string): string {
  return text.normalize('NFD').replace(/\p{M}/gu, '').toLowerCase();
}
