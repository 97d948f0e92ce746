import { randomBytes } from 'node:crypto';
import { describe, test } from 'vitest';
import { openPostgres } from '../../server/store/postgres.ts';
import type { Store } from '../../server/store/store.ts';

const url = process.env['CUEDESK_TEST_POSTGRES'];
const WHY = 'CUEDESK_TEST_POSTGRES is not set to the address of a PostgreSQL server';

/** Two programs' ways to one database that nobody else has. */
export interface OpenedPostgres {
  readonly stores: readonly [Store, Store];
  close(): Promise<void>;
}

/**
 * Runs a contract on a real server, each opening in a new database. Without a server the skip is visible and says why;
 * on the build machine it is a failure.
 */
export function onPostgres(what: string, contract: (open: () => Promise<OpenedPostgres>) => void): void {
  if (url) {
    contract(() => openDatabase(url));
    return;
  }
  describe(`${what} on PostgreSQL`, () => {
    test.skipIf(process.env['CI'] !== 'true')(`runs on a real server (skipped: ${WHY})`, () => {
      throw new Error(WHY);
    });
  });
}

async function openDatabase(server: string): Promise<OpenedPostgres> {
  const { default: pg } = await import('pg');
  const database = `cuedesk_test_${randomBytes(6).toString('hex')}`;
  const admin = new pg.Client({ connectionString: server });
  await admin.connect();
  await admin.query(`create database ${database}`);
  const own = new URL(server);
  own.pathname = `/${database}`;
  const onLost = () => undefined;
  const stores = [await openPostgres(own.href, onLost), await openPostgres(own.href, onLost)] as const;
  return {
    stores,
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await admin.query(`drop database ${database} with (force)`);
      await admin.end();
    },
  };
}
