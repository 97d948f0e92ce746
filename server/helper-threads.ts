import { readdirSync, readFileSync } from 'node:fs';
import { setPriority } from 'node:os';

const TASKS = '/proc/self/task';
/** Node's own names: V8's compiler and collector, and our worker threads. What answers people (`libuv-worker`) is none of them. */
const HELPERS = ['V8Worker', 'WorkerThread'];
/**
 * Of 0 to 19, more is lower. On a quiet machine 19 is as good; on a busy one the event loop then waits for a collector
 * that gets no time.
 */
const LOWER = 10;

/**
 * Lets the helping threads of this process, and those that it starts later, give way to the thread that shows what
 * happens: with as many cores as programs that want one, each gift that met a compilation or a collection waited for it for
 * 3 ms or more. The video's encoder is spared the same. On Linux alone: elsewhere no thread can be named.
 */
export function letHelpersGiveWay(): void {
  if (process.platform !== 'linux') return;
  lowerAll();
  process.on('worker', lowerAll);
}

function lowerAll(): void {
  for (const thread of readdirSync(TASKS)) {
    try {
      if (HELPERS.includes(readFileSync(`${TASKS}/${thread}/comm`, 'utf8').trim())) setPriority(Number(thread), LOWER);
    } catch {
      // It has just ended, or this system forbids it: the show goes on without.
    }
  }
}
