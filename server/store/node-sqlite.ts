import type { DatabaseSync, SQLInputValue, StatementSync } from 'node:sqlite';
import { type Driver, SqliteAdapter, type SqliteDatabase, SqliteDialect, SqliteDriver } from 'kysely';

const STATEMENTS_KEPT = 300;

/** kysely's dialect of SQLite over one connection of node:sqlite. */
export class NodeSqliteDialect extends SqliteDialect {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: forKysely(database) });
    this.#database = database;
  }

  override createAdapter(): SqliteAdapter {
    return new WholeSteps();
  }

  override createDriver(): Driver {
    return new HonestDriver(this.#database);
  }
}

/**
 * The schema is brought up to date wholly or not at all: a step that a full disk or a power cut ends in the middle would be
 * in the way of every later start. SQLite takes DDL back with its transaction; kysely does not count on it, since
 * `pragma foreign_keys` does nothing within one, and no step of ours sets that.
 */
class WholeSteps extends SqliteAdapter {
  override get supportsTransactionalDdl(): boolean {
    return true;
  }
}

/** On a full disk SQLite ends the transaction by itself: to roll it back again fails, and would hide the reason. */
class HonestDriver extends SqliteDriver {
  readonly #database: DatabaseSync;

  constructor(database: DatabaseSync) {
    super({ database: forKysely(database) });
    this.#database = database;
  }

  override async rollbackTransaction(...args: Parameters<SqliteDriver['rollbackTransaction']>): Promise<void> {
    if (this.#database.isTransaction) await super.rollbackTransaction(...args);
  }
}

/** The few methods that kysely calls, with prepared statements kept. */
function forKysely(database: DatabaseSync): SqliteDatabase {
  const kept = new Map<string, StatementSync>();
  const prepare = (text: string): StatementSync => {
    const known = kept.get(text);
    if (known) return known;
    const made = database.prepare(text);
    // Long texts are one-off lists; keeping them would push out the statements that come again.
    if (text.length < 4000) {
      if (kept.size >= STATEMENTS_KEPT) kept.delete(kept.keys().next().value ?? '');
      kept.set(text, made);
    }
    return made;
  };
  return {
    close: () => database.close(),
    prepare: (text) => {
      const statement = prepare(text);
      const values = (parameters: ReadonlyArray<unknown>) => parameters as SQLInputValue[];
      return {
        reader: statement.columns().length > 0,
        all: (parameters) => statement.all(...values(parameters)),
        run: (parameters) => statement.run(...values(parameters)),
        iterate: (parameters) => statement.iterate(...values(parameters)),
      };
    },
  };
}
