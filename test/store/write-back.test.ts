import { mkdtemp, readdir, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, onTestFinished, test, vi } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import type { EventTable } from '../../server/store/tables/live.ts';
import { createWriteBack } from '../../server/store/write-back.ts';

const EVENTS_A_TURN = 200;
/** Some 160 MB of pages: three logs' worth. */
const TURNS = 160;

function eventRow(seq: number): EventTable {
  const key = { creator_id: 'local', seq, source: 'storm', id: `event-${seq}`, session_id: 'one' };
  return { ...key, type: 'chat', at: seq, received_at: seq, body: 'x'.repeat(2_000) };
}

test('[DB13] a storm’s log is given back while it goes on, stays bounded, and loses nothing', async () => {
  const folder = join(await mkdtemp(join(tmpdir(), 'cuedesk-write-back-')), 'data');
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const faults: unknown[] = [];
  const store = await openSqlite(folder, (error) => faults.push(error));
  await store.db.insertInto('creator').values({ id: 'local', created_at: 0 }).execute();
  const log = join(folder, 'cuedesk.db-wal');
  let seq = 0;
  let longest = 0;
  for (let turn = 0; turn < TURNS; turn++) {
    const rows = Array.from({ length: EVENTS_A_TURN }, () => eventRow(++seq));
    await store.transaction((tx) => store.insertEvents(tx, rows));
    longest = Math.max(longest, (await stat(log)).size);
  }
  // Given back while written: without it the log would hold all of the pages. How much it holds is a question of how busy
  // the machine is: beside other tests the thread that gives back has its turn late.
  expect(longest).toBeLessThan(128 * 1024 * 1024);
  const { kept } = await store.db
    .selectFrom('event')
    .select((one) => one.fn.countAll<number>().as('kept'))
    .executeTakeFirstOrThrow();
  expect(kept).toBe(seq);
  expect(faults).toEqual([]);
  await store.close();
  // The last connection to close takes the log away: nobody else has the database open any more.
  await vi.waitFor(async () => expect((await readdir(folder)).toSorted()).toEqual(['cuedesk.db', 'cuedesk.lock.db']));
  const again = await openSqlite(folder);
  expect(await again.db.selectFrom('event').select('seq').orderBy('seq', 'desc').limit(1).execute()).toEqual([{ seq }]);
  await again.close();
});

test('[DB15] a short log stays where it is in a quiet moment, so that no event waits for the disk behind the one before; a long one goes back then', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-quiet-'));
  const file = join(folder, 'quiet.db');
  const database = new DatabaseSync(file);
  onTestFinished(async () => {
    if (database.isOpen) database.close();
    await rm(folder, { recursive: true, force: true });
  });
  database.exec('pragma journal_mode = wal; pragma wal_autocheckpoint = 100000; create table event (body text);');
  const measure = database.prepare('pragma wal_checkpoint(noop)');
  const waiting = () => {
    const { log, checkpointed } = measure.get() as unknown as { log: number; checkpointed: number };
    return log - checkpointed;
  };
  const writeBack = createWriteBack(
    database,
    file,
    (error) => {
      throw error;
    },
    2,
  );
  const write = (bodies: number) => {
    database.exec('begin');
    for (let at = 0; at < bodies; at++) database.prepare('insert into event values (?)').run('x'.repeat(4_000));
    database.exec('commit');
    writeBack.written();
  };
  write(5);
  const short = waiting();
  // Ten quiet moments: timers of one loop come in the order of their times.
  await pause(20);
  expect(waiting()).toBe(short);
  write(1_200);
  expect(waiting()).toBeGreaterThan(1_000);
  await vi.waitFor(() => expect(waiting()).toBe(0));
  await writeBack.close();
});
