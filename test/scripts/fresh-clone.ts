import { type ChildProcess, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';

const root = resolve(import.meta.dirname, '../..');

/** Stands where npm does: writes down that it ran, and installs a stand-in for Vite. Fails while a file says so. */
const NPM = `
import { appendFileSync, existsSync, mkdirSync, rmSync, writeFileSync } from 'node:fs';
if (existsSync('fail-install')) process.exit(7);
rmSync('node_modules', { recursive: true, force: true });
await new Promise((done) => setTimeout(done, 300));
mkdirSync('node_modules/vite/bin', { recursive: true });
writeFileSync('node_modules/vite/bin/vite.js', ${JSON.stringify(`
const { appendFileSync, copyFileSync, existsSync, mkdirSync } = require('node:fs');
if (existsSync('fail-build')) process.exit(3);
const out = process.argv[process.argv.indexOf('--outDir') + 1];
mkdirSync(out, { recursive: true });
if (process.argv.includes('--ssr')) copyFileSync('server/main.ts', out + '/main.js');
else {
  copyFileSync('overlay/page.html', out + '/page.html');
  appendFileSync('ran', 'build\\n');
}
`)});
appendFileSync('ran', 'install\\n');
`;

/** Serves until a signal, which it counts; ends with code 5 then. */
const SERVER = `
let signals = 0;
const alive = setInterval(() => {}, 1000);
const stop = () => {
  signals += 1;
  if (signals > 1) return;
  setTimeout(() => { console.log('signals ' + signals); clearInterval(alive); process.exit(5); }, 200);
};
process.on('SIGTERM', stop);
process.on('SIGINT', stop);
console.log('ready ' + process.argv.slice(2).join(' '));
`;

/** A running command in the clone, and what it has printed so far. */
export interface Run {
  readonly child: ChildProcess;
  readonly output: () => string;
  readonly ended: Promise<number | null>;
  /** Resolves when the output holds the words. */
  said(words: string): Promise<void>;
}

/** A folder as after a clone, with the real scripts and stand-ins for npm, Vite and the server. */
export function freshClone() {
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-clone-'));
  const write = (path: string, text: string) => {
    mkdirSync(dirname(join(folder, path)), { recursive: true });
    writeFileSync(join(folder, path), text);
  };
  cpSync(join(root, 'scripts', 'run.mjs'), join(folder, 'scripts', 'run.mjs'));
  cpSync(join(root, 'scripts', 'bootstrap'), join(folder, 'scripts', 'bootstrap'), { recursive: true });
  const { scripts } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { scripts: { start: string } };
  write('package.json', JSON.stringify({ type: 'module', scripts: { start: scripts.start } }));
  write('package-lock.json', '{ "packages": { "": {}, "node_modules/vite": { "version": "1.0.0" } } }');
  write('tsconfig.json', '{}');
  write('vite.config.ts', '');
  write('overlay/page.html', 'first');
  write('shared/time.ts', '');
  write('server/main.ts', SERVER);
  write('npm/npm-cli.mjs', NPM);
  const { npm_lifecycle_event: _npm, ...inherited } = process.env;
  const env = { ...inherited, npm_execpath: join(folder, 'npm', 'npm-cli.mjs') };
  return {
    write,
    remove: (path: string) => rmSync(join(folder, path), { recursive: true, force: true }),
    read: (path: string) => (existsSync(join(folder, path)) ? readFileSync(join(folder, path), 'utf8') : ''),
    start: (args: string[] = [], ipc = false): Run =>
      run(folder, process.execPath, ['scripts/run.mjs', 'start', ...args], env, { ipc }),
    /** The very command of package.json, by the real npm in a process group of its own, as in a terminal. */
    npmStart: (): Run => run(folder, 'npm', ['start'], inherited, { ipc: false, detached: true }),
    dispose: () => rmSync(folder, { recursive: true, force: true }),
  };
}

function run(
  folder: string,
  program: string,
  args: string[],
  env: NodeJS.ProcessEnv,
  { ipc, detached = false }: { ipc: boolean; detached?: boolean },
): Run {
  const child = spawn(program, args, {
    cwd: folder,
    env,
    detached,
    stdio: ['ignore', 'pipe', 'pipe', ...(ipc ? (['ipc'] as const) : [])],
  });
  let output = '';
  const listeners = new Set<() => void>();
  for (const stream of [child.stdout, child.stderr]) {
    stream?.setEncoding('utf8').on('data', (text: string) => {
      output += text;
      for (const listener of listeners) listener();
    });
  }
  // Not 'close', which never comes once a parent has closed its own channel.
  const exit = new Promise<number | null>((resolve) => child.once('exit', resolve));
  const silent = [child.stdout, child.stderr].map((stream) => new Promise((resolve) => stream?.once('end', resolve)));
  const ended = Promise.all([exit, ...silent]).then(([code]) => code);
  const said = (words: string) =>
    new Promise<void>((resolve, reject) => {
      const look = () => {
        if (!output.includes(words)) return;
        listeners.delete(look);
        resolve();
      };
      listeners.add(look);
      look();
      void ended.then(() => reject(new Error(`ended without "${words}": ${output}`)));
    });
  return { child, output: () => output, ended, said };
}
