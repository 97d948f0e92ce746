import { type ChildProcess, execFileSync, spawn } from 'node:child_process';
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** A program under measure. */
export interface Program {
  readonly pid: number;
  /** From its ready line. */
  readonly url: string;
  readonly readyMs: number;
  /** The address of V8's inspector; null: it was started without. */
  readonly inspector: string | null;
  stop(): Promise<void>;
}

export const OWNER_TOKEN = 'owner-token-of-the-benchmark-0000000001';

/** One that keeps nothing, or one that keeps what it passes on. */
export function startRelay(kind: 'relay' | 'durable-relay', bridge: string): Promise<Program> {
  return startProgram([join(import.meta.dirname, `${kind}.ts`), bridge], {});
}

export function startBareHttp(): Promise<Program> {
  return startProgram([join(import.meta.dirname, 'bare-http.ts')], {});
}

/** A script that shows the scene for every frame of the bridge. */
export function startBareObs(bridge: string, obs: string, password: string, scene: string): Promise<Program> {
  return startProgram([join(import.meta.dirname, 'bare-obs.ts'), bridge, obs, password, scene], {});
}

/** Serves what each address answers with now. */
export function startBareBytes(urls: readonly string[]): Promise<Program> {
  return startProgram([join(import.meta.dirname, 'bare-bytes.ts'), ...urls], {});
}

/** What `npm start` gives to node: `exec node FLAGS scripts/run.mjs start`. */
function startArguments(): string[] {
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
  return scripts.start.split(' ').slice(2);
}

/** Cuedesk as `npm start` starts it when everything is built, on an empty data folder. */
export async function startCuedesk(...args: string[]): Promise<Program> {
  const data = mkdtempSync(join(tmpdir(), 'cuedesk-bench-'));
  const program = await startCuedeskOn(data, ...args);
  const stop = () => program.stop().finally(() => rmSync(data, { recursive: true, force: true }));
  return { ...program, stop };
}

/** The same with V8's inspector open, to look into its heap. */
export async function startInspected(...args: string[]): Promise<Program> {
  const data = mkdtempSync(join(tmpdir(), 'cuedesk-bench-'));
  const program = await startProgram(['--inspect=127.0.0.1:0', ...startArguments(), ...args], settingsOn(data));
  const stop = () => program.stop().finally(() => rmSync(data, { recursive: true, force: true }));
  return { ...program, stop };
}

/** Cuedesk on a data folder that is there, and stays. */
export function startCuedeskOn(data: string, ...args: string[]): Promise<Program> {
  return startProgram([...startArguments(), ...args], settingsOn(data));
}

function settingsOn(data: string): NodeJS.ProcessEnv {
  return {
    HOST: '127.0.0.1',
    PORT: '0',
    PUBLIC_PORT: '0',
    CUEDESK_DATA: data,
    CUEDESK_OWNER_TOKEN: OWNER_TOKEN,
    LOG_LEVEL: 'warn',
  };
}

async function startProgram(args: string[], env: NodeJS.ProcessEnv): Promise<Program> {
  const begun = performance.now();
  const child = spawn(process.execPath, args, {
    cwd: root,
    env: { ...process.env, OBS_SEARCH: 'off', ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const told = complaintsOf(child);
  const url = await readyUrl(child);
  const readyMs = performance.now() - begun;
  return { pid: Number(child.pid), url, readyMs, inspector: told.inspector, stop: () => end(child) };
}

/** Passes on what the program complains of, but for the inspector's greeting, which says where that listens. */
function complaintsOf(child: ChildProcess): { inspector: string | null } {
  const told: { inspector: string | null } = { inspector: null };
  child.stderr?.setEncoding('utf8').on('data', (text: string) => {
    told.inspector ??= /^Debugger listening on (ws:\S+)$/m.exec(text)?.[1] ?? null;
    const rest = text.replaceAll(/^(?:Debugger |For help, see: ).*\n?/gm, '');
    if (rest !== '') process.stderr.write(rest);
  });
  return told;
}

function readyUrl(child: ChildProcess): Promise<string> {
  return new Promise((resolve, reject) => {
    let heard = '';
    child.stdout?.setEncoding('utf8').on('data', (text: string) => {
      heard += text;
      const found = /^(?:cuedesk )?ready (http:\S+)/m.exec(heard)?.[1];
      if (found !== undefined) resolve(found);
    });
    child.once('exit', (code) => reject(new Error(`ended with ${code} before it was ready: ${heard}`)));
  });
}

async function end(child: ChildProcess): Promise<void> {
  if (child.exitCode !== null || child.signalCode !== null) return;
  const gone = new Promise((resolve) => child.once('exit', resolve));
  child.kill('SIGTERM');
  await gone;
}

/** Resident memory in MB. */
export function memoryOf({ pid }: Program): number {
  return Number(execFileSync('ps', ['-o', 'rss=', '-p', String(pid)], { encoding: 'utf8' })) / 1024;
}
