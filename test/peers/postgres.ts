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

/** A database with today's schema and nothing in it, made once in each process: copying one takes less than making its tables. */
let template: Promise<string> | null = null;

async function makeTemplate(server: string): Promise<string> {
  const name = newName();
  const admin = await connect(server);
  await admin.query(`create database ${name}`);
  await admin.end();
  await (await openPostgres(addressOf(server, name), onLost)).close();
  return name;
}

async function openDatabase(server: string): Promise<OpenedPostgres> {
  template ??= makeTemplate(server);
  const database = newName();
  const admin = await connect(server);
  await admin.query(`create database ${database} template ${await template}`);
  const own = addressOf(server, database);
  const stores = [await openPostgres(own, onLost), await openPostgres(own, onLost)] as const;
  return {
    stores,
    close: async () => {
      await Promise.all(stores.map((store) => store.close()));
      await admin.query(`drop database ${database} with (force)`);
      await admin.end();
    },
  };
}

async function connect(server: string) {
  const { default: pg } = await import('pg');
  const client = new pg.Client({ connectionString: server });
  await client.connect();
  return client;
}

function newName(): string {
  return `cuedesk_test_${randomBytes(6).toString('hex')}`;
}

function addressOf(server: string, database: string): string {
  const address = new URL(server);
  address.pathname = `/${database}`;
  return address.href;
}

function onLost(): void {
  // The tests see it by what their statements answer.
}
