import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createAddress, isLocal } from '../../server/app/address.ts';
import { installedTunnels, openTunnel, retryDelay, type TunnelNews } from '../../server/tunnel/tunnel.ts';
import { rawRequest, startProgram, statusOf } from '../program/given-program.ts';
import { soon } from '../sockets/page.ts';

/** A program of that name that notes how it was called, says these words and then stays until it is asked to go. */
async function givenProgram(name: string, words: string, then = 'setInterval(() => {}, 1000)'): Promise<string> {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-tunnel-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  const noted = JSON.stringify(join(folder, 'called.json'));
  const lines = [
    `#!${process.execPath}`,
    `require('node:fs').writeFileSync(${noted}, JSON.stringify({ pid: process.pid, args: process.argv.slice(2) }));`,
    `process.stderr.write(${JSON.stringify(words)});`,
    `${then};`,
  ];
  await writeFile(join(folder, name), lines.join('\n'));
  await chmod(join(folder, name), 0o755);
  return folder;
}

async function called(folder: string): Promise<{ pid: number; args: string[] }> {
  return JSON.parse(await readFile(join(folder, 'called.json'), 'utf8')) as { pid: number; args: string[] };
}

function isAlive(pid: number): boolean {
  try {
    return process.kill(pid, 0);
  } catch {
    return false;
  }
}

const posix = process.platform !== 'win32';

test.skipIf(!posix)(
  '[PR8] an installed tunnel program is started on the public door, its address is used at once, and it ends with us',
  async () => {
    const folder = await givenProgram(
      'cloudflared',
      'see https://api.trycloudflare.com\n| https://quick-fox.trycloudflare.com |',
    );
    const door = await startProgram({ path: folder, tunnel: 'cloudflared' });
    try {
      const { address } = door.program.parts;
      expect(address.state().installed).toEqual(['cloudflared']);
      await vi.waitFor(() => expect(address.state().tunnel?.state).toBe('open'), { timeout: 5000 });
      expect(address.state()).toMatchObject({
        url: 'https://quick-fox.trycloudflare.com',
        from: 'tunnel',
        localOnly: false,
      });
      const { pid, args } = await called(folder);
      expect(args).toEqual(['tunnel', '--no-autoupdate', '--url', `http://127.0.0.1:${door.publicPort}`]);
      const ask = (port: number) =>
        rawRequest(port, 'GET /@nobody HTTP/1.1\r\nHost: quick-fox.trycloudflare.com\r\n\r\n').then(statusOf);
      expect([await ask(door.publicPort), await ask(door.port)]).toEqual([404, 403]);
      await door.close();
      await soon(() => expect(isAlive(pid)).toBe(false));
    } finally {
      await door.close();
    }
  },
);

test.skipIf(!posix)('[PR9] a tunnel program that ends, or is not there, is told with what it said last', async () => {
  const folder = await givenProgram('ngrok', 'ERR_NGROK_4018: sign up first', 'process.exitCode = 1');
  const told = async (program: 'ngrok' | 'tailscale') => {
    const news: TunnelNews[] = [];
    const stop = new AbortController();
    openTunnel(program, 1, folder, stop.signal, (one) => news.push(one));
    await vi.waitFor(() => expect(news.at(-1)?.state).toBe('failed'), { timeout: 5000 });
    stop.abort();
    return news.find(({ state }) => state === 'failed')?.detail;
  };
  expect(installedTunnels(folder)).toEqual(['ngrok']);
  expect(await told('ngrok')).toBe('ngrok ended (1): ERR_NGROK_4018: sign up first');
  expect(await told('tailscale')).toMatch(/^tailscale is not installed on this machine\./);
});

test.skipIf(!posix)(
  '[PR11] a tunnel that ends is started again by itself while it is wanted, and not after',
  async () => {
    const once = `const { existsSync, writeFileSync } = require('node:fs');
    const mark = __filename + '.ran';
    if (existsSync(mark)) setInterval(() => {}, 1000);
    else { writeFileSync(mark, ''); process.exitCode = 3; }`;
    const folder = await givenProgram('ngrok', 'https://one.ngrok-free.app', once);
    const news: TunnelNews[] = [];
    const stop = new AbortController();
    openTunnel('ngrok', 1, folder, stop.signal, (one) => news.push(one));
    const states = () => news.map(({ state }) => state);
    await vi.waitFor(() => expect(states()).toEqual(['starting', 'open', 'failed', 'starting', 'open']), {
      timeout: 8000,
    });
    expect(news[2]).toEqual({ state: 'failed', address: null, detail: 'ngrok ended (3): https://one.ngrok-free.app' });
    const { pid } = await called(folder);
    stop.abort();
    await vi.waitFor(() => expect(states().at(-1)).toBe('off'));
    expect(isAlive(pid)).toBe(false);
  },
);

