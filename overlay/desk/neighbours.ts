/** What stood before and after a row, in the order of the list. */
export interface Neighbours {
  readonly before: ReadonlyArray<string>;
  readonly after: ReadonlyArray<string>;
}

/** The nearest of what stood there that is in the list still; null when none is. */
export function neighbourOf({ before, after }: Neighbours, ids: ReadonlyArray<string>, by: 1 | -1): string | null {
  const there = new Set(ids);
  return (by === 1 ? after.find((id) => there.has(id)) : before.findLast((id) => there.has(id))) ?? null;
}

/** Where a row stood as something was done to it, and when. */
export interface Place extends Neighbours {
  readonly request: string;
  readonly atMillis: number;
}

/** As long as somebody still remembers where in the list they were. */
const PLACE_MILLIS = 30_000;

/** Whether the keys go on from there: the row is still the chosen one, and it is not long ago. */
export function isPlaceOf(place: Place | null, selected: string | null, nowMillis: number): place is Place {
  return place !== null && place.request === selected && nowMillis - place.atMillis < PLACE_MILLIS;
}
