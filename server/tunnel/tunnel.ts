import { spawn } from 'node:child_process';
import { accessSync, constants } from 'node:fs';
import { delimiter, join } from 'node:path';
import type { TunnelProgram } from '../../shared/protocol.ts';

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
  const endings = process.platform === 'win32' ? ['.exe', '.cmd'] : [''];
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
 * Starts the program on a local port and tells what becomes of it until the signal aborts. The program gets no
 * arguments but ours, and its output is only searched for an address of its own service.
 */
export function openTunnel(
  program: TunnelProgram,
  port: number,
  path: string,
  stop: AbortSignal,
  tell: (news: TunnelNews) => void,
): void {
  const file = programFile(program, path);
  if (!file) {
    tell({
      state: 'failed',
      address: null,
      detail: `${program} is not installed on this machine. Install it, or enter an address by hand.`,
    });
    return;
  }
  const { args, address } = PROGRAMS[program];
  const child = spawn(file, args(port), { stdio: ['ignore', 'pipe', 'pipe'], signal: stop, killSignal: 'SIGTERM' });
  let words = '';
  let open = false;
  tell({ state: 'starting', address: null, detail: '' });
  const read = (chunk: Buffer) => {
    words = (words + chunk.toString('utf8')).slice(-20 * WORDS_KEPT);
    const found = open ? null : address.exec(words);
    if (!found) return;
    open = true;
    tell({ state: 'open', address: found[0], detail: '' });
  };
  child.stdout.on('data', read);
  child.stderr.on('data', read);
  child.on('error', (error) => {
    if (!stop.aborted)
      tell({ state: 'failed', address: null, detail: `${program} could not be started (${error.message}).` });
  });
  child.on('close', (code) => {
    if (stop.aborted) tell({ state: 'off', address: null, detail: '' });
    else
      tell({
        state: 'failed',
        address: null,
        detail: `${program} ended (${code ?? 'by a signal'}): ${words.slice(-WORDS_KEPT).trim()}`,
      });
  });
}
