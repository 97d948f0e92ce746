import { randomBytes } from 'node:crypto';
import { describe, test } from 'vitest';
import { openPostgres } from '../../server/store/postgres.ts';
import { bookingStoreContract } from '../contract/booking-store.ts';

/** Two programs on one real PostgreSQL; each test in a database of its own. */
const url = process.env['CUEDESK_TEST_POSTGRES'];

if (url) {
  bookingStoreContract('PostgreSQL, two programs', async () => {
    const { default: pg } = await import('pg');
    const database = `cuedesk_booking_${randomBytes(6).toString('hex')}`;
    const admin = new pg.Client({ connectionString: url });
    await admin.connect();
    await admin.query(`create database ${database}`);
    const own = new URL(url);
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
  });
} else {
  const why = 'CUEDESK_TEST_POSTGRES is not set to the address of a PostgreSQL server';
  describe('booking on PostgreSQL, two programs', () => {
    test.skipIf(process.env['CI'] !== 'true')(`runs on a real server (skipped: ${why})`, () => {
      throw new Error(why);
    });
  });
}
