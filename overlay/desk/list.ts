import type { DeskListPart, DeskRow, DeskRows } from '../../shared/desk-view.ts';

/** The list as the page has it, at one of the server's versions. */
export interface List {
  readonly version: number;
  readonly rows: ReadonlyMap<string, DeskRow>;
}

/** A list of which parts are still to come. */
export interface Arriving extends List {
  readonly total: number;
}

/** With one more part. Null: it does not follow what has arrived, which is of no use then. */
export function withPart(arriving: Arriving | null, part: DeskListPart): Arriving | null {
  const before = part.first === 0 ? new Map<string, DeskRow>() : arriving?.rows;
  if (!before || before.size !== part.first) return null;
  if (part.first > 0 && arriving?.version !== part.version) return null;
  const rows = new Map(before);
  for (const row of part.rows) rows.set(row.id, row);
  return { version: part.version, total: part.total, rows };
}

export function isWhole({ rows, total }: Arriving): boolean {
  return rows.size >= total;
}

/** The list after a change. Null: the page has missed one before it, and needs the whole list. */
export function withChange(list: List, change: DeskRows): List | null {
  if (change.from !== list.version) return null;
  const rows = new Map(list.rows);
  for (const id of change.gone) rows.delete(id);
  for (const row of change.rows) rows.set(row.id, newer(rows.get(row.id), row));
  return { version: change.version, rows };
}

/** The list with a request as the server just answered an act on it, ahead of the change that will say the same. */
export function withAnswer(list: List, answer: DeskRow): List {
  const known = list.rows.get(answer.id);
  return known ? { ...list, rows: new Map(list.rows).set(answer.id, ahead(known, answer)) } : list;
}

/**
 * An answer to an act, if it is ahead of what was told. Labels and looks change a request without a later time: an answer
 * that was long on its way may be of before the last of those, and what it says is told a moment later in any case.
 */
export function ahead<T extends { readonly updatedAt: string }>(known: T, answer: T): T {
  return answer.updatedAt > known.updatedAt ? answer : known;
}

/** Whichever changed later; of two alike the one that came later. */
export function newer<T extends { readonly updatedAt: string }>(known: T | undefined, told: T): T {
  return known && known.updatedAt > told.updatedAt ? known : told;
}
