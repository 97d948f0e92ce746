/** The limit: passes every frame of a bridge on to all its clients, and neither checks nor keeps any. */
import type { AddressInfo } from 'node:net';
import { WebSocket, WebSocketServer } from 'ws';

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const bridge = new WebSocket(String(process.argv[2]), { perMessageDeflate: false });
bridge.on('message', (bytes) => {
  for (const client of server.clients) client.send(bytes, { binary: false });
});
server.once('listening', () => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => process.exit(0));
