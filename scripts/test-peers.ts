/**
 * `npm run test:peers`: the tests against real OBS, PostgreSQL and Redis, and the stage in the Chromiums of OBS. A peer
 * that is missing is named with the way to install it; with CI=true it is a failure.
 */
import { chromium } from '@playwright/test';
import { hasObsBrowsers, installObsBrowsers, OBS_BROWSERS, type ObsProject, obsBrowser } from '../test/e2e/browsers.ts';
import { buildPages, endWithSignals, type Part, report, runPlaywright, runVitest } from './testing/parts.ts';
import { findObs, type MissingPeer, type Peer, startPostgres, startRedis } from './testing/peers.ts';

const projects = Object.keys(OBS_BROWSERS) as ObsProject[];
const found = await Promise.all([findObs(), startPostgres(), startRedis()]);
const peers = found.filter((peer): peer is Peer => 'stop' in peer);
const stopPeers = () => Promise.all(peers.map((peer) => peer.stop()));
endWithSignals(stopPeers);

const parts: Part[] = [];
try {
  const env = Object.assign({}, ...peers.map((peer) => peer.env)) as Record<string, string>;
  for (const peer of peers) console.log(`${peer.name}: there`);
  const pages = await buildPages();
  const lacking = await findObsBrowsers();
  const missing = [...found.filter((peer): peer is MissingPeer => 'why' in peer), ...lacking];
  for (const peer of missing) console.log(missingLine(peer));
  parts.push(pages, ...missing.map(missingPart), await runVitest(['-c', 'test/peers/vitest.config.ts'], env));
  if (lacking.length === 0) parts.push(await runPlaywright(projects.map((name) => `--project=${name}`)));
} finally {
  await stopPeers();
}
report(parts);

/** Installs the browsers of OBS when they are not there, and sees whether each starts. */
async function findObsBrowsers(): Promise<MissingPeer[]> {
  const missing = (why: string) => [{ name: 'the browsers of OBS', why, packages: 'libnss3 libnspr4 libexpat1' }];
  if (!hasObsBrowsers) return missing('they exist for Linux on x64 alone');
  try {
    await installObsBrowsers(projects);
  } catch (error) {
    return missing(error instanceof Error ? error.message : String(error));
  }
  for (const name of projects) {
    try {
      const browser = await chromium.launch({ ...obsBrowser(name), timeout: 20_000 });
      await browser.close();
    } catch (error) {
      return missing(`the one of ${name} does not start: ${error instanceof Error ? error.message : String(error)}`);
    }
  }
  return [];
}

function missingLine({ name, why, packages }: MissingPeer): string {
  return `${name}: MISSING, ${why}. On Debian or Ubuntu: apt-get install --no-install-recommends ${packages}`;
}

/** Locally a missing peer is said and forgiven; a build server has to have all. */
function missingPart({ name, why }: MissingPeer): Part {
  const strict = process.env['CI'] === 'true';
  const skipped = strict ? [] : [{ name: `every test against ${name}`, reason: why }];
  return { name, ok: !strict, counts: { passed: 0, failed: strict ? 1 : 0, skipped } };
}
