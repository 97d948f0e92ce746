import { createServer } from 'node:http';
import { expect, onTestFinished, test } from 'vitest';
import { WebSocket } from 'ws';
import { allowedHosts } from '../../server/core/hosts.ts';
import { openPages } from '../../server/sockets/pages.ts';
import { threadSockets } from '../../server/sockets/people.ts';
import { openPage, soon } from './page.ts';

/** A door of pages; where its callers come from, they say themselves. */
async function givenDoor() {
  const http = createServer();
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const io = openPages(
    http,
    allowedHosts(() => []),
    ({ headers }) => String(headers['x-from'] ?? '127.0.0.1'),
  );
  onTestFinished(() => io.close());
  return { io, port };
}

/** A socket that says nothing; null when it was refused. */
function idle(port: number, from: string): Promise<WebSocket | null> {
  const url = `ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`;
  const socket = new WebSocket(url, { headers: { 'x-from': from } });
  onTestFinished(() => socket.terminate());
  return new Promise((resolve) => {
    socket.once('open', () => resolve(socket));
    socket.once('error', () => resolve(null));
  });
}

test('[SK163] one address has 200 sockets at a door at most, others are let in, and one that closes makes room', async () => {
  const { port } = await givenDoor();
  const flood = await Promise.all(Array.from({ length: 250 }, () => idle(port, '203.0.113.9')));
  const open = flood.filter((socket) => socket !== null);
  expect(open).toHaveLength(200);
  expect(await idle(port, '203.0.113.10')).not.toBeNull();
  expect(await idle(port, '203.0.113.9')).toBeNull();
  const sixth = await Promise.all(Array.from({ length: 201 }, (_, at) => idle(port, `2001:db8:0:7::${at}`)));
  expect(sixth.filter((socket) => socket !== null)).toHaveLength(200);
  open[0]?.terminate();
  await soon(async () => expect(await idle(port, '203.0.113.9')).not.toBeNull());
});

test('[SK164] a page of a thread that says more than 100 messages in a minute is cut', async () => {
  const { io, port } = await givenDoor();
  const fault = (error: unknown) => {
    throw error;
  };
  const threads = threadSockets(io, {
    requestIdOf: async () => 'r',
    viewOf: async () => ({ text: '' }),
    onFault: fault,
  });
  onTestFinished(threads.close);
  const page = openPage(`http://127.0.0.1:${port}/thread`, { secret: 'secret' });
  expect(await page.admitted).toBe('connected');
  let heard = 0;
  for (const socket of io.of('/thread').sockets.values()) {
    socket.on('anything', () => {
      heard += 1;
    });
  }
  for (let at = 0; at < 100; at++) page.socket.emit('anything', at);
  await soon(() => expect(heard).toBe(100));
  expect(page.socket.connected).toBe(true);
  page.socket.emit('anything', 'one more');
  await soon(() => expect(page.socket.connected).toBe(false));
  expect(heard).toBe(100);
});
