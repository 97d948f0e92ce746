import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Config, readConfig } from '../../server/config.ts';
import { openLog } from '../../server/log.ts';
import { openProgram, type Program } from '../../server/program.ts';
import type { LiveEvent } from '../../shared/events.ts';
import type { LiveSession } from '../../shared/live.ts';

/** The real program of a test, in this process, on free ports and a folder of its own. */

export const OWNER_TOKEN = 'canary-owner-token-0123456789-0123456789';
export const AS_OWNER = { authorization: `Bearer ${OWNER_TOKEN}` };
export const JSON_BODY = { 'content-type': 'application/json' };

export interface TestProgram {
  readonly program: Program;
  /** Address of the private door. */
  readonly base: string;
  readonly publicBase: string;
  readonly port: number;
  readonly publicPort: number;
  readonly folder: string;
  /** Every line of the log so far, at the level `trace`. */
  readonly log: string[];
  close(): Promise<void>;
}

export async function freshFolder(): Promise<string> {
  return mkdtemp(join(tmpdir(), 'cuedesk-program-'));
}

/** A configuration as an empty environment gives it, on free ports, with an owner's token and little pages. */
export async function givenConfig(folder: string, changes: Partial<Config> = {}): Promise<Config> {
  const distFolder = join(folder, 'dist');
  for (const page of ['studio', 'desk', 'stage', 'book']) {
    await mkdir(join(distFolder, page), { recursive: true });
    await writeFile(join(distFolder, page, 'index.html'), `<!doctype html><title>${page}</title>`);
  }
  await mkdir(join(distFolder, 'assets'), { recursive: true });
  await writeFile(join(distFolder, 'assets', 'page-1a2b3c.js'), 'export {};');
  await mkdir(join(distFolder, 'assets-evil'), { recursive: true });
  await writeFile(join(distFolder, 'assets-evil', 'secret.txt'), 'canary of a sibling folder');
  const config = readConfig([], {});
  const own = { port: 0, publicPort: 0, ownerToken: OWNER_TOKEN, dataFolder: join(folder, 'data'), distFolder };
  // A test must not find the OBS of whoever runs it.
  return { ...config, obs: { ...config.obs, search: false }, ...own, ...changes };
}

export async function startProgram(changes: Partial<Config> = {}, given?: string): Promise<TestProgram> {
  const folder = given ?? (await freshFolder());
  const log: string[] = [];
  const logger = openLog('trace', (line) => void log.push(line));
  const program = await openProgram(await givenConfig(folder, changes), logger, '0.0.0-test');
  const port = portOf(program.doors.private.api.server.address());
  const publicPort = program.doors.public ? portOf(program.doors.public.api.server.address()) : 0;
  return {
    program,
    base: `http://127.0.0.1:${port}`,
    publicBase: `http://127.0.0.1:${publicPort}`,
    port,
    publicPort,
    folder,
    log,
    close: async () => {
      await program.close();
      if (given === undefined) await rm(folder, { recursive: true, force: true });
    },
  };
}

function portOf(address: unknown): number {
  return typeof address === 'object' && address !== null && 'port' in address ? Number(address.port) : 0;
}

export async function postEvents(base: string, events: ReadonlyArray<LiveEvent> | LiveEvent): Promise<Response> {
  return fetch(`${base}/api/v1/events`, {
    method: 'POST',
    headers: { ...AS_OWNER, ...JSON_BODY },
    body: JSON.stringify(events),
  });
}

export async function liveOf(base: string): Promise<LiveSession> {
  const answer = await fetch(`${base}/api/v1/live`, { headers: AS_OWNER });
  return (await answer.json()) as LiveSession;
}

/** The address of the first stage, and the token in it. */
export async function stageToken(base: string): Promise<string> {
  const answer = await fetch(`${base}/api/v1/stages`, { headers: AS_OWNER });
  const [stage] = (await answer.json()) as { url: string }[];
  return stage?.url.split('#')[1] ?? '';
}

/** Sends the very bytes and answers all that comes back until the server has said enough or closes. */
export function rawRequest(port: number, text: string): Promise<string> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, '127.0.0.1', () => socket.write(text));
    let answer = '';
    const done = () => {
      socket.destroy();
      resolve(answer);
    };
    socket.setTimeout(3000, done);
    socket.on('data', (chunk: Buffer) => {
      answer += chunk.toString('latin1');
      if (answer.includes('\r\n\r\n')) done();
    });
    socket.on('close', done);
    socket.on('error', (error) => (answer ? done() : reject(error)));
  });
}

/** The status of a raw answer; 0 when there was none. */
export function statusOf(answer: string): number {
  return Number(/^HTTP\/1\.1 (\d{3})/.exec(answer)?.[1] ?? 0);
}

/** A call of the API; the owner’s, unless it says otherwise. */
export async function post(base: string, path: string, body: unknown = {}, headers: Record<string, string> = AS_OWNER) {
  return fetch(`${base}/api/v1${path}`, {
    method: 'POST',
    headers: { ...headers, ...JSON_BODY },
    body: JSON.stringify(body),
  });
}

/** A cookie as a browser would send it back. */
export function cookieOf(answer: Response): string {
  return answer.headers.getSetCookie()[0]?.split(';')[0] ?? '';
}
