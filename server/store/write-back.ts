import { join } from 'node:path';
import type { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';

/** The log goes back in the first moment in which nobody has written for this long. */
const QUIET_MS = 400;
/**
 * And if it has 4 MB. In a show whose gifts come half a second apart each one would else meet the disk at work on the one
 * before, and what a gift sets off (a scene, an alert) came tens of milliseconds late.
 */
const WORTH_PAGES = 1_000;
/** Less than that waits no longer than this: what was erased must not stay readable in the file for the rest of a show. */
const LEAST_EVERY_MS = 60_000;
/**
 * In a show without such a moment the thread copies this many pages of 4 kB at a time. A page that was written many times
 * is copied once, and while the thread waits for the disk the writer's commits take longer: rarely is better than often,
 * and most storms are over before the first time.
 */
const PAGES_A_TIME = 6_000;
/** The log is begun anew when it is this long, 48 MB: the writer copies what the thread has left, if that is little. */
const LONG_LOG_PAGES = 12_000;
const LITTLE_PAGES = 200;
/** From this length on, 56 MB, in a burst that leaves never little, the writer copies more. */
const TOO_LONG_LOG_PAGES = 14_000;
const MORE_PAGES = 4_000;

/** Answer of `pragma wal_checkpoint`: pages in the log, and how many of them are in the database too. */
interface Log {
  readonly log: number;
  readonly checkpointed: number;
}

/** Takes care that SQLite's write-ahead log goes back into the database without holding up who writes. */
export interface WriteBack {
  /** To be called after every transaction. */
  written(): void;
  /** Resolves when nothing else has the database open any more. */
  close(): Promise<void>;
}

/**
 * A checkpoint copies pages and waits for the disk, twenty milliseconds and more in which no event would move. So in a
 * storm it is a thread's work, on a connection of its own and in small parts, while the writer goes on; only the few
 * pages that were written meanwhile are left to the writer when the log is long, after which SQLite begins it anew. The
 * thread lives as long as the storm. `onFault`: the thread failed; SQLite's own limit then sends the log back, with the
 * delay that costs.
 */
export function createWriteBack(
  database: DatabaseSync,
  file: string,
  onFault: (error: unknown) => void,
  quietMs = QUIET_MS,
): WriteBack {
  const measure = database.prepare('pragma wal_checkpoint(noop)');
  const checkpoint = database.prepare('pragma wal_checkpoint(passive)');
  let helper: Helper | null = null;
  let copiedAt = Date.now();
  const quiet = setTimeout(inQuiet, quietMs).unref();

  function inQuiet(): void {
    if (!database.isOpen || database.isTransaction) return;
    helper?.end().catch(onFault);
    helper = null;
    const { log, checkpointed } = measure.get() as unknown as Log;
    const isOld = log > checkpointed && Date.now() - copiedAt >= LEAST_EVERY_MS;
    if (log - checkpointed < WORTH_PAGES && !isOld) return;
    checkpoint.get();
    copiedAt = Date.now();
  }

  /** Costs some microseconds where there is nothing to do. */
  function look(): void {
    if (helper?.busy() || database.isTransaction) return;
    const { log, checkpointed } = measure.get() as unknown as Log;
    const waiting = log - checkpointed;
    const isLittle = waiting <= (log > TOO_LONG_LOG_PAGES ? MORE_PAGES : LITTLE_PAGES);
    if (log > LONG_LOG_PAGES && isLittle) checkpoint.get();
    else if (waiting > PAGES_A_TIME) {
      helper ??= startHelper(file, onFault);
      helper.checkpoint();
    }
  }

  return {
    written() {
      quiet.refresh();
      look();
    },
    async close() {
      clearTimeout(quiet);
      await helper?.end();
      helper = null;
    },
  };
}

interface Helper {
  busy(): boolean;
  checkpoint(): void;
  /** Resolves when the thread is gone, which it may be already. */
  end(): Promise<void>;
}

function startHelper(file: string, onFault: (error: unknown) => void): Helper {
  const worker = new Worker(join(import.meta.dirname, 'write-back-worker.ts'), {
    workerData: file,
    // It holds one connection and no data.
    resourceLimits: { maxYoungGenerationSizeMb: 1, maxOldGenerationSizeMb: 16 },
  });
  worker.unref();
  const ended = Promise.withResolvers<void>();
  let working = false;
  let over = false;
  worker.on('message', () => {
    working = false;
  });
  worker.on('error', onFault);
  worker.on('exit', () => {
    over = true;
    ended.resolve();
  });
  return {
    // One that failed stays busy until the next quiet moment takes it away.
    busy: () => working || over,
    checkpoint() {
      working = true;
      worker.postMessage('checkpoint');
    },
    end() {
      if (!over) {
        // Who waits for the end must not be the last thing alive.
        worker.ref();
        worker.postMessage('end');
      }
      return ended.promise;
    },
  };
}
