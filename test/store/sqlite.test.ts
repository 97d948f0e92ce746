import { spawn } from 'node:child_process';
import { createHash } from 'node:crypto';
import { once } from 'node:events';
import { chmod, cp, mkdir, mkdtemp, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { expect, onTestFinished, test } from 'vitest';
import { MIGRATIONS } from '../../server/store/migrate.ts';
import { openSecrets } from '../../server/store/secrets.ts';
import { readSetting, writeSetting } from '../../server/store/settings.ts';
import { compareVersions, OLDEST_SQLITE, openSqlite } from '../../server/store/sqlite.ts';
import { UnusableStore } from '../../server/store/store.ts';

const STORE = new URL('../../server/store/sqlite.ts', import.meta.url).href;

async function freshFolder(): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-sqlite-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return join(folder, 'data');
}

/** A folder with a database in it that was closed in order; answers the database's file. */
async function givenDatabase(): Promise<{ folder: string; file: string }> {
  const folder = await freshFolder();
  const store = await openSqlite(folder);
  await store.db.insertInto('creator').values({ id: 'local', created_at: 0 }).execute();
  for (let at = 0; at < 200; at++) await writeSetting(store.db, 'local', `name ${at}`, 'x'.repeat(500), at);
  await store.close();
  return { folder, file: join(folder, 'cuedesk.db') };
}

/** Opening is refused with a sentence of these words, the lock is given back, and the database is as it was. */
async function expectRefused(folder: string, words: RegExp): Promise<void> {
  const before = await filesOf(folder);
  const refused = await openSqlite(folder).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(UnusableStore);
  expect((refused as Error).message).toMatch(words);
  expect((refused as Error).message).toMatch(/^[^\n]+\.$/);
  expect(await filesOf(folder)).toEqual(before);
}

/** A sum of each file of the database; SQLite's index of the log is made anew whenever it is opened. */
async function filesOf(folder: string): Promise<string[]> {
  const names = (await readdir(folder)).filter((name) => name !== 'cuedesk.lock.db' && !name.endsWith('-shm'));
  return Promise.all(
    names.toSorted().map(async (name) => {
      const bytes = await readFile(join(folder, name));
      return `${name} ${createHash('sha256').update(bytes).digest('hex')}`;
    }),
  );
}

