import type { AddressInfo } from 'node:net';
import { type WebSocket, WebSocketServer } from 'ws';

/** A local bridge such as TikFinity's desktop program: no handshake, it pushes `{"event", "data"}`. */
export async function startBridge(port = 0) {
  const server = new WebSocketServer({ host: '127.0.0.1', port });
  await new Promise((resolve) => server.once('listening', resolve));
  const sockets: WebSocket[] = [];
  server.on('connection', (socket) => {
    sockets.push(socket);
    socket.on('error', () => undefined);
  });
  const used = (server.address() as AddressInfo).port;
  const last = () => sockets.at(-1);
  return {
    port: used,
    url: `ws://127.0.0.1:${used}/`,
    sockets,
    push: (event: string, data: unknown) => last()?.send(JSON.stringify({ event, data })),
    pushText: (text: string) => last()?.send(text),
    drop: () => last()?.terminate(),
    async stop() {
      for (const socket of sockets) socket.terminate();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
