import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { onPostgres } from './postgres.ts';

onPostgres('a lost connection', (open) => {
  test('[DB117] a connection that PostgreSQL ends in the middle of a transaction fails that one alone: the next has another', async () => {
    const { stores, close } = await open();
    const [store, other] = stores;
    const lost = store.transaction(async (tx) => {
      await tx.insertInto('creator').values({ id: 'lost', created_at: 0 }).execute();
      const { rows } = await sql<{ pid: number }>`select pg_backend_pid() as pid`.execute(tx);
      const pid = rows[0]?.pid ?? 0;
      // It waits between two statements, so that no statement of ours is there to take the error.
      await sql`select pg_terminate_backend(${pid})`.execute(other.db);
      await vi.waitFor(async () => {
        const left = await sql`select 1 from pg_stat_activity where pid = ${pid}`.execute(other.db);
        expect(left.rows).toEqual([]);
      });
      await tx.insertInto('creator').values({ id: 'lost too', created_at: 0 }).execute();
    });
    // In whose words depends on what comes first: the server's notice, the end of the stream or its reset.
    await expect(lost).rejects.toThrow();
    await store.transaction((tx) => tx.insertInto('creator').values({ id: 'next', created_at: 0 }).execute());
    const kept = await store.db
      .selectFrom('creator')
      .select('id')
      .where('id', 'in', ['lost', 'lost too', 'next'])
      .execute();
    expect(kept).toEqual([{ id: 'next' }]);
    await close();
  });
});
