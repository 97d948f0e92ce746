/** So many values, of up to eight columns each, are fewer than either store takes in one statement: SQLite 32,766, PostgreSQL 65,535. */
const A_STATEMENT = 1000;

/** A list of values in parts that a statement each takes. Whoever needs an order over all of them sorts what comes. */
export async function inSlices<Value, Row>(
  values: ReadonlyArray<Value>,
  work: (some: ReadonlyArray<Value>) => Promise<ReadonlyArray<Row>>,
): Promise<Row[]> {
  const found: Row[][] = [];
  for (let at = 0; at < values.length; at += A_STATEMENT)
    found.push([...(await work(values.slice(at, at + A_STATEMENT)))]);
  return found.flat();
}

/** The same for statements that answer with nothing. */
export async function eachSlice<Value>(
  values: ReadonlyArray<Value>,
  work: (some: ReadonlyArray<Value>) => Promise<unknown>,
): Promise<void> {
  await inSlices(values, async (some) => {
    await work(some);
    return [];
  });
}
