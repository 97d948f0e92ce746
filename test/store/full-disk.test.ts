import { spawnSync } from 'node:child_process';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { expect, onTestFinished, test } from 'vitest';
import { openSqlite } from '../../server/store/sqlite.ts';
import { type Tx, UnusableStore, unwritable } from '../../server/store/store.ts';
import { chat } from '../core/live/events.ts';
import { liveOf, postEvents, startProgram } from '../program/given-program.ts';

const [SECRETS, STORE] = ['secrets', 'sqlite'].map((name) => new URL(`../../server/store/${name}.ts`, import.meta.url));

/** Opens what a start opens, twice, and says how that went: on the full disk, and with room again. */
const STARTS = `
import { rmSync } from 'node:fs';
const [{ openSecrets }, { openSqlite }] = [await import('${SECRETS}'), await import('${STORE}')];
const [folder, filler] = process.argv.slice(1);
for (const start of ['full', 'with room']) {
  try {
    openSecrets(folder);
    await (await openSqlite(folder)).close();
    console.log('opened');
  } catch (error) {
    console.log(error.name + ': ' + error.message);
  }
  rmSync(filler, { force: true });
}`;

/** A disk of the test's own, in a namespace that nobody else sees: full but for so many kilobytes. */
const DISK = `
mount -t tmpfs -o size=8m tmpfs "$1" && mkdir "$1/data" && cp /dev/zero "$1/filler" 2>/dev/null
truncate -s -"$2"k "$1/filler" && "$3" --input-type=module -e "$4" "$1/data" "$1/filler"`;

const canMount = spawnSync('unshare', ['-Urm', 'true']).status === 0;

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-full-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

test('[DB55] a step of the schema that was cut off in the middle leaves nothing in the way of the next start', async () => {
  const folder = await freshFolder();
  const file = join(folder, 'cuedesk.db');
  const database = new DatabaseSync(file);
  // The last table of a step that makes eight: the seven before it are made by then.
  database.exec('create table idempotency (x integer)');
  await expect(openSqlite(folder)).rejects.toBeInstanceOf(UnusableStore);
  const tables = database.prepare("select name from sqlite_master where type = 'table' and name = 'bio'").all();
  expect(tables).toEqual([]);
  database.exec('drop table idempotency');
  database.close();
  await (await openSqlite(folder)).close();
});

test('[DB56] a full disk is called full, in the words of the system, of a quota and of the database', () => {
  for (const words of ['ENOSPC: no space left on device, write', 'EDQUOT: quota', 'database or disk is full']) {
    expect(unwritable('/data', new Error(words)).message).toMatch(/^The disk of the data folder \/data is full\. /);
  }
  expect(unwritable('/data', new Error('EROFS: read-only file system')).message).toMatch(/cannot be written \(EROFS/);
});

test.skipIf(!canMount)(
  '[DB56] a first start on a disk that fills up is refused in a sentence, and with room again nothing of it is in the way',
  async () => {
    for (const kilobytes of [0, 12, 400]) {
      const args = [await freshFolder(), String(kilobytes), process.execPath, STARTS];
      const { stdout } = spawnSync('unshare', ['-Urm', 'sh', '-c', DISK, 'sh', ...args], { encoding: 'utf8' });
      const [first = '', second] = stdout.trim().split('\n');
      expect([kilobytes, first]).toEqual([kilobytes, expect.stringMatching(/^UnusableStore: The .*CUEDESK_DATA\.$/)]);
      expect([kilobytes, second]).toEqual([kilobytes, 'opened']);
    }
  },
  60_000,
);

test('[DB57] what finds no room while Cuedesk runs is refused by that word, the log says why, and with room it goes on', async () => {
  const door = await startProgram();
  onTestFinished(() => door.close());
  const { db } = door.program.parts.store;
  const bound = (most: number) => sql`pragma max_page_count = ${sql.lit(most)}`.execute(db);
  const { rows } = await sql<{ page_count: number }>`pragma page_count`.execute(db);
  await bound(rows[0]?.page_count ?? 0);
  const wordy = Array.from({ length: 100 }, (_, at) => chat(`${at} ${'x'.repeat(400)}`));
  const refused = await postEvents(door.base, wordy);
  expect([refused.status, ((await refused.json()) as { why: string }).why]).toEqual([507, 'disk-full']);
  expect(JSON.stringify(door.log)).toContain('database or disk is full');
  await bound(1_000_000);
  expect((await postEvents(door.base, wordy)).status).toBe(202);
  expect(await liveOf(door.base)).toMatchObject({ totals: { chats: 100 } });
});

test('[DB57] where SQLite has ended a transaction by itself, its reason is what is told, and the next one has its way', async () => {
  const store = await openSqlite(await freshFolder());
  onTestFinished(() => store.close());
  const add = (id: string, then: (tx: Tx) => Promise<void> = async () => {}) =>
    store.transaction(async (tx) => {
      await tx.insertInto('creator').values({ id, created_at: 0 }).execute();
      await then(tx);
    });
  // As SQLite does on a full disk.
  const lost = add('lost', async (tx) => {
    await sql`rollback`.execute(tx);
    throw new Error('database or disk is full');
  });
  await expect(lost).rejects.toThrow('database or disk is full');
  await add('kept');
  expect(await store.db.selectFrom('creator').select('id').execute()).toEqual([{ id: 'kept' }]);
});
