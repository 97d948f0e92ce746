import type { Kysely, Transaction } from 'kysely';
import { isDiskFull } from '../core/disk-full.ts';
import type { EventTable } from './tables/live.ts';
import type { Tables } from './tables.ts';

/** What a query runs on: the store itself, or a transaction of it. */
export type Db = Kysely<Tables>;
export type Tx = Transaction<Tables>;

/**
 * The one interface of the embedded and the hosted store. Queries are written once, in kysely, in the files beside this
 * one (`journal.ts`, `sessions.ts`, ...); only what the two databases do differently is a method here.
 */
export interface Store {
  readonly kind: 'sqlite' | 'postgres';
  readonly db: Db;
  /**
   * Runs `work` in one transaction: all of it is durable when the promise resolves, none of it when it rejects. Runs
   * again, up to 5 times, when the database says that two transactions stood in each other's way.
   */
  transaction<T>(work: (tx: Tx) => Promise<T>): Promise<T>;
  /** Which of these ids of one source the journal already holds, within a transaction, as fast as the database can. */
  knownIds(tx: Tx, creatorId: string, source: string, ids: ReadonlyArray<string>): Promise<string[]>;
  /**
   * Makes room for the rows `from` + 1 to `to`, which the same transaction adds, by compare-and-swap with the journal's
   * last number. False when another writer moved it first.
   */
  moveSeq(tx: Tx, creatorId: string, from: number, to: number): Promise<boolean>;
  /** Adds journal rows within a transaction, as fast as the database can. Rejects when an event is there already. */
  insertEvents(tx: Tx, rows: ReadonlyArray<EventTable>): Promise<void>;
  /** Whether an error says that a unique key was taken: how two writers learn that one of them lost. */
  isUniqueTaken(error: unknown): boolean;
  /** Resolves when a trivial query was answered; rejects when the store is not there. For `/readyz`. */
  ping(): Promise<void>;
  close(): Promise<void>;
}

/** A store that cannot be opened, in one sentence for a person: what is wrong and what to do. Nothing was changed. */
export class UnusableStore extends Error {
  override readonly name = 'UnusableStore';
}

/** What a data folder that cannot be written is refused with. */
export function unwritable(folder: string, error: unknown): UnusableStore {
  if (isDiskFull(error)) return full(folder, error);
  const why = error instanceof Error ? error.message : String(error);
  return new UnusableStore(
    `The data folder ${folder} cannot be written (${why}). Check its rights, or choose another folder with CUEDESK_DATA.`,
    { cause: error },
  );
}

/** What a data folder on a full disk is refused with. */
export function full(folder: string, error: unknown): UnusableStore {
  return new UnusableStore(
    `The disk of the data folder ${folder} is full. Nothing was lost. Free some space and start again, or choose another folder with CUEDESK_DATA.`,
    { cause: error },
  );
}
