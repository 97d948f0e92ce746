// @ts-check
// Part of the bootstrap: built-ins of Node 20 only.
import { spawn } from 'node:child_process';
import { constants } from 'node:os';

/** @typedef {{ cwd?: string, env?: NodeJS.ProcessEnv, ipc?: boolean, shell?: boolean, output?: 'inherit' | 'errors' | 'none' }} ChildOptions */

const SIGNALS = /** @type {const} */ (['SIGINT', 'SIGTERM', 'SIGHUP']);

/**
 * Runs a program to its end with this process's input and output (`output: 'errors'`: what it prints goes to stderr).
 * A signal to this process is passed on once; the child has its own process group where the system knows them, since
 * a terminal's Ctrl-C would otherwise reach it twice. With `ipc` the child can notice that this process has died.
 *
 * @param {string} program
 * @param {readonly string[]} args
 * @param {ChildOptions} [options]
 * @returns {Promise<number>} the exit code; 128 and the signal's number when a signal ended it; 127 when it never ran
 */
export function runChild(program, args, options = {}) {
  const { output = 'inherit', ipc = false, ...rest } = options;
  const out = { inherit: /** @type {const} */ ('inherit'), errors: 2, none: /** @type {const} */ ('ignore') }[output];
  const grouped = process.platform !== 'win32';
  const child = spawn(program, [...args], {
    ...rest,
    detached: grouped,
    stdio: ['inherit', out, 'inherit', ...(ipc ? /** @type {const} */ (['ipc']) : [])],
  });
  /** @param {NodeJS.Signals} signal */
  const pass = (signal) => {
    if (!grouped || child.pid === undefined) return;
    // The whole group while setting up (npm has children of its own); the program alone when it minds its own end.
    if (ipc) child.kill(signal);
    else process.kill(-child.pid, signal);
  };
  for (const signal of SIGNALS) process.on(signal, pass);
  return new Promise((resolve) => {
    child.once('error', (error) => {
      console.error(`${program} did not start: ${error.message}`);
      resolve(127);
    });
    child.once('close', (code, signal) => resolve(code ?? 128 + (signal ? constants.signals[signal] : 0)));
  }).finally(() => {
    for (const signal of SIGNALS) process.off(signal, pass);
  });
}
