import { existsSync } from 'node:fs';
import { mkdir, readdir, readFile, readlink, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { getPriority } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { type Config, readConfig, UnusableConfig } from '../../server/config.ts';
import { openLog } from '../../server/log.ts';
import { openProgram } from '../../server/program.ts';
import { chat } from '../core/live/events.ts';
import { type Ended, startChild } from './child.ts';
import { freshFolder, givenConfig, liveOf, postEvents, startProgram } from './given-program.ts';

const TIMEOUT = 30_000;

async function folderOfTest(): Promise<string> {
  const folder = await freshFolder();
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  return folder;
}

/** Exit code 1 and one sentence or two for a person on standard error; nothing else, no stack. */
function expectOneSentence(ended: Ended, words: RegExp): void {
  expect(ended.stderr).toMatch(words);
  expect(ended.stderr).toMatch(/^cuedesk: [^\n]+\.\n$/);
  expect(ended.stderr).not.toMatch(/\n\s+at /);
  expect([ended.code, ended.stdout]).toEqual([1, '']);
}

/** The same in this process: an error of the kinds that the program prints as they are, with one sentence or two. */
async function expectUnusable(folder: string, changes: Partial<Config>, words: RegExp): Promise<void> {
  const refused = await startProgram(changes, folder).catch((error: unknown) => error);
  expect(refused).toBeInstanceOf(Error);
  const { name, message } = refused as Error;
  expect(name).toMatch(/^Unusable(Store|Source|Port)$/);
  expect(message).toMatch(words);
  expect(message).toMatch(/^[^\n]+\.$/);
}

test(
  '[PR1] [PR13] the ready block names studio, stage and booking page for people, and ends with the one line for scripts',
  async () => {
    const folder = await folderOfTest();
    const child = startChild(folder);
    const base = await child.ready;
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
    if (process.platform === 'linux') expect(await helpersNice(child.process.pid)).toEqual({ main: 0, helpers: [10] });
    child.process.kill('SIGTERM');
    const { stdout, code } = await child.ended;
    expect(stdout).toMatch(new RegExp(`    ${base}/studio#key=[\\w-]{43}\\n`));
    expect(stdout).toMatch(new RegExp(`    ${base}/stage/#[\\w-]{43}\\n`));
    expect(stdout).toMatch(/http:\/\/127\.0\.0\.1:\d+.*\n {4}! .+/);
    expect(stdout.endsWith(`\n\ncuedesk ready ${base}\n`)).toBe(true);
    expect(stdout.match(/cuedesk ready/g)).toHaveLength(1);
    expect(code).toBe(0);
    expect(await readdir(join(folder, 'data'))).not.toContain('cuedesk.lock');
  },
  TIMEOUT,
);

test(
  '[PR2] SIGINT stops it in order with exit code 0 as SIGTERM does, and what was accepted is there at the next start',
  async () => {
    const folder = await folderOfTest();
    const child = startChild(folder);
    expect((await postEvents(await child.ready, chat('kept'))).status).toBe(202);
    child.process.kill('SIGINT');
    expect(await child.ended).toMatchObject({ code: 0, stderr: '' });
    const next = await startProgram({}, folder);
    expect(await liveOf(next.base)).toMatchObject({ totals: { chats: 1 } });
    await next.close();
  },
  TIMEOUT,
);

test(
  '[PR74] a stop that is wanted during the start ends it there, in order, and gives back what it had',
  async () => {
    const folder = await folderOfTest();
    const stop = new AbortController();
    const config = await givenConfig(folder);
    const lock = join(config.dataFolder, 'cuedesk.lock');
    const { distFolder } = config;
    // It is read when the doors are made: the store is open by then, and nobody listens yet.
    Object.defineProperty(config, 'distFolder', {
      get() {
        expect(existsSync(lock)).toBe(true);
        stop.abort();
        return distFolder;
      },
    });
    const opening = openProgram(
      config,
      openLog('silent', () => undefined),
      '0.0.0-test',
      stop.signal,
    );
    await expect(opening).rejects.toThrow(/aborted/);
    await expect(stat(lock)).rejects.toThrow(/ENOENT/);
  },
  TIMEOUT,
);

test.skipIf(process.platform !== 'linux')(
  '[PR74] a recording that takes long to read does not hold up a stop: code 0, and nothing is written',
  async () => {
    const folder = await folderOfTest();
    const long = join(folder, 'long.ndjson');
    // Read to its end it would be refused, since it holds no event.
    await writeFile(long, Buffer.alloc(60_000_000, '\n'));
    const child = startChild(folder, [`--source=replay:${long}`]);
    await vi.waitFor(async () => expect(await openedBy(child.process.pid)).toContain(long), { timeout: 15_000 });
    child.process.kill('SIGTERM');
    expect(await child.ended).toMatchObject({ code: 0, stdout: '', stderr: '' });
    expect(await readdir(folder)).toEqual(['long.ndjson']);
  },
  TIMEOUT,
);

test(
  '[PR3] a second start on the same data folder ends with 1 and a sentence, and the first goes on',
  async () => {
    const folder = await folderOfTest();
    const first = startChild(folder);
    const base = await first.ready;
    expectOneSentence(await startChild(folder).ended, new RegExp(`in use .*\\(process ${first.process.pid}\\)`));
    expect((await postEvents(base, chat('still here'))).status).toBe(202);
  },
  TIMEOUT,
);

test(
  '[PR4] a port that is taken ends with 1 and a sentence that names it, the public one too',
  async () => {
    const folder = await folderOfTest();
    const taken = createServer();
    await new Promise<void>((done) => taken.listen(0, '127.0.0.1', done));
    onTestFinished(() => void taken.close());
    const address = taken.address();
    const port = typeof address === 'object' && address ? address.port : 0;
    const child = startChild(folder, [], { PORT: String(port) });
    expectOneSentence(await child.ended, new RegExp(`Port ${port} on 127.0.0.1 is taken.* PORT\\.`));
    await expectUnusable(folder, { publicPort: port }, new RegExp(`Port ${port} .*is taken.* PUBLIC_PORT\\.$`));
    // Of the addresses for documentation (RFC 5737), which no computer has.
    await expectUnusable(folder, { host: '192.0.2.1' }, /^192\.0\.2\.1 is no address of this computer\. .*HOST/);
    expect(await readdir(join(folder, 'data'))).not.toContain('cuedesk.lock');
  },
  TIMEOUT,
);

test(
  '[PR5] a source or a setting that cannot be used ends with 1 and one sentence, before anything is written',
  async () => {
    const folder = await folderOfTest();
    const capture = join(folder, 'broken.bin');
    await writeFile(capture, 'no capture at all');
    const child = startChild(folder, [`--source=replay:${capture}`]);
    expectOneSentence(await child.ended, /broken\.bin is no webcast capture/);
    expect(await readdir(folder)).toEqual(['broken.bin']);
    await expectUnusable(folder, { sources: ['twitch:somebody'] }, /"twitch:somebody" is no source: write tiktok:@/);
    await expectUnusable(folder, { sources: ['demo', 'replay:/nowhere/at.all'] }, /There is no file/);
    expect((await readdir(folder)).toSorted()).toEqual(['broken.bin', 'dist']);
  },
  TIMEOUT,
);

test('[PR5] options and settings are checked before anything is opened, each with its name in the sentence', () => {
  const read = (env: Record<string, string>, args: string[] = []) => {
    try {
      return readConfig(args, env);
    } catch (error) {
      expect(error).toBeInstanceOf(UnusableConfig);
      return (error as Error).message;
    }
  };
  expect(read({}, ['--sauce=x'])).toBe("Unknown option '--sauce'. See npm start -- --help.");
  expect(read({ CUEDESK_OWNER_TOKEN: 'short' })).toMatch(/CUEDESK_OWNER_TOKEN has 5 characters; it needs 32/);
  expect(read({ PORT: '70000' })).toMatch(/PORT must be a port from 0 to 65535, not "70000"/);
  expect(read({ PUBLIC_PORT: '-1' })).toMatch(/PUBLIC_PORT must be a port/);
  expect(read({ CUEDESK_PUBLIC_URL: 'javascript:alert(1)' })).toMatch(/CUEDESK_PUBLIC_URL must be an http/);
  expect(read({ CUEDESK_TUNNEL: 'netcat' })).toMatch(/CUEDESK_TUNNEL must be one of cloudflared/);
  expect(read({ LOG_LEVEL: 'loud' })).toMatch(/LOG_LEVEL must be one of/);
  for (const url of ['https://x/p?q=1#f', 'https://x/?', 'https://x/#', 'https://a:b@x']) {
    expect([url, read({ CUEDESK_PUBLIC_URL: url })]).toEqual([
      url,
      expect.stringMatching(/without user, query and fragm/),
    ]);
  }
  for (const proxies of ['10.0.0.0/', '10.0.0.0/8.5', '10.0.0.0/33', '10.0.0.0/-1', '10.0.0.0/8/8', '::1/0x1', '/8']) {
    const holds = `CUEDESK_TRUSTED_PROXIES holds "${proxies}"`;
    expect(read({ CUEDESK_TRUSTED_PROXIES: `127.0.0.1, ${proxies}` })).toEqual(expect.stringContaining(holds));
  }
  for (const url of ['smtp://a%zz:b@host', 'smtp://a:%e4@host', 'smtp:x', 'http://host']) {
    expect(read({ SMTP_URL: url, MAIL_FROM: 'a@example.org' })).toMatch(/^SMTP_URL must be a mail server, such as /);
  }
  for (const url of ['mysql://u:secret@x', 'x', 'postgres:x']) {
    const said = read({ DATABASE_URL: url });
    expect(said).toMatch(/^DATABASE_URL must be a PostgreSQL database, such as postgres:/);
    expect(said).not.toMatch(/secret/);
  }
  for (const url of ['http://x', 'ws://', 'no address']) {
    expect([url, read({ OBS_WEBSOCKET_URL: url })]).toEqual([
      url,
      expect.stringMatching(/^OBS_WEBSOCKET_URL must be a/),
    ]);
  }
  expect(read({ OBS_WEBSOCKET_URL: '192.168.1.5:4455', DATABASE_URL: 'postgresql:///cuedesk' })).toMatchObject({
    obs: { address: 'ws://192.168.1.5:4455' },
    databaseUrl: 'postgresql:///cuedesk',
  });
  expect(read({ PUBLIC_PORT: 'off', CUEDESK_SOURCE: ' a:b  c:d ' }, ['--source=e:f'])).toMatchObject({
    host: '127.0.0.1',
    port: 4747,
    publicPort: null,
    sources: ['a:b', 'c:d', 'e:f'],
  });
});

test(
  '[PR5] a data folder that is none, a damaged database or a cut secret ends with 1 and is left as it is',
  async () => {
    const folder = await folderOfTest();
    const isFile = join(folder, 'a-file');
    await writeFile(isFile, 'mine');
    const damaged = join(folder, 'damaged');
    await mkdir(damaged);
    await writeFile(join(damaged, 'cuedesk.db'), Buffer.alloc(8192, 7));
    const cut = join(folder, 'cut');
    await mkdir(cut);
    await writeFile(join(cut, 'secret'), 'short\n');
    const ended = await startChild(folder, [], { CUEDESK_DATA: damaged }).ended;
    expectOneSentence(ended, /cuedesk\.db is damaged .*Nothing was changed/);
    await expectUnusable(folder, { dataFolder: isFile }, /a-file cannot be written .*CUEDESK_DATA/);
    await expectUnusable(folder, { dataFolder: join(isFile, 'below') }, /below cannot be written .*CUEDESK_DATA/);
    await expectUnusable(folder, { dataFolder: cut }, /secret is damaged/);
    expect(await readFile(isFile, 'utf8')).toBe('mine');
    expect(await readFile(join(damaged, 'cuedesk.db'))).toEqual(Buffer.alloc(8192, 7));
    expect(await readFile(join(cut, 'secret'), 'utf8')).toBe('short\n');
  },
  TIMEOUT,
);

test(
  '[PR6] --help and --version say it and end with 0, and touch nothing',
  async () => {
    const folder = await folderOfTest();
    const [help, version] = await Promise.all(
      ['--help', '--version'].map((option) => startChild(folder, [option]).ended),
    );
    expect(help).toMatchObject({ code: 0, stderr: '' });
    expect(help?.stdout).toMatch(/--source=SPEC.*--demo/s);
    expect(version?.stdout).toMatch(/^\d+\.\d+\.\d+\n$/);
    expect(await readdir(folder)).toEqual([]);
  },
  TIMEOUT,
);

test(
  '[PR7] the sample show plays in a throw-away folder: the configured one is not touched, and nothing is left',
  async () => {
    const folder = await folderOfTest();
    const child = startChild(folder, ['--demo'], { TMPDIR: folder });
    const base = await child.ready;
    const [made] = await readdir(folder);
    expect(made).toMatch(/^cuedesk-demo-/);
    expect((await stat(join(folder, String(made)))).mode & 0o777).toBe(0o700);
    expect((await liveOf(base)).sources).toMatchObject([{ id: 'demo' }]);
    child.process.kill('SIGTERM');
    expect(await child.ended).toMatchObject({ code: 0, stderr: '' });
    expect(await readdir(folder)).toEqual([]);
  },
  TIMEOUT,
);

/** The files that a process has open. */
async function openedBy(pid: number | undefined): Promise<string[]> {
  const numbers = await readdir(`/proc/${pid}/fd`);
  return Promise.all(numbers.map((number) => readlink(`/proc/${pid}/fd/${number}`).catch(() => '')));
}

/** The priorities of a process's threads: of the one that runs its program, and of V8's helpers, each once. */
async function helpersNice(pid: number | undefined): Promise<{ main: number; helpers: number[] }> {
  const threads = await readdir(`/proc/${pid}/task`);
  const named = await Promise.all(
    threads.map(async (thread) => ({
      name: (await readFile(`/proc/${pid}/task/${thread}/comm`, 'utf8')).trim(),
      nice: getPriority(Number(thread)),
    })),
  );
  const helpers = new Set(named.filter(({ name }) => name === 'V8Worker').map(({ nice }) => nice));
  return { main: getPriority(Number(pid)), helpers: [...helpers] };
}
