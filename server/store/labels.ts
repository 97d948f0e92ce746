import type { Label } from '../../shared/labels.ts';
import { eachSlice, inSlices } from './slices.ts';
import type { Db, Tx } from './store.ts';

/** Whether any person has a label: where none has, nobody's keys need to be made. */
export async function isAnyPersonLabelled(db: Db | Tx, creatorId: string): Promise<boolean> {
  const row = await db
    .selectFrom('person_label')
    .select('hash')
    .where('creator_id', '=', creatorId)
    .limit(1)
    .executeTakeFirst();
  return row !== undefined;
}

/** All labels, by name. */
export async function readLabels(db: Db | Tx, creatorId: string): Promise<Label[]> {
  const rows = await db
    .selectFrom('label')
    .selectAll()
    .where('creator_id', '=', creatorId)
    .orderBy('name_key')
    .execute();
  return rows.map(({ id, name, colour }) => ({ id, name, colour: colour as Label['colour'] }));
}

/** Rejects with a unique key that is taken when another has the name. */
export async function addLabel(tx: Db | Tx, creatorId: string, label: Label): Promise<void> {
  await tx
    .insertInto('label')
    .values({ creator_id: creatorId, ...rowOf(label) })
    .execute();
}

/** False when there is none such. Rejects as {@link addLabel} does. */
export async function replaceLabel(db: Db, creatorId: string, label: Label): Promise<boolean> {
  const result = await db
    .updateTable('label')
    .set(rowOf(label))
    .where('creator_id', '=', creatorId)
    .where('id', '=', label.id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** Keeps a label from being taken away until the transaction is over; false when there is none such any more. */
export async function holdLabel(tx: Tx, creatorId: string, id: string): Promise<boolean> {
  const result = await tx
    .updateTable('label')
    .set((label) => ({ colour: label.ref('colour') }))
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** How many requests have it themselves, and the keys of the people who have it. */
export async function labelPlaces(
  db: Db,
  creatorId: string,
  id: string,
): Promise<{ readonly requests: number; readonly hashes: ReadonlySet<string> }> {
  const requests = await db
    .selectFrom('request_label')
    .select((query) => query.fn.countAll().as('count'))
    .where('creator_id', '=', creatorId)
    .where('label_id', '=', id)
    .executeTakeFirstOrThrow();
  const people = await db
    .selectFrom('person_label')
    .select('hash')
    .where('creator_id', '=', creatorId)
    .where('label_id', '=', id)
    .execute();
  return { requests: Number(requests.count), hashes: new Set(people.map(({ hash }) => hash)) };
}

/** Takes it away from everything that has it; false when there was none such. */
export async function dropLabel(tx: Tx, creatorId: string, id: string): Promise<boolean> {
  const result = await tx
    .deleteFrom('label')
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .executeTakeFirst();
  return result.numDeletedRows === 1n;
}

export async function putOnRequest(tx: Tx, creatorId: string, request: string, label: string): Promise<void> {
  await tx
    .insertInto('request_label')
    .values({ creator_id: creatorId, request_id: request, label_id: label })
    .onConflict((taken) => taken.columns(['creator_id', 'request_id', 'label_id']).doNothing())
    .execute();
}

/** Takes a label off a request; all of them without one. */
export async function takeOffRequest(tx: Tx, creatorId: string, request: string, label?: string): Promise<void> {
  let drop = tx.deleteFrom('request_label').where('creator_id', '=', creatorId).where('request_id', '=', request);
  if (label !== undefined) drop = drop.where('label_id', '=', label);
  await drop.execute();
}

/** `hashes`: the keys of a person. */
export async function putOnPerson(
  tx: Tx,
  creatorId: string,
  hashes: ReadonlyArray<string>,
  label: string,
): Promise<void> {
  const rows = [...new Set(hashes)].map((hash) => ({ creator_id: creatorId, hash, label_id: label }));
  await eachSlice(rows, (some) =>
    tx
      .insertInto('person_label')
      .values(some)
      .onConflict((taken) => taken.columns(['creator_id', 'hash', 'label_id']).doNothing())
      .execute(),
  );
}

/** Takes a label off whoever has any of these keys; all of them without one. */
export async function takeOffPerson(
  tx: Tx,
  creatorId: string,
  hashes: ReadonlyArray<string>,
  label?: string,
): Promise<void> {
  await eachSlice(hashes, (some) => {
    let drop = tx.deleteFrom('person_label').where('creator_id', '=', creatorId).where('hash', 'in', some);
    if (label !== undefined) drop = drop.where('label_id', '=', label);
    return drop.execute();
  });
}

/** The labels of these requests themselves. */
export async function labelsOfRequests(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, string[]>> {
  const rows = await inSlices(requests, (some) =>
    db
      .selectFrom('request_label')
      .select(['request_id', 'label_id'])
      .where('creator_id', '=', creatorId)
      .where('request_id', 'in', some)
      .orderBy('label_id')
      .execute(),
  );
  return grouped(rows.map(({ request_id, label_id }) => [request_id, label_id]));
}

/** The labels that people have under these keys of theirs. */
export async function labelsOfPeople(
  db: Db | Tx,
  creatorId: string,
  hashes: ReadonlyArray<string>,
): Promise<Map<string, string[]>> {
  const rows = await inSlices(hashes, (some) =>
    db
      .selectFrom('person_label')
      .select(['hash', 'label_id'])
      .where('creator_id', '=', creatorId)
      .where('hash', 'in', some)
      .orderBy('label_id')
      .execute(),
  );
  return grouped(rows.map(({ hash, label_id }) => [hash, label_id]));
}

function grouped(pairs: ReadonlyArray<readonly [string, string]>): Map<string, string[]> {
  const found = new Map<string, string[]>();
  for (const [key, value] of pairs) {
    const known = found.get(key);
    if (known) known.push(value);
    else found.set(key, [value]);
  }
  return found;
}

function rowOf({ id, name, colour }: Label) {
  // Names that differ in case alone could not be told apart where they are typed.
  return { id, name, name_key: name.toLowerCase(), colour };
}
