import { isPlaceOf, neighbourOf, type Place } from './neighbours.ts';
import { listed, selectedId } from './state.ts';

/*
 * An act moves its row: an answered one sinks, an accepted one leaves the list. The next row is the one that followed
 * before that, not the one that follows where the row has gone, until somebody has moved by themselves or some time has gone.
 */

let place: Place | null = null;
selectedId.subscribe(() => {
  place = null;
});

/** Notes where the chosen row stands, as something is done to it. */
export function noteActed(request: string): void {
  if (request !== selectedId.peek()) return;
  const ids = listed.peek().map(({ id }) => id);
  const at = ids.indexOf(request);
  const nowMillis = performance.now();
  // A second act on a row that the first has moved does not make its new place the one to go on from.
  if (isPlaceOf(place, request, nowMillis) && place.after[0] !== ids[at + 1]) return;
  if (at !== -1) place = { request, before: ids.slice(0, at), after: ids.slice(at + 1), atMillis: nowMillis };
}

/** The neighbour of the place where the chosen row was acted on; null when nothing was done to it, or there is none. */
export function followerOf(ids: ReadonlyArray<string>, selected: string | null, by: 1 | -1): string | null {
  const from = place;
  place = null;
  return isPlaceOf(from, selected, performance.now()) ? neighbourOf(from, ids, by) : null;
}