/** Another process that holds the folder; `kill` ends it as a power cut does. */
async function holdElsewhere(folder: string) {
  const code = `await (await import(${JSON.stringify(STORE)})).openSqlite(process.argv[1]); console.log('open'); setInterval(() => {}, 1e6);`;
  const child = spawn(process.execPath, ['--input-type=module', '-e', code, folder], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  const ended = once(child, 'exit');
  const kill = async () => {
    child.kill('SIGKILL');
    await ended;
  };
  onTestFinished(kill);
  await once(child.stdout, 'data');
  return { pid: child.pid, kill };
}

test('[DB5] a folder that a living process holds is refused with its number, and that one goes on', async () => {
  const { folder } = await givenDatabase();
  const other = await holdElsewhere(folder);
  for (let tries = 0; tries < 2; tries++) {
    await expect(openSqlite(folder)).rejects.toThrow(`in use by another Cuedesk (process ${other.pid})`);
  }
  // Also while the holder has not written its number yet.
  await writeFile(join(folder, 'cuedesk.lock'), '');
  await expect(openSqlite(folder)).rejects.toThrow('in use by another Cuedesk. Stop that one');
});

test('[DB5] a place that makes no folders is said in a sentence, also where a system denies that it is there', async () => {
  const { folder } = await givenDatabase();
  const inFile = join(folder, 'cuedesk.db', 'data');
  const places = process.platform === 'linux' ? [inFile, '/proc/cuedesk/data'] : [inFile];
  for (const place of places) {
    await expect(openSqlite(place)).rejects.toThrow(place);
    expect(() => openSecrets(place)).toThrow(place);
  }
});

test('[DB5] a folder that this very process holds is refused too, until it is closed', async () => {
  const { folder } = await givenDatabase();
  const store = await openSqlite(folder);
  await expect(openSqlite(folder)).rejects.toThrow(`in use by another Cuedesk (process ${process.pid})`);
  await store.close();
  await (await openSqlite(folder)).close();
});

test('[DB6] a folder whose holder was killed can be taken at once', async () => {
  const { folder } = await givenDatabase();
  const other = await holdElsewhere(folder);
  await other.kill();
  expect(await readFile(join(folder, 'cuedesk.lock'), 'utf8')).toBe(`${other.pid}\n`);
  await (await openSqlite(folder)).close();
});

test('[DB6] the number of a process that lives but has not the folder keeps nobody out', async () => {
  const { folder } = await givenDatabase();
  for (const left of [`${process.ppid}\n`, '4194303\n', '', 'no number']) {
    await writeFile(join(folder, 'cuedesk.lock'), left);
    const store = await openSqlite(folder);
    expect(await readFile(join(folder, 'cuedesk.lock'), 'utf8')).toBe(`${process.pid}\n`);
    await store.close();
  }
  expect((await readdir(folder)).toSorted()).toEqual(['cuedesk.db', 'cuedesk.lock.db']);
});

test('[DB7] a damaged header, a damaged middle and a cut file are each refused and left as they are', async () => {
  for (const damage of [
    (bytes: Buffer) => bytes.fill(7, 0, 100),
    (bytes: Buffer) => bytes.fill(7, 5 * 4096, 20 * 4096),
    (bytes: Buffer) => bytes.subarray(0, bytes.length - 10 * 4096),
  ]) {
    const { folder, file } = await givenDatabase();
    await writeFile(file, damage(await readFile(file)));
    await expectRefused(folder, /cuedesk\.db is damaged .*Nothing was changed/);
  }
});

test('[DB118] a damaged database with the log of a crash beside it is refused, and both are left as they are', async () => {
  const given = await givenDatabase();
  const store = await openSqlite(given.folder);
  onTestFinished(() => store.close());
  for (let at = 0; at < 200; at++) await writeSetting(store.db, 'local', `name ${at}`, 'y'.repeat(500), at);
  // What a crash leaves: the files as they are while the program runs.
  const folder = await freshFolder();
  await mkdir(folder);
  for (const name of ['cuedesk.db', 'cuedesk.db-wal'])
    await writeFile(join(folder, name), await readFile(join(given.folder, name)));
  expect((await stat(join(folder, 'cuedesk.db-wal'))).size).toBeGreaterThan(100_000);
  const whole = await freshFolder();
  await cp(folder, whole, { recursive: true });
  const bytes = await readFile(join(folder, 'cuedesk.db'));
  await writeFile(join(folder, 'cuedesk.db'), bytes.fill(7, 0, 20 * 4096));
  await expectRefused(folder, /cuedesk\.db is damaged .*Nothing was changed/);
  const next = await openSqlite(whole);
  expect(await readSetting(next.db, 'local', 'name 199')).toBe('y'.repeat(500));
  await next.close();
});

test('[DB8] a database that a newer version wrote is refused and left as it is', async () => {
  const { folder, file } = await givenDatabase();
  const database = new DatabaseSync(file);
  database.exec("insert into kysely_migration (name, timestamp) values ('0999-future', '2030-01-01T00:00:00Z')");
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  await expectRefused(folder, /was written by a newer Cuedesk\. Nothing was changed/);
});

test('[DB136] a database whose steps are others than ours is refused as another version’s, and left as it is', async () => {
  const { folder, file } = await givenDatabase();
  const database = new DatabaseSync(file);
  database.exec("delete from kysely_migration where name = '0012-people'");
  database.exec('pragma wal_checkpoint(truncate)');
  database.close();
  await expectRefused(
    folder,
    /was written by another version of Cuedesk, which took other steps\. Nothing was changed/,
  );
});

test('[DB136] the steps of the schema stand in the order in which they are taken, each file once and no number twice', async () => {
  const names = Object.keys(MIGRATIONS);
  const files = await readdir(join(import.meta.dirname, '../../server/store/migrations'));
  expect(names).toEqual(names.toSorted());
  expect(files.toSorted()).toEqual(names.map((name) => `${name}.ts`));
  const numbers = names.map((name) => name.slice(0, 5));
  // Two that shipped with one number stay as they are.
  expect(numbers.filter((number, at) => numbers.indexOf(number) !== at)).toEqual(['0005-']);
});

test.skipIf(process.platform === 'win32')(
  '[DB9] folder, database, lock and secret can be read by this user alone',
  async () => {
    const folder = await freshFolder();
    openSecrets(folder);
    const store = await openSqlite(folder);
    await writeSetting(store.db, 'local', 'x', 1, 0).catch(() => undefined);
    const mode = async (path: string) => ((await stat(path)).mode & 0o777).toString(8);
    expect(await mode(folder)).toBe('700');
    for (const file of await readdir(folder)) expect([file, await mode(join(folder, file))]).toEqual([file, '600']);
    await store.close();
  },
);

test.skipIf(process.platform === 'win32')(
  '[DB9] a folder that was there and open to others keeps the database closed to them',
  async () => {
    const folder = await freshFolder();
    await mkdir(folder);
    await chmod(folder, 0o755);
    const store = await openSqlite(folder);
    expect((await stat(join(folder, 'cuedesk.db'))).mode & 0o077).toBe(0);
    await store.close();
  },
);

test('[DB10] versions of SQLite are compared by their numbers, and this one is new enough', () => {
  expect(compareVersions('3.9.0', '3.51.3')).toBeLessThan(0);
  expect(compareVersions('3.51.2', OLDEST_SQLITE)).toBeLessThan(0);
  expect(compareVersions('3.51.3', '3.51.3')).toBe(0);
  expect(compareVersions('4', '3.51.3')).toBeGreaterThan(0);
  expect(compareVersions(process.versions.sqlite ?? '0', OLDEST_SQLITE)).toBeGreaterThanOrEqual(0);
});

test('[DB12] a data folder that is a file, or lies below one, is refused by store and secrets alike', async () => {
  const folder = await freshFolder();
  await writeFile(folder, 'a file');
  for (const path of [folder, join(folder, 'below')]) {
    await expect(openSqlite(path)).rejects.toThrow(/^The data folder .* cannot be written .*CUEDESK_DATA\.$/);
    expect(() => openSecrets(path)).toThrow(/^The data folder .* cannot be written .*CUEDESK_DATA\.$/);
  }
  expect(await readFile(folder, 'utf8')).toBe('a file');
});

test('[SE12] the installation’s secret is made once, never taken when cut short, and opens only what it sealed', async () => {
  const folder = await freshFolder();
  const mine = openSecrets(folder);
  const sealed = mine.seal('OBS password');
  expect(sealed).not.toContain('OBS');
  expect(mine.seal('OBS password')).not.toBe(sealed);
  expect(openSecrets(folder).open(sealed)).toBe('OBS password');
  expect(openSecrets(folder).derive('stage:1')).toBe(mine.derive('stage:1'));
  expect(mine.derive('stage:2')).not.toBe(mine.derive('stage:1'));
  expect(openSecrets(await freshFolder()).open(sealed)).toBeNull();
  expect(mine.open(`${sealed.slice(0, -2)}AA`)).toBeNull();
  await writeFile(join(folder, 'secret'), '');
  expect(() => openSecrets(folder)).toThrow(/secret is damaged/);
});
