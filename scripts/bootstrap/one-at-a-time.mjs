// @ts-check
// Part of the bootstrap: built-ins of Node 20 only.
import { mkdirSync, readFileSync, renameSync, rmSync, statSync, utimesSync, writeFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';

/** A holder touches its file this often; one that has not for `STALE_MS` is dead, whatever its process number says. */
const TOUCH_MS = 1_000;
const STALE_MS = 15_000;

/**
 * Does `work` while no other process does its own under the same file: two first starts at once must not both install.
 *
 * @template T
 * @param {string} file made and removed here
 * @param {() => Promise<T>} work
 * @param {() => void} waiting called once when another process is at it
 * @returns {Promise<T>}
 */
export async function oneAtATime(file, work, waiting) {
  mkdirSync(dirname(file), { recursive: true });
  for (let told = false; !take(file); await pause(100)) {
    if (isStale(file)) clear(file);
    else if (!told) {
      told = true;
      waiting();
    }
  }
  const touching = setInterval(() => touch(file), TOUCH_MS);
  try {
    return await work();
  } finally {
    clearInterval(touching);
    rmSync(file, { force: true });
  }
}

/** @param {string} file */
function take(file) {
  try {
    writeFileSync(file, String(process.pid), { flag: 'wx' });
    return true;
  } catch (error) {
    if (/** @type {NodeJS.ErrnoException} */ (error).code === 'EEXIST') return false;
    throw error;
  }
}

/** @param {string} file */
function isStale(file) {
  try {
    const holder = Number(readFileSync(file, 'utf8'));
    const quietMs = Date.now() - statSync(file).mtimeMs;
    if (quietMs > STALE_MS) return true;
    // A file without a number is one that is being written just now.
    return holder > 0 && !isAlive(holder);
  } catch {
    return false;
  }
}

/** @param {number} pid */
function isAlive(pid) {
  try {
    process.kill(pid, 0);
    return true;
  } catch (error) {
    return /** @type {NodeJS.ErrnoException} */ (error).code === 'EPERM';
  }
}

/**
 * Renamed before it is removed: of several that wait, one alone takes the stale file away.
 * @param {string} file
 */
function clear(file) {
  const aside = `${file}.${process.pid}`;
  try {
    renameSync(file, aside);
  } catch {
    return;
  }
  rmSync(aside, { force: true });
}

/** @param {string} file */
function touch(file) {
  try {
    const now = new Date();
    utimesSync(file, now, now);
  } catch {
    // Somebody removed the file by hand; the work goes on.
  }
}
