import { createServer } from 'node:net';
import { join, resolve } from 'node:path';
import { defineConfig, type Project } from '@playwright/test';
import { desktopBrowser, hasObsBrowsers, OBS_BROWSERS, type ObsProject, obsBrowser } from './browsers.ts';

const root = resolve(import.meta.dirname, '../..');

async function freePort(): Promise<string> {
  const server = createServer();
  await new Promise<void>((ready) => server.listen(0, '127.0.0.1', ready));
  const address = server.address();
  await new Promise((closed) => server.close(closed));
  if (address === null || typeof address === 'string') throw new Error('no free port');
  return String(address.port);
}

/** The suite computes for 400 s and waits for longer: with two at a time the cores idle more than half of the time. */
const WORKERS = 4;

// Chosen once a run: the processes that run the specs load this file again and find them set.
process.env['E2E_PORTS'] ??= (await Promise.all(Array.from({ length: 2 * WORKERS }, freePort))).join(' ');
process.env['CUEDESK_OWNER_TOKEN'] ??= 'owner-token-of-the-browser-tests-0001';
const ports = process.env['E2E_PORTS'].split(' ');

/** One server for each worker: what a test counts or changes is then no other's at the same time. */
const servers = Array.from({ length: WORKERS }, (_, at) => ({
  port: String(ports[2 * at]),
  publicPort: String(ports[2 * at + 1]),
}));
const mine = servers[Number(process.env['TEST_PARALLEL_INDEX'] ?? 0)];
if (!mine) throw new Error('more workers than servers');
// Specs read both.
process.env['E2E_PORT'] = mine.port;
process.env['E2E_PUBLIC_PORT'] = mine.publicPort;

const urlOf = (port: string) => `http://127.0.0.1:${port}`;

/** They draw every theme at every size: with the browsers of OBS, where the stage is drawn, and not at each `npm test`. */
const EVERY_THEME = /stage\.(codes|contrast|layout|legibility)\.spec\.ts$/;

const desktop: Project = {
  name: 'desktop',
  use: { launchOptions: desktopBrowser() ?? {} },
  testIgnore: hasObsBrowsers ? EVERY_THEME : [],
};

/** OBS draws the stage alone; the studio, the desk and the viewers' page run in ordinary browsers. */
const obs: Project[] = hasObsBrowsers
  ? Object.keys(OBS_BROWSERS).map((name) => ({
      name,
      testMatch: /stage\..*\.spec\.ts$/,
      // Colours are the same in each; reading them off pictures takes a minute a browser.
      testIgnore: name === 'obs-33' ? [] : /stage\.contrast\.spec\.ts$/,
      use: { launchOptions: obsBrowser(name as ObsProject) },
    }))
  : [];

export default defineConfig({
  testDir: import.meta.dirname,
  testMatch: /\.spec\.ts$/,
  outputDir: join(root, '.cache', 'e2e'),
  workers: WORKERS,
  retries: 0,
  timeout: 60_000,
  expect: { timeout: 10_000 },
  forbidOnly: Boolean(process.env['CI']),
  reporter: 'list',
  use: {
    baseURL: urlOf(mine.port),
    viewport: { width: 1280, height: 720 },
    screenshot: 'off',
    video: 'off',
    // A trace is a third of a run's time: ask for one with --trace=on.
    trace: 'off',
  },
  webServer: servers.map(({ port, publicPort }) => ({
    command: `"${process.execPath}" server/main.ts --demo`,
    cwd: root,
    env: {
      HOST: '127.0.0.1',
      PORT: port,
      PUBLIC_PORT: publicPort,
      CUEDESK_OWNER_TOKEN: String(process.env['CUEDESK_OWNER_TOKEN']),
      LOG_LEVEL: 'warn',
      OBS_SEARCH: 'off',
    },
    url: `${urlOf(port)}/healthz`,
    reuseExistingServer: false,
    timeout: 60_000,
    gracefulShutdown: { signal: 'SIGTERM', timeout: 5_000 },
  })),
  projects: [desktop, ...obs],
});
