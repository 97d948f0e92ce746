import { chmodSync, closeSync, existsSync, openSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { DatabaseSync, type SQLInputValue } from 'node:sqlite';
import { Kysely, sql } from 'kysely';
import { isDiskFull } from '../core/disk-full.ts';
import { lockFolder } from './folder-lock.ts';
import { newestQuery, seqIn } from './journal.ts';
import { migrateUp } from './migrate.ts';
import { NodeSqliteDialect } from './node-sqlite.ts';
import { full, type Store, type Tx, UnusableStore } from './store.ts';
import type { EventTable } from './tables/live.ts';
import type { Tables } from './tables.ts';
import { createWriteBack } from './write-back.ts';

/** SQLite before this may corrupt a WAL database when a checkpoint and a write coincide (fixed in 3.51.3). */
export const OLDEST_SQLITE = '3.51.3';

const FILE = 'cuedesk.db';
/** The log goes back by itself long before (`write-back.ts`); at this many pages of 4 kB SQLite sends it, come what may. */
const MOST_WAL_PAGES = 40_000;
/** Rows of the journal that one statement adds when many come at once: a third cheaper than a statement each. */
const EVENTS_A_STATEMENT = 25;
const INSERT_EVENT = 'insert into event (creator_id, seq, source, id, session_id, type, at, received_at, body) values';
const ONE_EVENT = '(?, ?, ?, ?, ?, ?, ?, ?, ?)';

/**
 * Opens the embedded store in a folder that only this user can read, takes its lock and brings its schema up to date.
 * Throws {@link UnusableStore} when another Cuedesk has the folder, it cannot be written, the file is damaged, or
 * SQLite is too old. `onFault` is told what goes wrong beside the queries later.
 */
export async function openSqlite(folder: string, onFault: (error: unknown) => void = () => undefined): Promise<Store> {
  refuseOldSqlite();
  const unlock = lockFolder(folder);
  try {
    const file = join(folder, FILE);
    const database = openChecked(file);
    const db = new Kysely<Tables>({ dialect: new NodeSqliteDialect(database) });
    try {
      await migrateUp(db);
    } catch (error) {
      await db.destroy();
      throw error;
    }
    return storeOf(db, { database, file, onFault }, unlock);
  } catch (error) {
    unlock();
    throw error instanceof UnusableStore ? error : new UnusableStore(sentenceOf(error, folder), { cause: error });
  }
}

function refuseOldSqlite(): void {
  const version = process.versions.sqlite ?? '0';
  if (compareVersions(version, OLDEST_SQLITE) >= 0) return;
  throw new UnusableStore(
    `This Node carries SQLite ${version}, which can damage the database; ${OLDEST_SQLITE} or newer is needed. Install Node 24.21 or newer.`,
  );
}

/** Negative when `a` is older than `b`, by numbers between dots. */
export function compareVersions(a: string, b: string): number {
  const [left, right] = [a, b].map((text) => text.split('.').map(Number)) as [number[], number[]];
  for (let at = 0; at < Math.max(left.length, right.length); at++) {
    const difference = (left[at] ?? 0) - (right[at] ?? 0);
    if (difference !== 0) return difference;
  }
  return 0;
}

function openChecked(file: string): DatabaseSync {
  // SQLite would make it readable by all; its WAL takes after it.
  closeSync(openSync(file, 'a', 0o600));
  chmodSync(file, 0o600);
  // A start that was cut off before it had a write-ahead log left the other kind of journal, which only a writer can put back.
  const isHalfMade = existsSync(`${file}-journal`);
  if (!isHalfMade) refuseDamaged(file);
  const database = new DatabaseSync(file, { timeout: 5000 });
  try {
    database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma foreign_keys = on;');
    database.exec(
      `pragma wal_autocheckpoint = ${MOST_WAL_PAGES}; pragma cache_size = -16000; pragma temp_store = memory;`,
    );
    // What is deleted is written over: else it could be read in the file until its place is used again.
    database.exec('pragma secure_delete = on;');
    if (isHalfMade) checkWhole(database);
    return database;
  } catch (error) {
    database.close();
    throw error;
  }
}

/**
 * Looks through the database by a connection that cannot write: one that can is the last to close, and puts what a crash left
 * in the write-ahead log into the damaged file.
 */
function refuseDamaged(file: string): void {
  const absent = ['-wal', '-shm'].map((end) => `${file}${end}`).filter((beside) => !existsSync(beside));
  const database = new DatabaseSync(file, { readOnly: true, timeout: 5000 });
  try {
    checkWhole(database);
  } catch (error) {
    database.close();
    for (const made of absent) rmSync(made, { force: true });
    throw error;
  }
  database.close();
}

function checkWhole(database: DatabaseSync): void {
  const [row] = database.prepare('pragma quick_check(1)').all();
  if (row?.['quick_check'] !== 'ok') throw new Error(String(row?.['quick_check']));
}

function sentenceOf(error: unknown, folder: string): string {
  const said = (error instanceof Error ? error.message : String(error)).replace(/\s+/g, ' ');
  const file = join(folder, FILE);
  if (isDiskFull(error)) return full(folder, error).message;
  if (/expected previously executed migration/i.test(said)) {
    return `The database ${file} was written by another version of Cuedesk, which took other steps. Nothing was changed. Start that version, or choose another folder with CUEDESK_DATA.`;
  }
  if (/previously executed migration .* is missing/i.test(said)) {
    return `The database ${file} was written by a newer Cuedesk. Nothing was changed. Start the newer version, or choose another folder with CUEDESK_DATA.`;
  }
  if (/malformed|not a database|corrupt|disk image|quick_check|row \d+ missing|page \d+|tree \d+/i.test(said)) {
    return `The database ${file} is damaged (${said}). Nothing was changed. Move that file away to start anew, or put a backup in its place.`;
  }
  return `The database ${file} cannot be opened (${said}). Nothing was changed. Check the folder's rights and free space, or choose another with CUEDESK_DATA.`;
}

interface Opened {
  readonly database: DatabaseSync;
  readonly file: string;
  readonly onFault: (error: unknown) => void;
}

function storeOf(db: Kysely<Tables>, { database, file, onFault }: Opened, unlock: () => void): Store {
  const insertOne = database.prepare(`${INSERT_EVENT} ${ONE_EVENT}`);
  const insertMany = database.prepare(`${INSERT_EVENT} ${Array(EVENTS_A_STATEMENT).fill(ONE_EVENT).join(', ')}`);
  const known = database.prepare('select 1 from event where creator_id = ? and source = ? and id = ?');
  const newest = database.prepare(newestQuery(db, '').compile().sql);
  const writeBack = createWriteBack(database, file, onFault);
  return {
    kind: 'sqlite',
    db,
    // One connection: kysely hands it to one transaction at a time, so none can stand in another's way.
    transaction: async (work) => {
      const answer = await db.transaction().execute(work);
      writeBack.written();
      return answer;
    },
    knownIds: async (_tx: Tx, creatorId: string, source: string, ids: ReadonlyArray<string>) =>
      ids.filter((id) => known.get(creatorId, source, id) !== undefined),
    // The events that follow move it: writing the number beside them would cost each commit a page more.
    moveSeq: async (_tx: Tx, creatorId: string, from: number) => {
      const row = newest.get(creatorId) as Parameters<typeof seqIn>[0] | undefined;
      return row !== undefined && seqIn(row) === from;
    },
    // The prepared statements run inside the caller's transaction, because that holds the only connection.
    insertEvents: async (_tx: Tx, rows: ReadonlyArray<EventTable>) => {
      let at = 0;
      for (; at + EVENTS_A_STATEMENT <= rows.length; at += EVENTS_A_STATEMENT) {
        insertMany.run(...rows.slice(at, at + EVENTS_A_STATEMENT).flatMap(valuesOf));
      }
      for (const row of rows.slice(at)) insertOne.run(...valuesOf(row));
    },
    isUniqueTaken: (error) => error instanceof Error && /UNIQUE constraint failed/.test(error.message),
    ping: async () => {
      await sql`select 1`.execute(db);
    },
    close: async () => {
      await writeBack.close();
      await db.destroy();
      unlock();
    },
  };
}

function valuesOf(row: EventTable): SQLInputValue[] {
  return [row.creator_id, row.seq, row.source, row.id, row.session_id, row.type, row.at, row.received_at, row.body];
}
