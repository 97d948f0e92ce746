import { once } from 'node:events';
import { type AddressInfo, createServer } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, onTestFinished, test } from 'vitest';
import { fetchFeed } from '../../server/calendars/fetch.ts';
import { FeedAddress } from '../../shared/busy.ts';
import { isPublicAddress } from '../../shared/public-address.ts';
import { type CalendarServer, startCalendarServer } from '../fakes/calendar-server.ts';

const going = new AbortController().signal;
const plain = (address: string) => ({ address, etag: null, lastModified: null });
let server: CalendarServer;

beforeEach(async () => {
  server = await startCalendarServer();
});
afterEach(() => server.close());

const fetched = (net = server.net) => fetchFeed(plain(server.address), going, net);
const troubleOf = async (work: ReturnType<typeof fetchFeed>) => {
  const answer = await work;
  return answer.type === 'failed' ? answer.trouble : answer.type;
};

test.each([
  '0.0.0.0',
  '10.1.2.3',
  '100.64.0.1',
  '127.0.0.1',
  '169.254.169.254',
  '172.31.255.255',
  '192.0.0.1',
  '192.168.1.1',
  '198.19.0.1',
  '224.0.0.1',
  '255.255.255.255',
  '::',
  '::1',
  '::ffff:127.0.0.1',
  '::ffff:7f00:1',
  '::127.0.0.1',
  '64:ff9b::10.0.0.1',
  '64:ff9b::7f00:1',
  '64:ff9b:1::1.1.1.1',
  'fe80::1',
  'fe80::1%eth0',
  'fd00::1',
  'fec0::1',
  'ff02::1',
  '2001:db8::1',
  '2001::7f00:1',
  '2002:7f00:1::1',
  '3fff::1',
  'localhost',
  '',
])('[BK108] %s is not of the public net', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test.each([
  '1.1.1.1',
  '172.32.0.1',
  '100.128.0.1',
  '::ffff:1.1.1.1',
  '64:ff9b::101:101',
  '2606:4700::1111',
  '2a00:1450::1',
])('[BK108] %s is of the public net', (address) => {
  expect(isPublicAddress(address)).toBe(true);
});

test('[BK108] whatever way an address names this machine, it is never connected to', async () => {
  let connections = 0;
  const canary = createServer((socket) => {
    connections++;
    socket.destroy();
  });
  canary.listen(0, '::');
  await once(canary, 'listening');
  onTestFinished(() => void canary.close());
  const { port } = canary.address() as AddressInfo;
  const hosts = [
    '127.1',
    '0',
    '0x7f.1',
    '017700000001',
    '[::ffff:127.0.0.1]',
    '[::]',
    '[::1]',
    'localhost',
    '2130706433',
  ];
  for (const host of hosts) {
    expect(await troubleOf(fetchFeed(plain(`https://${host}:${port}/a.ics`), going))).toBe('private-address');
  }
  for (const address of [
    'http://example.org/a.ics',
    'file:///etc/passwd',
    'https://a:b@example.org/',
    'https://a@example.org/',
  ]) {
    expect(FeedAddress.safeParse(address).success).toBe(false);
    expect(await troubleOf(fetchFeed(plain(address), going))).toBe('refused');
  }
  expect(connections).toBe(0);
});

test('[BK108] a name is looked up once and that address connected to; one private address among its own spoils it', async () => {
  server.answer = (response) => void response.end('BEGIN:VCALENDAR');
  expect(await troubleOf(fetched())).toBe('body');
  expect(server.net.asked).toBe(1);
  const mixed = { ...server.net, resolve: async () => ['127.0.0.1', '10.0.0.1'] };
  expect(await troubleOf(fetched(mixed))).toBe('private-address');
  expect(server.requests).toHaveLength(1);
});

test('[BK109] an answer is asked for as calendars are, with what the last one came with, and "unchanged" is understood', async () => {
  server.answer = (response, headers) => {
    if (headers['if-none-match'] === '"v1"') return void response.writeHead(304).end();
    return void response.writeHead(200, { etag: '"v1"', 'last-modified': 'Tue, 24 Nov 2026 10:00:00 GMT' }).end('text');
  };
  const first = await fetched();
  expect(first).toMatchObject({ type: 'body', etag: '"v1"', lastModified: 'Tue, 24 Nov 2026 10:00:00 GMT' });
  const again = { address: server.address, etag: '"v1"', lastModified: 'Tue, 24 Nov 2026 10:00:00 GMT' };
  expect(await fetchFeed(again, going, server.net)).toEqual({ type: 'unchanged' });
  expect(server.requests[1]).toMatchObject({
    path: '/private-a1b2c3/basic.ics?key=k',
    headers: { host: new URL(server.address).host, 'if-modified-since': again.lastModified, 'accept-encoding': 'gzip' },
  });
});

test('[BK110] no redirect is followed, and each refusal has its word', async () => {
  for (const [status, word] of [
    [302, 'moved'],
    [401, 'not-allowed'],
    [403, 'not-allowed'],
    [404, 'gone'],
    [410, 'gone'],
    [500, 'refused'],
    [204, 'refused'],
  ] as const) {
    server.answer = (response) => void response.writeHead(status, { location: server.address }).end();
    expect(await troubleOf(fetched())).toBe(word);
  }
  expect(server.requests).toHaveLength(7);
});

test('[BK110] two megabytes are the most, packed or not, and three seconds in all', async () => {
  const most = 2 * 1024 * 1024;
  const send = (body: Buffer, packed: boolean) => {
    server.answer = (response) => void response.writeHead(200, packed ? { 'content-encoding': 'gzip' } : {}).end(body);
    return troubleOf(fetched());
  };
  expect(await send(Buffer.alloc(most, 'x'), false)).toBe('body');
  expect(await send(Buffer.alloc(most + 1, 'x'), false)).toBe('too-big');
  expect(await send(gzipSync(Buffer.alloc(most, 'x')), true)).toBe('body');
  expect(await send(gzipSync(Buffer.alloc(100 * most, 'x')), true)).toBe('too-big');
  expect(await send(Buffer.from('not packed at all'), true)).toBe('not-a-calendar');
  const slow = { ...server.net, withinMs: 100 };
  server.answer = (response) => void response.writeHead(200).write('BEGIN:VCALENDAR');
  expect(await troubleOf(fetched(slow))).toBe('too-slow');
  expect(await troubleOf(fetched({ ...slow, resolve: () => new Promise(() => undefined) }))).toBe('too-slow');
});

test('[BK110] a certificate of somebody else, a closed port and an unknown name are told apart', async () => {
  const { ca: _, ...untrusting } = server.net;
  expect(await troubleOf(fetched(untrusting))).toBe('insecure');
  const elsewhere = server.address.replace('calendar.test', 'other.test');
  expect(await troubleOf(fetchFeed(plain(elsewhere), going, server.net))).toBe('insecure');
  const unknown = {
    ...server.net,
    resolve: async () => Promise.reject(Object.assign(new Error('x'), { code: 'ENOTFOUND' })),
  };
  expect(await troubleOf(fetched(unknown))).toBe('no-such-host');
  const closed = createServer().listen(0, '127.0.0.1');
  await once(closed, 'listening');
  const { port } = closed.address() as AddressInfo;
  closed.close();
  await once(closed, 'close');
  expect(await troubleOf(fetchFeed(plain(`https://calendar.test:${port}/`), going, server.net))).toBe('unreachable');
});

test('[BK111] webcal is https, and a calendar’s address has no name or password in it', () => {
  expect(FeedAddress.parse(' webcal://example.org/a.ics ')).toBe('https://example.org/a.ics');
  expect(FeedAddress.parse('WEBCALS://example.org/a.ics')).toBe('https://example.org/a.ics');
  for (const bad of ['', 'example.org/a.ics', 'ftp://example.org', 'https://', 'webcal://me:pw@example.org/a.ics']) {
    expect(FeedAddress.safeParse(bad).success).toBe(false);
  }
});
