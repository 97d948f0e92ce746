import { Kysely, PostgresDialect, sql } from 'kysely';
import { moveSeq } from './journal.ts';
import { migrateUp } from './migrate.ts';
import { type Store, type Tx, UnusableStore } from './store.ts';
import type { EventTable } from './tables/live.ts';
import type { Tables } from './tables.ts';

/** SQLSTATE of a serialization failure and a deadlock: the transaction may be run again. */
const RETRYABLE = new Set(['40001', '40P01']);
const UNIQUE_VIOLATION = '23505';
const TRIES = 5;
/** PostgreSQL takes at most 65,535 parameters; a row of the journal has nine. */
const ROWS_A_STATEMENT = 5000;

/**
 * Opens the hosted store and brings its schema up to date. Throws {@link UnusableStore} when the server is not there.
 * The driver is loaded only here, so the embedded edition never pays for it.
 */
export async function openPostgres(url: string, onLost: (error: Error) => void): Promise<Store> {
  const { default: pg } = await import('pg');
  // 64-bit integers come as text by default; ours are counts and milliseconds, all below 2^53.
  const types = {
    getTypeParser: (oid: number, format?: 'text' | 'binary') =>
      oid === 20 ? Number : pg.types.getTypeParser(oid, format),
  };
  const pool = new pg.Pool({
    connectionString: url,
    max: 10,
    connectionTimeoutMillis: 2000,
    statement_timeout: 5000,
    types: types as never,
  });
  // Without a listener a restart of the database would end this process. The pool itself listens to idle clients alone, so
  // each has ours from its first moment; what the pool then tells has been told.
  pool.on('connect', (client) => client.on('error', onLost));
  pool.on('error', () => undefined);
  const db = new Kysely<Tables>({ dialect: new PostgresDialect({ pool }) });
  try {
    await migrateUp(db);
  } catch (error) {
    await db.destroy();
    const why = error instanceof Error ? error.message || String(error) : String(error);
    throw new UnusableStore(
      `The PostgreSQL database cannot be used (${why}). Check DATABASE_URL and that the server runs.`,
      {
        cause: error,
      },
    );
  }
  return {
    kind: 'postgres',
    db,
    transaction: (work) => withRetry(() => db.transaction().execute(work)),
    knownIds: async (tx: Tx, creatorId: string, source: string, ids: ReadonlyArray<string>) => {
      const rows = await tx
        .selectFrom('event')
        .select('id')
        .where('creator_id', '=', creatorId)
        .where('source', '=', source)
        .where(sql<boolean>`id = any(${ids}::text[])`)
        .execute();
      return rows.map((row) => row.id);
    },
    moveSeq,
    insertEvents: async (tx: Tx, rows: ReadonlyArray<EventTable>) => {
      for (let at = 0; at < rows.length; at += ROWS_A_STATEMENT) {
        await tx
          .insertInto('event')
          .values(rows.slice(at, at + ROWS_A_STATEMENT))
          .execute();
      }
    },
    isUniqueTaken: (error) => codeOf(error) === UNIQUE_VIOLATION,
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: () => db.destroy(),
  };
}

async function withRetry<T>(work: () => Promise<T>): Promise<T> {
  for (let tried = 1; ; tried++) {
    try {
      return await work();
    } catch (error) {
      if (tried >= TRIES || !RETRYABLE.has(codeOf(error) ?? '')) throw error;
    }
  }
}

function codeOf(error: unknown): string | undefined {
  return error instanceof Error && 'code' in error && typeof error.code === 'string' ? error.code : undefined;
}
