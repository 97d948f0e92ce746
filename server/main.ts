import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setFlagsFromString } from 'node:v8';
import { runInNewContext } from 'node:vm';
import { type Config, HELP, readArguments, readConfig, UnusableConfig } from './config.ts';
import { letHelpersGiveWay } from './helper-threads.ts';
import { UnusablePort } from './listen.ts';
import { openLog } from './log.ts';
import { openProgram } from './program.ts';
import { readyBlock } from './ready.ts';
import { UnusableSource } from './sources/source.ts';
import { UnusableStore } from './store/store.ts';

/** After this long an orderly stop is given up: a page that never answers must not keep the program. */
const STOP_MS = 8000;
/** When the start is through and its garbage can go. */
const SETTLE_MS = 1500;

const { version } = JSON.parse(readFileSync(join(import.meta.dirname, '..', 'package.json'), 'utf8')) as {
  version: string;
};

/**
 * Gives back the memory that only the start needed, some 25 MB: V8 would keep it until it wants the room itself, and
 * beside this program a PC is encoding video.
 */
function giveBack(): void {
  setFlagsFromString('--expose-gc');
  const collect: unknown = runInNewContext('gc');
  if (typeof collect === 'function') collect({ type: 'major', execution: 'sync', flavor: 'last-resort' });
}

/** A folder of its own for the sample show, gone at the end; everything else as configured. */
function forDemo(config: Config): { config: Config; clean: () => void } {
  if (!config.demo) return { config, clean: () => undefined };
  const folder = mkdtempSync(join(tmpdir(), 'cuedesk-demo-'));
  return {
    config: { ...config, dataFolder: folder, databaseUrl: null },
    clean: () => rmSync(folder, { recursive: true, force: true }),
  };
}

async function run(args: ReadonlyArray<string>): Promise<void> {
  const asked = readArguments(args);
  if (asked.help) return void console.log(HELP);
  if (asked.version) return void console.log(version);
  const { config, clean } = forDemo(readConfig(args));
  // Errors and news go to standard error: standard output is the ready block, which scripts read.
  const log = openLog(config.logLevel, (line) => void process.stderr.write(line));
  // A show goes on when nobody reads the log any more.
  process.stderr.on('error', () => undefined);
  process.on('uncaughtException', (error) => {
    log.fatal({ err: error }, 'an error that nobody caught: Cuedesk ends');
    // Where standard error is written later than now, the reason must not be lost.
    process.stderr.write('', () => process.exit(1));
    // Who reads it may have stalled.
    setTimeout(() => process.exit(1), 1000);
  });
  // Listened for from the first moment: an impatient Ctrl-C must not cut the start in the middle.
  const stop = stopAsked();
  const stopped = new Promise<void>((resolve) => stop.addEventListener('abort', () => resolve()));
  letHelpersGiveWay();
  try {
    const program = await openProgram(config, log, version, stop);
    console.log(readyBlock({ language: config.language, demo: config.demo, ...(await program.readyFacts()) }));
    setTimeout(giveBack, SETTLE_MS).unref();
    await stopped;
    await program.close();
  } catch (error) {
    if (!stop.aborted || error !== stop.reason) throw error;
  } finally {
    clean();
  }
}

/**
 * Aborted when somebody wants the program to stop: by a signal, or the end of the process that started it. Signals that
 * come after the first change nothing: Ctrl-C under npm sends two. From the first on there are {@link STOP_MS} for it.
 */
function stopAsked(): AbortSignal {
  const stop = new AbortController();
  const ask = () => stop.abort();
  process.on('SIGINT', ask);
  process.on('SIGTERM', ask);
  process.once('disconnect', ask);
  stop.signal.addEventListener('abort', () => void setTimeout(() => process.exit(1), STOP_MS));
  return stop.signal;
}

const UNUSABLE = [UnusableConfig, UnusableStore, UnusableSource, UnusablePort];

run(process.argv.slice(2)).then(
  () => process.exit(0),
  (error: unknown) => {
    const known = UNUSABLE.some((kind) => error instanceof kind);
    console.error(known && error instanceof Error ? `cuedesk: ${error.message}` : error);
    process.exit(1);
  },
);
