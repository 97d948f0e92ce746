import { closeSync, openSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { makeFolder } from './make-folder.ts';
import { UnusableStore, unwritable } from './store.ts';

/** An empty database whose lock is the folder's: the system drops it with the process, however that one ends. */
const LOCK = 'cuedesk.lock.db';
/** Holds the number of the process that has the lock, for the sentence alone. */
const HOLDER = 'cuedesk.lock';

/**
 * Makes the folder where it is missing and takes it for this process. Answers what gives it back. Throws
 * {@link UnusableStore} when another process has it, or it cannot be written. The file of the lock stays: taken away, it
 * could be held by two, each with a file of its own.
 */
export function lockFolder(folder: string): () => void {
  try {
    makeFolder(resolve(folder));
    makePrivate(join(folder, LOCK));
    const lock = takeLock(join(folder, LOCK));
    if (!lock) throw inUse(folder);
    writeFileSync(join(folder, HOLDER), `${process.pid}\n`, { mode: 0o600 });
    return () => {
      rmSync(join(folder, HOLDER), { force: true });
      lock.close();
    };
  } catch (error) {
    throw error instanceof UnusableStore ? error : unwritable(folder, error);
  }
}

/** Only a new file is opened: to close any file of a lock gives the whole lock back, by the rules of POSIX. */
function makePrivate(file: string): void {
  try {
    closeSync(openSync(file, 'wx', 0o600));
  } catch (error) {
    if (!(error instanceof Error && 'code' in error && error.code === 'EEXIST')) throw error;
  }
}

/** Null when another has it. It is held as long as the answered connection is open, by a transaction that never ends. */
function takeLock(file: string): DatabaseSync | null {
  const lock = new DatabaseSync(file, { timeout: 0 });
  try {
    lock.exec('pragma locking_mode = exclusive; begin exclusive');
    return lock;
  } catch (error) {
    lock.close();
    if (error instanceof Error && /database is locked/.test(error.message)) return null;
    throw error;
  }
}

function inUse(folder: string): UnusableStore {
  return new UnusableStore(
    `The data folder ${folder} is in use by another Cuedesk${holderOf(folder)}. Stop that one, or choose another folder with CUEDESK_DATA.`,
  );
}

/** Which process has it, where that is known: it may not have got to writing it yet. */
function holderOf(folder: string): string {
  try {
    const pid = readFileSync(join(folder, HOLDER), 'utf8').trim();
    return /^\d+$/.test(pid) ? ` (process ${pid})` : '';
  } catch {
    return '';
  }
}
