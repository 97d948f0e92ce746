import { randomBytes } from 'node:crypto';
import { connect } from 'node:net';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { WebSocket } from 'ws';
import { rawRequest, stageToken, startProgram, type TestProgram } from '../program/given-program.ts';
import { openPage, soon } from './page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

/** Packets that once ended such servers, or might: placeholders without their bytes, reserved names, depth, nonsense. */
function hostilePackets(): (string | Buffer)[] {
  const names = [
    '__proto__',
    'constructor',
    'connect',
    'connect_error',
    'disconnect',
    'disconnecting',
    'newListener',
    'error',
    'toString',
    'hasOwnProperty',
  ];
  const events = names.flatMap((name) => [
    `42/stage,["${name}"]`,
    `42/stage,["${name}",{"__proto__":{"polluted":1}}]`,
    `42/stage,7["${name}",null]`,
    `42["${name}"]`,
    `40/${name},{"token":"x"}`,
    `43/stage,1["${name}"]`,
    `44/stage,"${name}"`,
  ]);
  const placeholders = [
    '451-/stage,["alive",{"_placeholder":true,"num":10}]',
    '451-["x",{"_placeholder":true,"num":"splice"}]',
    '459999999-["x"]',
    '45-1["x"]',
    '451-',
    '461-/stage,0[]',
    '452-/stage,["alive",{"_placeholder":true,"num":0},{"_placeholder":true,"num":-1}]',
  ];
  const depth = '['.repeat(20_000) + ']'.repeat(20_000);
  const odd = [
    '',
    '4',
    '42',
    '42/',
    '42/stage',
    '42/stage,',
    '42/stage,[',
    '42/stage,{}',
    '42/stage,[]',
    '42/stage,[1]',
    '42/stage,[{}]',
    '42/stage,null',
    '4\u0000',
    '49',
    '4x',
    '9',
    '1',
    '3probe',
    '2probe',
    '5',
    '6',
    '40',
    '40/',
    '40/stage',
    '40/stage,',
    '40/stage,null',
    '40/stage,[]',
    '40/stage,"x"',
    '40/stage,{"token":{"a":1}}',
    '40/stage?token=x,',
    '41',
    '41/stage,',
    `42/stage,${depth}`,
    `42/stage,["alive",${depth}]`,
  ];
  return [...events, ...placeholders, ...odd, ...Array.from({ length: 60 }, (_, at) => randomBytes(1 + at * 7))];
}

/** One connection that says one thing after it was let in; resolves when it was heard or hung up on. */
function say(packet: string | Buffer, token: string): Promise<void> {
  return new Promise((resolve) => {
    const socket = new WebSocket(`ws://127.0.0.1:${door.port}/socket.io/?EIO=4&transport=websocket`);
    const done = () => {
      socket.terminate();
      resolve();
    };
    socket.on('error', done);
    socket.on('close', done);
    socket.on('message', (data: Buffer) => {
      const said = data.toString('utf8');
      if (said.startsWith('0')) socket.send(`40/stage,${JSON.stringify({ token })}`);
      if (!said.startsWith('40/stage')) return;
      socket.send(packet);
      // The server answers a ping of the websocket in order, so what was sent before it has been read.
      socket.ping();
    });
    socket.on('pong', done);
  });
}

async function expectAlive(): Promise<void> {
  expect((await fetch(`${door.base}/healthz`)).status).toBe(200);
  const page = openPage(`${door.base}/stage`, { token: await stageToken(door.base) });
  await soon(() => expect(page.views).not.toEqual([]));
  expect(door.log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
  expect(Object.getOwnPropertyNames(Object.prototype)).not.toContain('polluted');
}

test('[SK10] no packet of a page that was let in ends the server or leaves a mark', async () => {
  const token = await stageToken(door.base);
  const packets = hostilePackets();
  for (let at = 0; at < packets.length; at += 20) {
    await Promise.all(packets.slice(at, at + 20).map((packet) => say(packet, token)));
  }
  await expectAlive();
}, 20_000);

test('[SK10] a packet above 64 kilobytes hangs up on that page alone', async () => {
  const token = await stageToken(door.base);
  const [loud, quiet] = [openPage(`${door.base}/stage`, { token }), openPage(`${door.base}/stage`, { token })];
  expect(await Promise.all([loud.admitted, quiet.admitted])).toEqual(['connected', 'connected']);
  loud.socket.emit('alive', 'x'.repeat(70_000));
  await soon(() => expect(loud.socket.connected).toBe(false));
  expect(quiet.socket.connected).toBe(true);
});

test('[SK10] strange handshakes, queries and requests are refused, and the server goes on', async () => {
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
  const queries = [
    '',
    '?EIO=3',
    '?EIO=4&transport=__proto__',
    '?EIO=4&transport=constructor',
    '?EIO=4&transport=websocket&sid=__proto__',
    '?EIO=4&transport=websocket&sid=nobody',
    '?EIO=4&EIO=4&transport=websocket&transport=websocket',
    '?__proto__[x]=1&EIO=4&transport=webtransport',
    `?EIO=4&transport=websocket&${'a=1&'.repeat(2000)}`,
  ];
  for (const query of queries) {
    const line = `GET /socket.io/${query} HTTP/1.1\r\nHost: localhost\r\n`;
    await rawRequest(door.port, `${line}${upgrade}\r\n`);
    await rawRequest(door.port, `${line}\r\n`);
  }
  const headers = Array.from({ length: 1990 }, (_, at) => `x-${at}: y\r\n`).join('');
  for (const text of [
    `GET / HTTP/1.1\r\nHost: localhost\r\n${headers}\r\n`,
    'GET  HTTP/9\r\n\r\n',
    `${'G'.repeat(100_000)}\r\n\r\n`,
    'POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: -5\r\n\r\n',
    'POST /api/v1/events HTTP/1.1\r\nHost: localhost\r\nContent-Length: 5\r\nTransfer-Encoding: chunked\r\n\r\n',
    'GET /%ff%fe/%00 HTTP/1.1\r\nHost: localhost\r\n\r\n',
    `GET /api/v1/stream HTTP/1.1\r\nHost: localhost\r\nConnection: Upgrade\r\nUpgrade: nonsense\r\n\r\n`,
  ]) {
    await rawRequest(door.port, text);
    await rawRequest(door.publicPort, text);
  }
  await expectAlive();
}, 20_000);

test('[SK10] bytes that are no HTTP at all, and peers that vanish in the middle, leave nothing behind', async () => {
  await Promise.all(
    Array.from({ length: 40 }, (_, at) => {
      return new Promise<void>((resolve) => {
        const socket = connect(at % 2 === 0 ? door.port : door.publicPort, '127.0.0.1', () => {
          socket.write(at % 3 === 0 ? 'GET /socket.io/?EIO=4&transport=websocket HT' : randomBytes(400));
          socket.resetAndDestroy();
        });
        socket.on('error', () => undefined);
        socket.on('close', () => resolve());
      });
    }),
  );
  await expectAlive();
});