test('[PR11] the tries grow rarer, to one in a minute', () => {
  expect([1, 2, 4, 7, 50].map((failed) => retryDelay(failed, 0.5))).toEqual([1000, 2000, 8000, 60_000, 60_000]);
  expect([retryDelay(1, 0), retryDelay(1, 1)]).toEqual([750, 1250]);
});

test.skipIf(!posix)('[PR11] a program that the system refuses to start is told like one that ended', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'cuedesk-tunnel-'));
  onTestFinished(() => rm(folder, { recursive: true, force: true }));
  // A script that names itself as its interpreter: ELOOP, which Node throws at once.
  await writeFile(join(folder, 'ngrok'), `#!${join(folder, 'ngrok')}\n`, { mode: 0o755 });
  const news: TunnelNews[] = [];
  const stop = new AbortController();
  onTestFinished(() => stop.abort());
  openTunnel('ngrok', 1, folder, stop.signal, (one) => news.push(one));
  await vi.waitFor(() => expect(news.find(({ state }) => state === 'failed')?.detail).toMatch(/^ngrok could not be/));
});

test('[PR12] a tunnel runs from its start to its end, whichever address viewers are given', () => {
  const told: Array<(news: TunnelNews) => void> = [];
  const address = createAddress({
    environment: 'https://e.example',
    door: () => 'http://127.0.0.1:4748',
    setting: () => null,
    installed: () => ['ngrok'],
    openTunnel: (_program, _stop, tell) => told.push(tell),
    onFault: () => undefined,
  });
  expect(address.tunnelRuns()).toBe(false);
  address.startTunnel('ngrok');
  expect(address.tunnelRuns()).toBe(true);
  told[0]?.({ state: 'open', address: 'https://t.example', detail: '' });
  expect([address.tunnelRuns(), address.state().from]).toEqual([true, 'environment']);
  told[0]?.({ state: 'failed', address: null, detail: 'ended' });
  expect(address.tunnelRuns()).toBe(false);
  address.startTunnel('ngrok');
  address.stopTunnel();
  expect(address.tunnelRuns()).toBe(false);
});

test('[PR10] an address set by hand wins over the environment’s, that over a tunnel’s, and the door is what is left', () => {
  const given: { environment: string | null; setting: string | null } = { environment: null, setting: null };
  const make = () =>
    createAddress({
      environment: given.environment,
      door: () => 'http://127.0.0.1:4748',
      setting: () => given.setting,
      installed: () => ['ngrok'],
      openTunnel: (_program, _stop, tell) => tell({ state: 'open', address: 'https://t.example', detail: '' }),
      onFault: () => undefined,
    });
  const address = make();
  expect(address.state()).toMatchObject({ url: 'http://127.0.0.1:4748', from: 'door', localOnly: true, tunnel: null });
  address.startTunnel('ngrok');
  expect(address.state()).toMatchObject({ url: 'https://t.example', from: 'tunnel', localOnly: false });
  address.stopTunnel();
  expect(address.state().from).toBe('door');
  given.environment = 'https://e.example';
  const withEnvironment = make();
  withEnvironment.startTunnel('ngrok');
  expect(withEnvironment.state()).toMatchObject({ url: 'https://e.example', from: 'environment' });
  given.setting = 'https://s.example';
  expect(withEnvironment.state()).toMatchObject({ url: 'https://s.example', from: 'setting' });
});

test('[PR10] an address of this machine or its own network is known for one that no viewer’s phone reaches', () => {
  const local = [
    'localhost',
    'a.localhost',
    'pc.local',
    '127.0.0.1',
    '127.9.9.9',
    '0.0.0.0',
    '10.1.2.3',
    '192.168.1.2',
  ];
  const more = ['172.16.0.1', '172.31.0.1', '169.254.1.1', '100.64.0.1', '[::1]', '::', 'fd00::1', '[fe80::1]'];
  for (const host of [...local, ...more]) expect([host, isLocal(host)]).toEqual([host, true]);
  for (const host of [
    'example.org',
    '172.32.0.1',
    '100.128.0.1',
    '8.8.8.8',
    '[2001:db8::1]',
    'local.example',
    '11.0.0.1',
  ]) {
    expect([host, isLocal(host)]).toEqual([host, false]);
  }
});
