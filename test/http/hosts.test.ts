import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import {
  OWNER_TOKEN,
  rawRequest,
  stageToken,
  startProgram,
  statusOf,
  type TestProgram,
} from '../program/given-program.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

const SOCKET = '/socket.io/?EIO=4&transport=websocket';
const STREAM = '/api/v1/stream';
const UPGRADE =
  'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
const TOKEN = `Authorization: Bearer ${OWNER_TOKEN}\r\n`;

const get = async (port: number, headers: string, path = '/api/v1/live') =>
  statusOf(await rawRequest(port, `GET ${path} HTTP/1.1\r\n${headers}${TOKEN}\r\n`));
const upgrade = (port: number, headers: string, path: string) => get(port, `${headers}${UPGRADE}`, path);

const WRONG = [
  'example.com',
  'localhost.evil.example',
  '127.0.0.1.nip.io',
  'evil-localhost',
  'localhost:1:2',
  'localhost@evil.example',
  'evil.example#localhost',
  '127.0.0.2',
  '0.0.0.0',
  '[::2]',
  '2130706433',
  'local_host',
  'stage',
  '',
];

test('[SE4] a name that is not the door’s own is refused, on requests and on both kinds of socket', async () => {
  for (const name of WRONG) {
    const host = `Host: ${name}\r\n`;
    const answers = [
      await get(door.port, host),
      await get(door.port, host, '/healthz'),
      await upgrade(door.port, host, SOCKET),
      await upgrade(door.port, host, STREAM),
    ];
    expect([name, answers.map((status) => status === 400 || status === 403)]).toEqual([name, [true, true, true, true]]);
  }
});

test('[SE4] two hosts, or none, are refused, on requests and on both kinds of socket', async () => {
  for (const host of ['Host: 127.0.0.1\r\nHost: evil.example\r\n', 'Host: localhost\r\nhost: localhost\r\n', '']) {
    expect([400, 403]).toContain(await get(door.port, host));
    expect([400, 403]).toContain(await upgrade(door.port, host, SOCKET));
    expect([400, 403]).toContain(await upgrade(door.port, host, STREAM));
  }
});

test('[SE4] the loopback names are the door’s own, in any case and with any port', async () => {
  for (const name of ['localhost', `localhost:${door.port}`, '127.0.0.1', '[::1]', `[::1]:${door.port}`, 'LocalHost']) {
    const host = `Host: ${name}\r\n`;
    expect([name, await get(door.port, host)]).toEqual([name, 200]);
    expect([name, await upgrade(door.port, host, SOCKET)]).toEqual([name, 101]);
    expect([name, await upgrade(door.port, host, STREAM)]).toEqual([name, 101]);
  }
});

test('[SE4] bound to every address it answers to this machine’s addresses, and no more to a stranger’s name', async () => {
  const open = await startProgram({ host: '0.0.0.0', publicUrl: 'https://book.example.org' });
  onTestFinished(() => open.close());
  for (const name of ['evil.example', '127.0.0.1.nip.io', '203.0.113.7']) {
    expect(await get(open.port, `Host: ${name}\r\n`)).toBe(403);
    expect([400, 403]).toContain(await upgrade(open.port, `Host: ${name}\r\n`, SOCKET));
  }
  expect(await get(open.port, 'Host: localhost\r\n')).toBe(200);
  // The public address is the public door's name, never the studio's.
  expect(await get(open.port, 'Host: book.example.org\r\n')).toBe(403);
  expect(await get(open.publicPort, 'Host: book.example.org\r\n', '/@nobody')).toBe(404);
});

const ORIGINS = (port: number) => [
  'https://evil.example',
  'null',
  'http://localhost.evil.com',
  `http://127.0.0.1:${port + 1}`,
  `http://localhost:${port}`,
  `http://127.0.0.1:${port}.evil.example`,
  `http://127.0.0.1:${port}/`,
  `http://127.0.0.1:${port}@evil.example`,
  `file://127.0.0.1:${port}`,
  'http://127.0.0.1',
  'https://trusted.example.com.evil.com',
  'https://trusted.example.comedy',
  '',
  'nonsense',
];

test('[SE5] an origin that is not exactly the door’s address is refused on polling, websocket and stream', async () => {
  for (const origin of ORIGINS(door.port)) {
    const headers = `Host: 127.0.0.1:${door.port}\r\nOrigin: ${origin}\r\n`;
    const answers = [
      await get(door.port, headers, '/socket.io/?EIO=4&transport=polling'),
      await upgrade(door.port, headers, SOCKET),
      await upgrade(door.port, headers, STREAM),
    ];
    expect([origin, answers.map((status) => status === 400 || status === 403)]).toEqual([origin, [true, true, true]]);
  }
});

test('[SE5] the own origin passes on both kinds of socket, and polling is not served at all', async () => {
  const headers = `Host: 127.0.0.1:${door.port}\r\nOrigin: ${door.base}\r\n`;
  expect(await upgrade(door.port, headers, SOCKET)).toBe(101);
  expect(await upgrade(door.port, headers, STREAM)).toBe(101);
  expect(await get(door.port, headers, '/socket.io/?EIO=4&transport=polling')).toBe(400);
});

test('[SE5] the stream wants the owner’s token, with or without an origin', async () => {
  const stream = async (headers: string) =>
    statusOf(
      await rawRequest(door.port, `GET ${STREAM} HTTP/1.1\r\nHost: 127.0.0.1:${door.port}\r\n${UPGRADE}${headers}\r\n`),
    );
  const stage = await stageToken(door.base);
  expect(await stream('')).toBe(401);
  expect(await stream(`Origin: ${door.base}\r\n`)).toBe(401);
  expect(await stream(`Authorization: Bearer ${stage}\r\n`)).toBe(401);
  expect(await stream('Cookie: cuedesk=x\r\n')).toBe(401);
  expect(await stream('Cookie: __proto__=x; cuedesk=%00\r\n')).toBe(401);
});
