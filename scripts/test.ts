/**
 * `npm test`: types, lint, unit and integration tests, then the pages in a desktop browser. With arguments it runs
 * vitest alone on them: `npm test -- streak` runs the files whose name contains "streak".
 */
import { desktopBrowser, desktopNeedsInstall, installObsBrowsers } from '../test/e2e/browsers.ts';
import { buildPages, endWithSignals, type Part, report, runCheck, runPlaywright, runVitest } from './testing/parts.ts';

endWithSignals();
const filter = process.argv.slice(2);
// Some integration tests ask the server for its pages, so these are built first.
const pages = await buildPages();
report(filter.length > 0 ? [await runVitest(filter)] : [pages, ...(await everything())]);

/** The checks use the second core while vitest has the first; the browsers come last, since they measure pages. */
async function everything(): Promise<Part[]> {
  console.log(`node ${process.version}`);
  const [types, lint, vitest] = await Promise.all([runCheck('types'), runCheck('lint'), runVitest([])]);
  return [types, lint, vitest, await browsers()];
}

async function browsers(): Promise<Part> {
  try {
    if (desktopNeedsInstall()) await installObsBrowsers(['obs-33']);
    if (desktopBrowser() !== null) return await runPlaywright(['--project=desktop']);
    return noBrowser('this system has none that can be installed for it');
  } catch (error) {
    return noBrowser(error instanceof Error ? error.message : String(error));
  }
}

/** Locally a missing browser is said and forgiven; a build server has to have one. */
function noBrowser(why: string): Part {
  const reason = `no browser was found (${why}). Install Chromium, or name one in PW_CHROMIUM.`;
  const strict = Boolean(process.env['CI']);
  console.log(`browsers: ${reason}`);
  const skipped = [{ name: 'every test in test/e2e', reason }];
  return {
    name: 'browsers',
    ok: !strict,
    counts: { passed: 0, failed: strict ? 1 : 0, skipped: strict ? [] : skipped },
  };
}
