import { afterEach, beforeEach, expect, test } from 'vitest';
import { freshClone, type Run } from './fresh-clone.ts';

let clone: ReturnType<typeof freshClone>;
beforeEach(() => {
  clone = freshClone();
});
afterEach(() => clone.dispose());

const ran = () => clone.read('ran').trim().split('\n');

async function stop(run: Run): Promise<number | null> {
  run.child.kill('SIGTERM');
  return run.ended;
}

/** Starts, waits until it serves, and stops it again. */
async function startAndStop(...args: string[]): Promise<string> {
  const run = clone.start(args);
  await run.said('ready');
  await stop(run);
  return run.output();
}

test('[HS1] the first start installs and builds, the next does neither', async () => {
  expect(await startAndStop('--demo')).toContain('ready --demo');
  expect(ran()).toEqual(['install', 'build']);
  expect(await startAndStop()).toMatch(/^ready/);
  expect(ran()).toEqual(['install', 'build']);
});

test('[HS2] several first starts at once install and build once, and all run', async () => {
  const runs = [clone.start(), clone.start(), clone.start()];
  await Promise.all(runs.map((run) => run.said('ready')));
  await Promise.all(runs.map(stop));
  expect(ran()).toEqual(['install', 'build']);
});

test('[HS2] a set-up that was killed does not keep the next one waiting', async () => {
  const killed = clone.start();
  await killed.said('installing');
  killed.child.kill('SIGKILL');
  await killed.ended;
  await startAndStop();
  expect(clone.read('dist/page.html')).toBe('first');
});

test('[HS3] changed pages are built anew, a changed lock is installed anew', async () => {
  await startAndStop();
  clone.write('overlay/page.html', 'second');
  await startAndStop();
  expect(ran()).toEqual(['install', 'build', 'build']);
  expect(clone.read('dist/page.html')).toBe('second');
  clone.write('package-lock.json', '{ "packages": { "": {}, "node_modules/vite": { "version": "2.0.0" } } }');
  await startAndStop();
  expect(ran().slice(3)).toEqual(['install', 'build']);
});

test('[HS3] a failed build leaves the old pages where they are', async () => {
  await startAndStop();
  clone.write('overlay/page.html', 'second');
  clone.write('fail-build', '');
  const run = clone.start();
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('could not be built');
  expect(clone.read('dist/page.html')).toBe('first');
});

test('[HS4] a failed installation ends with a plain sentence, and the next start tries again', async () => {
  clone.write('fail-install', '');
  const run = clone.start();
  expect(await run.ended).toBe(1);
  expect(run.output()).toContain('npm could not install the packages (exit code 7)');
  expect(run.output()).not.toContain('    at ');
  clone.remove('fail-install');
  expect(await startAndStop()).toContain('ready');
});

test('[HS5] a signal reaches the program once, and its exit code is the command’s', async () => {
  const run = clone.start();
  await run.said('ready');
  expect(await stop(run)).toBe(5);
  expect(run.output()).toContain('signals 1');
});

test.each([
  ['SIGTERM to npm', (pid: number) => process.kill(pid, 'SIGTERM')],
  ['Ctrl-C in its terminal', (pid: number) => process.kill(-pid, 'SIGINT')],
])('[HS16] npm start passes a signal on and ends with the program’s own code: %s', async (_how, signal) => {
  await startAndStop();
  const run = clone.npmStart();
  await run.said('ready');
  signal(Number(run.child.pid));
  expect(await run.ended).toBe(5);
  // A terminal signals the program and npm alike, and npm passes its own on: two.
  expect(run.output()).toMatch(/signals [12]/);
});

test('[HS6] the program stops in order when what started it on another Node is gone', async () => {
  const run = clone.start([], true);
  await run.said('ready');
  run.child.disconnect();
  expect(await run.ended).toBe(5);
  expect(run.output()).toContain('signals 1');
});
