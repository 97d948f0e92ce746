import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { compileCache, prepare, SetupProblem } from '../bootstrap/setup.mjs';
import { type Counts, countsLine, NONE, playwrightCounts, skippedLines, sum, vitestCounts } from './counts.ts';

export const root = resolve(import.meta.dirname, '../..');

/** One program of a test run, and how it went. */
export interface Part {
  readonly name: string;
  readonly ok: boolean;
  readonly counts: Counts;
}

/** For the reporters' files of this run. */
const folder = mkdtempSync(join(tmpdir(), 'cuedesk-test-'));
process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
const program = (...path: string[]) => join(root, 'node_modules', ...path);

const typesKeptIn = ['--tsBuildInfoFile', join('.cache', 'types.tsbuildinfo')];

/** Programs that check all files and have no tests of their own. */
export const checks = {
  // What was found is kept, so that the next run reads again only what has changed.
  types: [program('typescript', 'bin', 'tsc'), '--noEmit', '-p', '.', '--incremental', ...typesKeptIn],
  lint: [program('@biomejs', 'biome', 'bin', 'biome'), 'check', '--error-on-warnings', '.'],
} as const;

/** Builds the pages when they are out of date. Whatever breaks them must not hide the results of the other tests. */
export async function buildPages(): Promise<Part> {
  try {
    await prepare({ pages: true });
    return { name: 'pages', ok: true, counts: NONE };
  } catch (error) {
    if (!(error instanceof SetupProblem)) throw error;
    console.log(error.message);
    return { name: 'pages', ok: false, counts: { ...NONE, failed: 1 } };
  }
}

/** Runs a check. What it prints is shown only when it finds something. */
export async function runCheck(name: keyof typeof checks): Promise<Part> {
  return runPart(name, checks[name], {}, () => NONE);
}

export async function runVitest(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Part> {
  const file = join(folder, 'vitest.json');
  const reporters = ['--reporter=default', '--reporter=./scripts/testing/vitest-reporter.ts'];
  const command = [program('vitest', 'vitest.mjs'), 'run', ...reporters, ...args];
  return runPart('vitest', command, { ...env, CUEDESK_TEST_COUNTS: file }, () => vitestCounts(file));
}

/** @param args among them the projects to run */
export async function runPlaywright(args: readonly string[], env: NodeJS.ProcessEnv = {}): Promise<Part> {
  const file = join(folder, 'playwright.json');
  const config = join(root, 'test', 'e2e', 'playwright.config.ts');
  const command = [program('@playwright', 'test', 'cli.js'), 'test', '-c', config, '--reporter=list,json', ...args];
  return runPart('browsers', command, { ...env, PLAYWRIGHT_JSON_OUTPUT_NAME: file }, () => playwrightCounts(file));
}

async function runPart(
  name: string,
  command: readonly string[],
  env: NodeJS.ProcessEnv,
  counted: () => Counts,
): Promise<Part> {
  const begun = performance.now();
  const { code, output } = await capture(command, env);
  const counts = counted();
  const ok = code === 0 && counts.failed === 0;
  if (!ok) process.stdout.write(`${output.trimEnd()}\n`);
  const seconds = ((performance.now() - begun) / 1000).toFixed(1);
  const what = counts === NONE ? (ok ? 'ok' : 'failed') : countsLine(counts);
  console.log(`${name}: ${what} (${seconds} s)`);
  // A part that failed without a test that did (a type error, a crash) counts as one failure.
  return { name, ok, counts: ok || counts.failed > 0 ? counts : { ...counts, failed: 1 } };
}

const running = new Set<ReturnType<typeof spawn>>();

/** Runs on this process's own Node. Everything it prints is kept, since parts run side by side. */
function capture(command: readonly string[], env: NodeJS.ProcessEnv): Promise<{ code: number; output: string }> {
  const colour = process.stdout.isTTY ? { FORCE_COLOR: '1' } : { FORCE_COLOR: '0', NO_COLOR: '1' };
  const child = spawn(process.execPath, command, {
    cwd: root,
    // The runners and every server that a test starts share what was compiled.
    env: { NODE_COMPILE_CACHE: compileCache, ...process.env, ...colour, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  running.add(child);
  let output = '';
  for (const stream of [child.stdout, child.stderr]) {
    stream.setEncoding('utf8').on('data', (text: string) => {
      output += text;
    });
  }
  return new Promise((done) => {
    child.once('error', (error) => done({ code: 127, output: String(error) }));
    child.once('close', (code) => {
      running.delete(child);
      done({ code: code ?? 1, output });
    });
  });
}

/** Ctrl-C ends the part that is at work, then the run. `before` stops what the run itself has started. */
export function endWithSignals(before: () => unknown = () => undefined): void {
  for (const [signal, code] of [
    ['SIGINT', 130],
    ['SIGTERM', 143],
  ] as const) {
    process.once(signal, () => {
      for (const child of running) child.kill('SIGTERM');
      void Promise.resolve(before()).finally(() => process.exit(code));
    });
  }
}

/** Prints what was skipped and why, then the counts line; the exit code says whether all is well. */
export function report(parts: readonly Part[]): void {
  const total = sum(parts.map((part) => part.counts));
  for (const line of skippedLines(total.skipped)) console.log(line);
  console.log(countsLine(total));
  process.exitCode = parts.every((part) => part.ok) ? 0 : 1;
}
