import type { DeskRequest } from '../../shared/protocol.ts';
import { isOpen } from '../../shared/request-states.ts';
import type { Instant } from '../../shared/time.ts';

export { isOpen };

export const FILTERS = ['open', 'mine', 'all'] as const;
export type Filter = (typeof FILTERS)[number];

/** True while the claim of this member, or of anybody without `by`, holds. A lapsed claim is nobody's. */
export function isClaimed(request: Pick<DeskRequest, 'claim'>, now: Instant, by?: string): boolean {
  const { claim } = request;
  return claim !== null && claim.until >= now && (by === undefined || claim.by === by);
}

export function passes(request: DeskRequest, filter: Filter, me: string, now: Instant): boolean {
  if (filter === 'all') return true;
  return isOpen(request) && (filter === 'open' || isClaimed(request, now, me));
}

/** How many requests each filter shows. */
export function countsOf(requests: ReadonlyArray<DeskRequest>, me: string, now: Instant): Record<Filter, number> {
  const count = (filter: Filter) => requests.filter((request) => passes(request, filter, me, now)).length;
  return { open: count('open'), mine: count('mine'), all: requests.length };
}

/** Since when the viewer has been waiting for the desk; for the rest, when it changed last. Shown at the row's edge. */
export function since(request: DeskRequest): Instant {
  if (request.state !== 'new') return request.updatedAt;
  const firstOpen = request.messages.findLastIndex((message) => message.from === 'creator') + 1;
  return request.messages.slice(firstOpen).find((message) => message.from === 'viewer')?.at ?? request.createdAt;
}

/** Who waits for the desk comes first, the longest wait on top; then the rest, the latest change on top. */
export function inOrder(requests: ReadonlyArray<DeskRequest>): DeskRequest[] {
  const rank = (request: DeskRequest) => (request.state === 'new' ? 0 : isOpen(request) ? 1 : 2);
  return [...requests].sort((a, b) => {
    if (rank(a) !== rank(b)) return rank(a) - rank(b);
    return rank(a) === 0 ? since(a).localeCompare(since(b)) : since(b).localeCompare(since(a));
  });
}

/** True when each word of the search stands in name, service or a message, whatever its case or accents. */
export function matches(request: DeskRequest, search: string): boolean {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0) return true;
  const titles = Object.values(request.service.title).join(' ');
  const said = request.messages
    .filter((message) => message.from !== 'system')
    .map((message) => message.text)
    .join(' ');
  const whole = plain(`${request.name} ${titles} ${said}`);
  return words.every((word) => whole.includes(word));
}

/** The neighbour in the list; the first when nothing is chosen, the same at either end. */
export function step(ids: ReadonlyArray<string>, selected: string | null, by: 1 | -1): string | null {
  const at = selected === null ? -1 : ids.indexOf(selected);
  if (at === -1) return ids[0] ?? null;
  return ids[Math.min(ids.length - 1, Math.max(0, at + by))] ?? null;
}

/** Other open requests that want the very same time. */
export function rivals(requests: ReadonlyArray<DeskRequest>, request: DeskRequest): DeskRequest[] {
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
