import { createServer, type Server as HttpServer } from 'node:http';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { allowedHosts } from '../../server/core/hosts.ts';
import { openPages } from '../../server/sockets/pages.ts';
import { peopleSockets } from '../../server/sockets/people.ts';
import { NAMESPACES } from '../../shared/protocol.ts';
import { openPage } from './page.ts';

const VIEW = 'x'.repeat(300_000);

/** The sockets alone, with a view so large that a page that does not read is behind soon. */
async function givenSockets() {
  const http: HttpServer = createServer();
  await new Promise<void>((done) => http.listen(0, '127.0.0.1', done));
  const address = http.address();
  const port = typeof address === 'object' && address ? address.port : 0;
  const io = openPages(
    http,
    allowedHosts(() => []),
  );
  const desk = peopleSockets(io, {
    namespace: NAMESPACES.desk,
    find: async (token) => ({ person: { id: token }, login: null }),
    current: async ({ person }) => person,
    viewOf: async () => ({ text: VIEW }),
    onFault: (error) => {
      throw error;
    },
  });
  onTestFinished(async () => {
    desk.close();
    await io.close();
  });
  const connections = () => new Promise<number>((resolve) => http.getConnections((_, count) => resolve(count)));
  const pages = () => io.of(NAMESPACES.desk).sockets.size;
  return { url: `http://127.0.0.1:${port}`, port, desk, pages, connections };
}

/** A page that connects, is let in, and then reads no more. */
async function openStuck(port: number): Promise<void> {
  const socket = new WebSocket(`ws://127.0.0.1:${port}/socket.io/?EIO=4&transport=websocket`);
  socket.on('error', () => undefined);
  onTestFinished(() => socket.terminate());
  await new Promise<void>((resolve) => {
    socket.on('message', (data: Buffer) => {
      const said = data.toString('utf8');
      if (said.startsWith('0')) socket.send('40/desk,{"token":"stuck"}');
      if (!said.startsWith('40/desk')) return;
      socket.pause();
      resolve();
    });
  });
}

test('[SK11] a page that stops reading is cut within seconds, its connection too, and the others miss nothing', async () => {
  const { url, port, desk, pages, connections } = await givenSockets();
  const reading = openPage<{ text: string }>(`${url}/desk`, { token: 'reading' });
  await reading.admitted;
  await Promise.all([openStuck(port), openStuck(port)]);
  expect(pages()).toBe(3);
  const storm = setInterval(() => desk.changed(), 10);
  onTestFinished(() => clearInterval(storm));
  await vi.waitFor(() => expect(pages()).toBe(1), { timeout: 5000 });
  const seen = reading.views.length;
  await vi.waitFor(() => expect(reading.views.length).toBeGreaterThan(seen + 3), { timeout: 2000 });
  expect(reading.socket.connected).toBe(true);
  await vi.waitFor(async () => expect(await connections()).toBe(1), { timeout: 3000 });
}, 15_000);
