import { type ChildProcess, spawn } from 'node:child_process';
import { once } from 'node:events';
import { accessSync, closeSync, constants, openSync } from 'node:fs';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import { delimiter, join } from 'node:path';
import type { Readable } from 'node:stream';
import { setTimeout as pause } from 'node:timers/promises';
import { writeObsConfig } from './obs-config.ts';

const PROGRAMS = ['obs', 'Xvfb', 'setpriv'];
const START_WITHIN_MS = 30_000;

/** What is missing for a real OBS, with how to install it; null when all is there. */
export function missingObs(): string | null {
  const missing = PROGRAMS.filter((name) => !isInstalled(name));
  if (missing.length === 0) return null;
  return `needs ${missing.join(', ')}: apt-get install --no-install-recommends obs-studio xvfb libgl1-mesa-dri fonts-dejavu-core util-linux`;
}

function isInstalled(name: string): boolean {
  return (process.env['PATH'] ?? '').split(delimiter).some((folder) => {
    try {
      accessSync(join(folder, name), constants.X_OK);
      return true;
    } catch {
      return false;
    }
  });
}

/** A real OBS Studio in a throw-away folder under a display of its own; both die with this process. */
export class RealObs {
  readonly port: number;
  readonly password: string;
  readonly #folder: string;
  readonly #display: string;
  readonly #xvfb: ChildProcess;
  #obs: ChildProcess | null = null;

  private constructor(own: { port: number; password: string; folder: string; display: string; xvfb: ChildProcess }) {
    this.port = own.port;
    this.password = own.password;
    this.#folder = own.folder;
    this.#display = own.display;
    this.#xvfb = own.xvfb;
  }

  static async start(password = 'a password; long = enough'): Promise<RealObs> {
    const port = await freePort();
    const folder = await mkdtemp(join(tmpdir(), 'obs-'));
    await writeObsConfig(folder, port, password);
    const { xvfb, display } = await startDisplay();
    const obs = new RealObs({ port, password, folder, display, xvfb });
    await obs.launch();
    return obs;
  }

  /** Where OBS puts a picture of what is on program, when it is asked for one by its own hotkey. */
  get pictures(): string {
    return join(this.#folder, 'pictures');
  }

  get address(): string {
    return `ws://127.0.0.1:${this.port}`;
  }

  /** Starts OBS (again) on the same folder; resolves when its websocket server is open. */
  async launch(): Promise<void> {
    const path = join(this.#folder, 'obs.log');
    const log = openSync(path, 'w');
    // --multi: without it OBS asks about any other OBS on this machine, and waits for an answer for ever.
    const args = [
      '--multi',
      '--minimize-to-tray',
      '--disable-updater',
      '--disable-missing-files-check',
      '--unfiltered_log',
    ];
    const obs = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'obs', ...args], {
      cwd: this.#folder,
      env: this.#environment(),
      stdio: ['ignore', log, log],
    });
    closeSync(log);
    this.#obs = obs;
    const ready = `Server started successfully on port ${this.port}`;
    for (const end = Date.now() + START_WITHIN_MS; ; await pause(20)) {
      const said = await readFile(path, 'utf8');
      if (said.includes(ready)) return;
      if (obs.exitCode !== null || Date.now() > end) throw new Error(`OBS did not start: ${said}`);
    }
  }

  /** A crash: clients see 1006, nothing is saved. */
  async crash(): Promise<void> {
    await end(this.#obs, 'SIGKILL');
  }

  freeze(): void {
    this.#obs?.kill('SIGSTOP');
  }

  thaw(): void {
    this.#obs?.kill('SIGCONT');
  }

  async stop(): Promise<void> {
    this.thaw();
    // An orderly exit (SIGINT) hangs now and then, and nothing of this OBS is worth saving.
    await end(this.#obs, 'SIGKILL');
    await end(this.#xvfb, 'SIGTERM');
    await rm(this.#folder, { recursive: true, force: true });
  }

  #environment(): NodeJS.ProcessEnv {
    const folder = this.#folder;
    return {
      PATH: process.env['PATH'],
      LANG: 'C.UTF-8',
      HOME: join(folder, 'home'),
      XDG_CONFIG_HOME: join(folder, 'config'),
      XDG_CACHE_HOME: join(folder, 'cache'),
      XDG_DATA_HOME: join(folder, 'data'),
      XDG_RUNTIME_DIR: join(folder, 'run'),
      TMPDIR: join(folder, 'run'),
      DISPLAY: this.#display,
      QT_QPA_PLATFORM: 'xcb',
      LIBGL_ALWAYS_SOFTWARE: '1',
      GALLIUM_DRIVER: 'llvmpipe',
      LP_NUM_THREADS: '1',
      DBUS_SESSION_BUS_ADDRESS: `unix:path=${folder}/run/no-bus`,
      PULSE_SERVER: `unix:${folder}/run/no-pulse`,
    };
  }
}

/** OBS leaves at once without an X server; this one picks a free display by itself and tells it on descriptor 3. */
async function startDisplay(): Promise<{ xvfb: ChildProcess; display: string }> {
  const args = ['-displayfd', '3', '-screen', '0', '640x480x24', '-nolisten', 'tcp', '-noreset'];
  const xvfb = spawn('setpriv', ['--pdeathsig', 'KILL', '--', 'Xvfb', ...args], {
    stdio: ['ignore', 'ignore', 'ignore', 'pipe'],
  });
  const told = xvfb.stdio[3] as Readable;
  const [number] = (await once(told, 'data')) as [Buffer];
  return { xvfb, display: `:${number.toString().trim()}` };
}

async function end(child: ChildProcess | null, signal: NodeJS.Signals): Promise<void> {
  if (!child || child.exitCode !== null || child.signalCode !== null) return;
  child.kill(signal);
  await once(child, 'exit');
}

async function freePort(): Promise<number> {
  const server = createServer().listen(0, '127.0.0.1');
  await once(server, 'listening');
  const address = server.address();
  server.close();
  await once(server, 'close');
  if (address === null || typeof address === 'string') throw new Error('no port was given');
  return address.port;
}
