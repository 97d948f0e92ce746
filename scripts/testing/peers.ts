import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { accessSync, chownSync, constants, mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';

/** A peer that runs for one test run. `env` tells the tests where it is. */
export interface Peer {
  readonly name: string;
  readonly env: Readonly<Record<string, string>>;
  stop(): Promise<void>;
}

/** Why a peer is not there, and the Debian packages that bring it. */
export interface MissingPeer {
  readonly name: string;
  readonly why: string;
  readonly packages: string;
}

/** A started server says this once it serves. */
const PATIENCE_MS = 30_000;

/** Path of a program, from PATH or the further folders; null where it is not installed. */
function find(program: string, further: readonly string[] = []): string | null {
  const folders = [...(process.env['PATH'] ?? '').split(delimiter), ...further];
  for (const path of folders.map((folder) => join(folder, program))) {
    try {
      accessSync(path, constants.X_OK);
      return path;
    } catch {
      // Not here; the next folder may have it.
    }
  }
  return null;
}

/** The tests start OBS themselves, each with its own profile; here it only has to be installed. */
export function findObs(): Peer | MissingPeer {
  const missing = ['obs', 'Xvfb'].filter((program) => find(program) === null);
  const packages = 'obs-studio xvfb libgl1-mesa-dri fonts-dejavu-core';
  if (missing.length > 0) return { name: 'OBS', why: `${missing.join(' and ')} not found`, packages };
  return { name: 'OBS', env: { CUEDESK_TEST_OBS: '1' }, stop: async () => {} };
}

/** A throw-away cluster on loopback that trusts everybody; nothing of it has to survive a power cut. */
export async function startPostgres(patienceMs = PATIENCE_MS): Promise<Peer | MissingPeer> {
  const missing = (why: string) => ({ name: 'PostgreSQL', why, packages: 'postgresql' });
  const debian = installedVersions('/usr/lib/postgresql').map((version) => `/usr/lib/postgresql/${version}/bin`);
  const [initdb, postgres] = [find('initdb', debian), find('postgres', debian)];
  if (initdb === null || postgres === null) return missing('initdb or postgres not found');
  const user = ordinaryUser();
  if (user === null) return missing('it refuses to run as root, and there is no user postgres');
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-postgres-'));
  if (user.uid !== undefined) chownSync(folder, user.uid, user.gid);
  const data = join(folder, 'data');
  let server: ChildProcess | null = null;
  const stop = async () => {
    // SIGINT is PostgreSQL's "fast" shutdown: it does not wait for clients.
    if (server) await end(server, 'SIGINT');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    const init = ['-D', data, '-U', 'postgres', '-A', 'trust', '-E', 'UTF8', '--locale=C', '--no-sync'];
    execFileSync(initdb, init, { ...user, cwd: folder, stdio: ['ignore', 'ignore', 'pipe'] });
    const port = await freePort();
    const settings = ['listen_addresses=127.0.0.1', 'unix_socket_directories=', 'fsync=off', 'full_page_writes=off'];
    const args = ['-D', data, '-p', String(port), ...settings.flatMap((setting) => ['-c', setting])];
    server = spawn(postgres, args, { ...user, cwd: folder, stdio: ['ignore', 'pipe', 'pipe'] });
    await said(server, 'ready to accept connections', patienceMs);
    const url = `postgres://postgres@127.0.0.1:${port}/postgres`;
    return { name: 'PostgreSQL', env: { CUEDESK_TEST_POSTGRES: url }, stop };
  } catch (error) {
    await stop();
    return missing(`it did not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}

export async function startRedis(): Promise<Peer | MissingPeer> {
  const missing = (why: string) => ({ name: 'Redis', why, packages: 'redis-server' });
  const program = find('redis-server');
  if (program === null) return missing('redis-server not found');
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-redis-'));
  const port = await freePort();
  const args = ['--port', String(port), '--bind', '127.0.0.1', '--save', '', '--appendonly', 'no', '--dir', folder];
  const server = spawn(program, args, { stdio: ['ignore', 'pipe', 'pipe'] });
  const stop = async () => {
    await end(server, 'SIGTERM');
    rmSync(folder, { recursive: true, force: true });
  };
  try {
    await said(server, 'eady to accept connections', PATIENCE_MS);
    return { name: 'Redis', env: { CUEDESK_TEST_REDIS: `redis://127.0.0.1:${port}` }, stop };
  } catch (error) {
    await stop();
    return missing(`it did not start: ${error instanceof Error ? error.message : String(error)}`);
  }
}

function installedVersions(folder: string): string[] {
  try {
    return readdirSync(folder).sort((a, b) => Number(b) - Number(a));
  } catch {
    return [];
  }
}

/** Whom PostgreSQL runs as: this user, or `postgres` for root. Null when root has no such user to lend. */
function ordinaryUser(): { uid?: number; gid: number } | null {
  if (process.getuid?.() !== 0) return { gid: process.getgid?.() ?? 0 };
  try {
    const id = (which: string) => Number(execFileSync('id', [which, 'postgres'], { encoding: 'utf8', stdio: 'pipe' }));
    return { uid: id('-u'), gid: id('-g') };
  } catch {
    return null;
  }
}

export async function freePort(): Promise<number> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return address.port;
}

/** Waits until the server prints the words. Throws what it printed instead when it ends or stays silent. */
function said(server: ChildProcess, words: string, patienceMs: number): Promise<void> {
  return new Promise((resolve, reject) => {
    let heard = '';
    const fail = (why: string) => reject(new Error(`${why}; it printed: ${heard.trim()}`));
    const patience = setTimeout(() => fail(`not ready after ${patienceMs / 1000} s`), patienceMs);
    server.once('error', (error) => fail(error.message));
    server.once('exit', () => fail('it ended'));
    for (const stream of [server.stdout, server.stderr]) {
      stream?.setEncoding('utf8').on('data', (text: string) => {
        heard = (heard + text).slice(-4_000);
        if (!heard.includes(words)) return;
        clearTimeout(patience);
        resolve();
      });
    }
  });
}

async function end(server: ChildProcess, signal: NodeJS.Signals): Promise<void> {
  // One that could not even be started has no number, and never tells of an end.
  if (server.pid === undefined || server.exitCode !== null || server.signalCode !== null) return;
  const gone = new Promise((resolve) => server.once('exit', resolve));
  server.kill(signal);
  const patience = setTimeout(() => server.kill('SIGKILL'), 5_000);
  await gone;
  clearTimeout(patience);
}
