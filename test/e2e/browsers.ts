import { spawnSync } from 'node:child_process';
import { createReadStream, createWriteStream, existsSync, mkdirSync, readFileSync, renameSync, rmSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { brotliDecompressSync, createBrotliDecompress } from 'node:zlib';
import { chromium, type LaunchOptions } from '@playwright/test';

const root = resolve(import.meta.dirname, '../..');
const packages = join(root, 'test', 'obs-browsers');

/** OBS release line -> the package in test/obs-browsers with the Chromium of that line. */
export const OBS_BROWSERS = {
  'obs-28-30': 'chromium103',
  'obs-31-32': 'chromium127',
  'obs-33': 'chromium149',
} as const;
export type ObsProject = keyof typeof OBS_BROWSERS;
type ObsPackage = (typeof OBS_BROWSERS)[ObsProject];

/** The packaged builds are for Linux on x64 alone. */
export const hasObsBrowsers = process.platform === 'linux' && process.arch === 'x64';

/** The headless one first: the same engine without the browser's own windows runs the tests in half the time. */
const SYSTEM = ['chromium-headless-shell', 'chromium', 'chromium-browser', 'google-chrome'].map(
  (name) => `/usr/bin/${name}`,
);

/** Archives beside the packaged browser, and the folder each belongs in. Not every version has all of them. */
const ARCHIVES = [
  ['swiftshader.tar.br', '.'],
  ['fonts.tar.br', '.'],
  ['al2023.tar.br', 'lib'],
  ['aws.tar.br', 'lib'],
] as const;

/**
 * The browser of the desktop project: PW_CHROMIUM, else Playwright's own build, else the system's, else the newest of
 * OBS's (which may have to be installed first: `installObsBrowsers`). Null where none of these can be had.
 */
export function desktopBrowser(): LaunchOptions | null {
  const named = process.env['PW_CHROMIUM'];
  if (named) return { executablePath: named };
  if (existsSync(chromium.executablePath())) return {};
  const system = SYSTEM.find((path) => existsSync(path));
  if (system !== undefined) return { executablePath: system };
  return hasObsBrowsers ? obsBrowser('obs-33') : null;
}

/** Whether the desktop project runs in a packaged browser that is not unpacked yet. */
export function desktopNeedsInstall(): boolean {
  const path = desktopBrowser()?.executablePath;
  return path === executableOf('chromium149') && !existsSync(path);
}

export function obsBrowser(project: ObsProject): LaunchOptions {
  const folder = folderOf(OBS_BROWSERS[project]);
  const libraries = [join(folder, 'lib', 'lib'), process.env['LD_LIBRARY_PATH'] ?? ''].filter(Boolean).join(':');
  return {
    executablePath: executableOf(OBS_BROWSERS[project]),
    args: ['--disable-gpu'],
    // 127 and newer bring the system libraries that a bare Linux lacks.
    env: { ...(process.env as Record<string, string>), LD_LIBRARY_PATH: libraries },
  };
}

function folderOf(name: ObsPackage): string {
  return join(root, '.cache', 'obs-chromium', name);
}

function executableOf(name: ObsPackage): string {
  return join(folderOf(name), 'chromium');
}

/** Installs and unpacks the browsers of OBS: 185 MB and some seconds the first time, nothing later. Throws the reason. */
export async function installObsBrowsers(projects: readonly ObsProject[]): Promise<void> {
  const missing = projects.map((project) => OBS_BROWSERS[project]).filter((name) => !existsSync(executableOf(name)));
  if (missing.length === 0) return;
  const args = ['ci', '--prefix', packages, '--ignore-scripts', '--no-audit', '--no-fund', '--loglevel=error'];
  const npm = spawnSync('npm', args, { encoding: 'utf8', env: { ...process.env, npm_config_min_release_age: '0' } });
  if (npm.status !== 0) throw new Error(`npm ci --prefix test/obs-browsers: ${npm.error?.message ?? npm.stderr}`);
  for (const name of missing) await unpack(name);
}

async function unpack(name: ObsPackage): Promise<void> {
  const bin = join(packages, 'node_modules', name, 'bin');
  const folder = folderOf(name);
  for (const [archive, below] of ARCHIVES) {
    const file = join(bin, archive);
    if (!existsSync(file)) continue;
    const target = join(folder, below);
    mkdirSync(target, { recursive: true });
    // A buffer, not a pipe: tar stops reading at the end-of-archive mark and a pipe then fails.
    const input = brotliDecompressSync(readFileSync(file));
    const tar = spawnSync('tar', ['--no-same-owner', '-x', '-C', target], { input });
    if (tar.status !== 0) throw new Error(`tar ${archive}: ${tar.error?.message ?? tar.stderr.toString()}`);
  }
  // Renamed last: its presence means that the folder is complete.
  const partial = `${executableOf(name)}.${process.pid}`;
  try {
    const packed = createReadStream(join(bin, 'chromium.br'));
    await pipeline(packed, createBrotliDecompress(), createWriteStream(partial, { mode: 0o755 }));
    renameSync(partial, executableOf(name));
  } finally {
    rmSync(partial, { force: true });
  }
}
