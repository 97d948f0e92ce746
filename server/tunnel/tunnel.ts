import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import { setTimeout as delay } from 'node:timers/promises';
import type { TunnelProgram } from '../../shared/studio-view.ts';

/** How each program is asked for a tunnel to a local port, and how its address looks in what it prints. */
const PROGRAMS: Readonly<Record<TunnelProgram, { args: (port: number) => string[]; address: RegExp }>> = {
  cloudflared: {
    args: (port) => ['tunnel', '--no-autoupdate', '--url', `http://127.0.0.1:${port}`],
    address: /https:\/\/(?!api\.)[a-z0-9-]+\.trycloudflare\.com/i,
  },
  tailscale: { args: (port) => ['funnel', String(port)], address: /https:\/\/[a-z0-9.-]+\.ts\.net/i },
  ngrok: {
    args: (port) => ['http', String(port), '--log', 'stdout', '--log-format', 'json'],
    address: /https:\/\/[a-z0-9.-]+\.ngrok(?:-free)?\.(?:app|dev|io)/i,
  },
};
/** The last words of a program that ended, for the studio. */
const WORDS_KEPT = 400;
const FIRST_RETRY_MS = 1000;
const LONGEST_RETRY_MS = 60_000;
/** A tunnel that ran for less counts as a failed try: these services do not like to be asked every second. */
const STOOD_AFTER_MS = 60_000;

/** What the tunnel tells its owner. `address` is there once it is open. */
export interface TunnelNews {
  readonly state: 'starting' | 'open' | 'failed' | 'off';
  readonly address: string | null;
  readonly detail: string;
}

/** The tunnel programs that this machine has, by looking through PATH; nothing is started. */
export function installedTunnels(path: string): TunnelProgram[] {
  const names = Object.keys(PROGRAMS) as TunnelProgram[];
  return names.filter((name) => programFile(name, path) !== null);
}

function programFile(name: TunnelProgram, path: string): string | null {
  // A `.cmd` cannot be started without a shell (Node's answer to CVE-2024-27980), and a shell is not wanted here.
  const endings = process.platform === 'win32' ? ['.exe'] : [''];
  for (const folder of path.split(delimiter)) {
    for (const ending of endings) {
      const file = join(folder, name + ending);
      try {
        accessSync(file, constants.X_OK);
        return file;
      } catch {
        // Not in this folder.
      }
    }
  }
  return null;
}

/**
 * Keeps the program running on a local port and tells what becomes of it until the signal aborts: one that ends is
 * started again, backing off with jitter. The program gets no arguments but ours, and its output is only searched for
 * an address of its own service.
 */
export function openTunnel(
  program: TunnelProgram,
  port: number,
  path: string,
  stop: AbortSignal,
  tell: (news: TunnelNews) => void,
): void {
  const file = programFile(program, path);
  if (file) return void keepRunning(program, file, port, stop, tell);
  tell({
    state: 'failed',
    address: null,
    detail: `${program} is not installed on this machine. Install it, or enter an address by hand.`,
  });
}

async function keepRunning(
  program: TunnelProgram,
  file: string,
  port: number,
  stop: AbortSignal,
  tell: (news: TunnelNews) => void,
): Promise<void> {
  let failed = 0;
  let detail = '';
  while (!stop.aborted) {
    // The last words stay while it tries again: they say what to do.
    tell({ state: 'starting', address: null, detail });
    const begun = performance.now();
    detail = await runOnce(program, file, port, stop, tell);
    if (stop.aborted) break;
    tell({ state: 'failed', address: null, detail });
    failed = performance.now() - begun < STOOD_AFTER_MS ? failed + 1 : 1;
    await delay(retryDelay(failed, Math.random()), undefined, { signal: stop }).catch(() => {});
  }
  tell({ state: 'off', address: null, detail: '' });
}

/** Milliseconds until the next try after `failed` ones in a row, from 1; `random` is in [0, 1). */
export function retryDelay(failed: number, random: number): number {
  return Math.min(FIRST_RETRY_MS * 2 ** Math.min(failed - 1, 10), LONGEST_RETRY_MS) * (0.75 + random / 2);
}

/** Resolves with a sentence on its end; never rejects. */
function runOnce(
  program: TunnelProgram,
  file: string,
  port: number,
  stop: AbortSignal,
  tell: (news: TunnelNews) => void,
): Promise<string> {
  const { args, address } = PROGRAMS[program];
  const ended = Promise.withResolvers<string>();
  const unstarted = (error: unknown) =>
    ended.resolve(`${program} could not be started (${error instanceof Error ? error.message : String(error)}).`);
  let words = '';
  let open = false;
  const read = (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-20 * WORDS_KEPT);
    const found = open ? null : address.exec(words);
    if (!found || stop.aborted) return;
    open = true;
    tell({ state: 'open', address: found[0], detail: '' });
  };
  try {
    const child = spawn(file, args(port), { stdio: ['ignore', 'pipe', 'pipe'], signal: stop, killSignal: 'SIGTERM' });
    child.stdout.on('data', read);
    child.stderr.on('data', read);
    child.on('error', (error) => {
      // Told to stop, it is over when it has ended, not when it was asked to.
      if (!stop.aborted) unstarted(error);
    });
    child.on('close', (code) =>
      ended.resolve(`${program} ended (${code ?? 'by a signal'}): ${words.slice(-WORDS_KEPT).trim()}`),
    );
  } catch (error) {
    // Some errors of the system are thrown here instead of told, such as one for a file that is no program.
    unstarted(error);
  }
  return ended.promise;
}
