import { mkdir, readdir, readFile, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import { chat } from '../core/live/events.ts';
import { type Ended, startChild } from './child.ts';
import { freshFolder, liveOf, postEvents } from './given-program.ts';

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

test(
  '[PR1] the ready block names studio, stage and booking page for people, and ends with the one line for scripts',
  async () => {
    const folder = await folderOfTest();
    const child = startChild(folder);
    const base = await child.ready;
    expect(base).toMatch(/^http:\/\/127\.0\.0\.1:\d+$/);
    expect((await fetch(`${base}/healthz`)).status).toBe(200);
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
  '[PR2] SIGINT and SIGTERM stop it in order with exit code 0, and what was accepted is there at the next start',
  async () => {
    const folder = await folderOfTest();
    const first = startChild(folder);
    expect((await postEvents(await first.ready, chat('kept'))).status).toBe(202);
    first.process.kill('SIGINT');
    expect(await first.ended).toMatchObject({ code: 0, stderr: '' });
    const second = startChild(folder);
    expect(await liveOf(await second.ready)).toMatchObject({ totals: { chats: 1 } });
    second.process.kill('SIGTERM');
    expect(await second.ended).toMatchObject({ code: 0, stderr: '' });
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
    const port = String(typeof address === 'object' && address ? address.port : 0);
    const privateTaken = startChild(folder, [], { PORT: port });
    expectOneSentence(await privateTaken.ended, new RegExp(`Port ${port} on 127.0.0.1 is taken.* PORT\\.`));
    const publicTaken = startChild(folder, [], { PUBLIC_PORT: port });
    expectOneSentence(await publicTaken.ended, new RegExp(`Port ${port} .*is taken.* PUBLIC_PORT\\.`));
    expect(await readdir(join(folder, 'data'))).not.toContain('cuedesk.lock');
  },
  TIMEOUT,
);

test(
  '[PR5] what cannot be used ends with 1 and one sentence, before anything is written',
  async () => {
    const folder = await folderOfTest();
    const capture = join(folder, 'broken.bin');
    await writeFile(capture, 'no capture at all');
    const cases: [string[], Record<string, string>, RegExp][] = [
      [['--source=twitch:somebody'], {}, /"twitch:somebody" is no source: write tiktok:@handle/],
      [[`--source=replay:${capture}`], {}, /broken\.bin is no webcast capture/],
      [['--source=replay:/nowhere/at.all'], {}, /There is no file/],
      [['--sauce=x'], {}, /--sauce.*--help/],
      [[], { CUEDESK_OWNER_TOKEN: 'short' }, /CUEDESK_OWNER_TOKEN has 5 characters; it needs 32/],
      [[], { PORT: '70000' }, /PORT must be a port from 0 to 65535, not "70000"/],
      [[], { CUEDESK_PUBLIC_URL: 'javascript:alert(1)' }, /CUEDESK_PUBLIC_URL must be an http/],
      [[], { CUEDESK_TUNNEL: 'netcat' }, /CUEDESK_TUNNEL must be one of cloudflared/],
    ];
    const ended = await Promise.all(cases.map(([args, env]) => startChild(folder, args, env).ended));
    for (const [at, [, , words]] of cases.entries()) expectOneSentence(ended[at] as Ended, words);
    expect(await readdir(folder)).toEqual(['broken.bin']);
  },
  TIMEOUT,
);

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
    const start = (data: string) => startChild(folder, [], { CUEDESK_DATA: data }).ended;
    const ended = await Promise.all([isFile, join(isFile, 'below'), damaged, cut].map(start));
    expectOneSentence(ended[0] as Ended, /a-file cannot be written .*CUEDESK_DATA/);
    expectOneSentence(ended[1] as Ended, /below cannot be written .*CUEDESK_DATA/);
    expectOneSentence(ended[2] as Ended, /cuedesk\.db is damaged .*Nothing was changed/);
    expectOneSentence(ended[3] as Ended, /secret is damaged/);
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
