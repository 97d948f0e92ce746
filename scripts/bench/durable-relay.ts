/** The limit of whoever keeps events: the relay, and one SQLite commit (`synchronous=FULL`) a tick before it passes them on. */
import { mkdtempSync, rmSync } from 'node:fs';
import type { AddressInfo } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { type RawData, WebSocket, WebSocketServer } from 'ws';

const folder = mkdtempSync(join(tmpdir(), 'cuedesk-bench-'));
const database = new DatabaseSync(join(folder, 'events.db'));
database.exec('pragma journal_mode = wal; pragma synchronous = full; pragma wal_autocheckpoint = 40000;');
database.exec('create table event (seq integer primary key, id text unique, body text)');
const [begin, commit] = [database.prepare('begin immediate'), database.prepare('commit')];
const insert = database.prepare('insert into event (id, body) values (?, ?)');

const server = new WebSocketServer({ host: '127.0.0.1', port: 0, perMessageDeflate: false });
const bridge = new WebSocket(String(process.argv[2]), { perMessageDeflate: false });
let waiting: RawData[] = [];

function keep(): void {
  const tick = waiting;
  waiting = [];
  begin.run();
  for (const bytes of tick) insert.run(String(JSON.parse(bytes.toString()).data.msgId), bytes.toString());
  commit.run();
  for (const bytes of tick) for (const client of server.clients) client.send(bytes, { binary: false });
}

bridge.on('message', (bytes) => {
  if (waiting.push(bytes) === 1) setImmediate(keep);
});
server.once('listening', () => console.log(`ready http://127.0.0.1:${(server.address() as AddressInfo).port}`));
process.once('SIGTERM', () => {
  database.close();
  rmSync(folder, { recursive: true });
  process.exit(0);
});
