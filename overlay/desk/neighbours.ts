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
