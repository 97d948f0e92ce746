/** How many rows above the first that is in sight have neither been in sight nor are known. */
export function newAbove(ids: ReadonlyArray<string>, first: number, known: ReadonlySet<string>): number {
  return ids.slice(0, first).filter((id) => !known.has(id)).length;
}
