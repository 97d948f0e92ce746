import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import type { BusyTimes } from '../core/booking/busy-port.ts';
import type { Span } from '../core/booking/span.ts';

export interface ParseJob {
  readonly body: Uint8Array;
  readonly zone: string;
  readonly window: Span;
}

/** What a file of 2 MB needs on a slow machine, many times over; one that needs more is meant to. */
const WITHIN_MS = 20_000;
/** A file of 2 MB becomes about 60 MB while it is read. */
const MOST_MEMORY_MB = 256;

/**
 * Works out a calendar file on a thread of its own, which is ended when it takes too long or too much memory: a megabyte
 * of events takes a second, in which no gift would move, and a hostile rule never ends. Null: not a calendar.
 */
export function parseApart(
  job: ParseJob,
  stop: AbortSignal,
  withinMs = WITHIN_MS,
): Promise<BusyTimes | null | 'too-complex'> {
  const { promise, resolve } = Promise.withResolvers<BusyTimes | null | 'too-complex'>();
  const worker = new Worker(join(import.meta.dirname, 'parse-worker.ts'), {
    workerData: job,
    env: {},
    resourceLimits: { maxOldGenerationSizeMb: MOST_MEMORY_MB, maxYoungGenerationSizeMb: 32 },
  });
  const timer = setTimeout(() => void worker.terminate(), withinMs);
  const end = () => void worker.terminate();
  stop.addEventListener('abort', end, { once: true });
  worker.on('message', resolve);
  // Out of memory, or a file that breaks the parser.
  worker.on('error', () => resolve('too-complex'));
  worker.on('exit', () => {
    clearTimeout(timer);
    stop.removeEventListener('abort', end);
    // Changes nothing where the answer is there already.
    resolve('too-complex');
  });
  return promise;
}
