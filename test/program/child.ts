import { type ChildProcess, spawn } from 'node:child_process';
import { join, resolve } from 'node:path';
import { onTestFinished } from 'vitest';
import { compileCache } from '../../scripts/bootstrap/setup.mjs';
import { OWNER_TOKEN } from './given-program.ts';

/** The program as a process of its own, where signals and exit codes matter. */

const root = resolve(import.meta.dirname, '../..');
const MAIN = { source: join(root, 'server', 'main.ts'), built: join(root, 'dist', 'server', 'main.js') };

export interface Ended {
  readonly code: number | null;
  readonly signal: NodeJS.Signals | null;
  readonly stdout: string;
  readonly stderr: string;
}

export interface RunningChild {
  readonly process: ChildProcess;
  /** Resolves with the private door's address when the ready line came; rejects when the process ended without it. */
  readonly ready: Promise<string>;
  readonly ended: Promise<Ended>;
}

/** Starts it on free ports with `folder`/data as its data. It is killed at the end of the test at the latest. */
export function startChild(
  folder: string,
  args: ReadonlyArray<string> = [],
  env: Record<string, string> = {},
  form: keyof typeof MAIN = 'source',
): RunningChild {
  const own = {
    PATH: '',
    PORT: '0',
    PUBLIC_PORT: '0',
    CUEDESK_DATA: join(folder, 'data'),
    CUEDESK_OWNER_TOKEN: OWNER_TOKEN,
    LOG_LEVEL: 'warn',
    OBS_SEARCH: 'off',
    NODE_COMPILE_CACHE: compileCache,
  };
  const child = spawn(process.execPath, [MAIN[form], ...args], {
    env: { ...own, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  let stdout = '';
  let stderr = '';
  const ended = new Promise<Ended>((done) => {
    child.once('close', (code, signal) => done({ code, signal, stdout, stderr }));
  });
  child.stderr.on('data', (chunk: Buffer) => {
    stderr += chunk.toString('utf8');
  });
  const ready = new Promise<string>((done, fail) => {
    child.stdout.on('data', (chunk: Buffer) => {
      stdout += chunk.toString('utf8');
      const line = /^cuedesk ready (\S+)$/m.exec(stdout);
      if (line?.[1]) done(line[1]);
    });
    ended.then(({ code }) => fail(new Error(`ended with ${code} before it was ready: ${stderr}`))).catch(fail);
  });
  ready.catch(() => undefined);
  onTestFinished(async () => {
    child.kill('SIGKILL');
    await ended;
  });
  return { process: child, ready, ended };
}
