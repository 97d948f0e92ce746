// @ts-check
/**
 * The door to every command: `node scripts/run.mjs STEP [arguments]`. Sets up what is missing, then runs the step on
 * Node 24. Plain built-ins that Node 20 has, since nothing is installed yet when this runs for the first time.
 */
import { existsSync } from 'node:fs';
import module from 'node:module';
import { join } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { runChild } from './bootstrap/child.mjs';
import { compileCache, fittingNode, ownNodeFits, prepare, root, SetupProblem } from './bootstrap/setup.mjs';

/** `pages`: whether the step needs what is built. The tests build it as one of their own parts. */
const STEPS = {
  start: { program: 'dist/server/main.js', pages: true },
  test: { program: 'scripts/test.ts', pages: false },
  'test:peers': { program: 'scripts/test-peers.ts', pages: false },
  bench: { program: 'scripts/bench/main.ts', pages: true },
  pictures: { program: 'scripts/pictures.ts', pages: true },
  'sample-show': { program: 'scripts/make-sample-show.ts', pages: false },
};

/**
 * @param {string | undefined} name
 * @param {string[]} args
 */
async function main(name, args) {
  const step = Object.entries(STEPS).find(([known]) => known === name)?.[1];
  if (step === undefined) {
    console.error(`usage: node scripts/run.mjs ${Object.keys(STEPS).join('|')} [arguments]`);
    return 2;
  }
  await prepare(step);
  if (!ownNodeFits) {
    const self = fileURLToPath(import.meta.url);
    return runChild(fittingNode({ installed: true }), [...process.execArgv, self, String(name), ...args], {
      ipc: true,
    });
  }
  endWithParent();
  const program = join(root, step.program);
  if (!existsSync(program)) throw new SetupProblem(`${step.program} is missing: this is not the whole of Cuedesk.`);
  module.enableCompileCache?.(compileCache);
  process.argv = [process.execPath, program, ...args];
  await import(pathToFileURL(program).href);
  return null;
}

/**
 * Stops the step in order when what started it is gone, even by a kill: this script on an older Node (the channel
 * closes), or npm and its shell (another process becomes the parent; Windows never tells).
 */
function endWithParent() {
  const end = () => process.emit('SIGTERM', 'SIGTERM');
  if (process.channel !== undefined) {
    process.once('disconnect', end);
    process.channel?.unref();
  } else if (process.env['npm_lifecycle_event'] !== undefined) {
    const parent = process.ppid;
    const watch = setInterval(() => {
      if (process.ppid === parent) return;
      clearInterval(watch);
      end();
    }, 500);
    watch.unref();
  }
}

try {
  const code = await main(process.argv[2], process.argv.slice(3));
  if (code !== null) process.exitCode = code;
} catch (error) {
  if (!(error instanceof SetupProblem)) throw error;
  console.error(error.message);
  process.exitCode = 1;
}
