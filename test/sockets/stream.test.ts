import { afterAll, beforeAll, expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import type { JournalEntry } from '../../shared/events.ts';
import { RIGHT_SETS } from '../../shared/rights.ts';
import { chat } from '../core/live/events.ts';
import {
  AS_OWNER,
  cookieOf,
  JSON_BODY,
  liveOf,
  post,
  postEvents,
  rawRequest,
  startProgram,
  statusOf,
  type TestProgram,
} from '../program/given-program.ts';
import { soon } from './page.ts';

let door: TestProgram;
beforeAll(async () => {
  door = await startProgram();
});
afterAll(() => door.close());

interface Reader {
  readonly socket: WebSocket;
  readonly seqs: number[];
  /** The status with which it was refused, or `open`. */
  readonly admitted: Promise<number | 'open'>;
}

function read(query: string, headers: Record<string, string> = AS_OWNER): Reader {
  const socket = new WebSocket(`ws://127.0.0.1:${door.port}/api/v1/stream${query}`, { headers });
  const seqs: number[] = [];
  socket.on('message', (data: Buffer) => seqs.push((JSON.parse(data.toString('utf8')) as JournalEntry).seq));
  const admitted = new Promise<number | 'open'>((resolve) => {
    socket.on('open', () => resolve('open'));
    socket.on('unexpected-response', (_request, response) => resolve(response.statusCode ?? 0));
    socket.on('error', () => undefined);
  });
  onTestFinished(() => socket.terminate());
  return { socket, seqs, admitted };
}

const from = (first: number, last: number) => Array.from({ length: last - first + 1 }, (_, at) => first + at);

test('[SK8] readers that come at any moment of a burst get every entry once, in order, from their place on', async () => {
  const readers: [number, Reader][] = [];
  for (let batch = 0; batch < 30; batch++) {
    const { lastSeq } = await liveOf(door.base);
    if (batch % 5 === 0) readers.push([0, read('')], [lastSeq, read(`?after=${lastSeq}`)], [7, read('?after=7')]);
    await Promise.all(
      from(1, 3).map(() =>
        postEvents(
          door.base,
          from(1, 15).map(() => chat('x')),
        ),
      ),
    );
  }
  const { lastSeq } = await liveOf(door.base);
  expect(lastSeq).toBe(30 * 45);
  for (const [after, reader] of readers) {
    await vi.waitFor(() => expect(reader.seqs.at(-1)).toBe(lastSeq), { timeout: 5000 });
    expect(reader.seqs).toEqual(from(after + 1, lastSeq));
  }
});

test('[SK8] a reader ahead of the journal waits, and gets what comes after its place alone', async () => {
  const { lastSeq } = await liveOf(door.base);
  const reader = read(`?after=${lastSeq + 2}`);
  expect(await reader.admitted).toBe('open');
  await postEvents(
    door.base,
    from(1, 4).map(() => chat('x')),
  );
  await soon(() => expect(reader.seqs).toEqual([lastSeq + 3, lastSeq + 4]));
});

test('[SK9] a reader that stops reading costs the server little, holds nobody up, and gets all when it goes on', async () => {
  const { lastSeq: before } = await liveOf(door.base);
  const slow = read(`?after=${before}`);
  expect(await slow.admitted).toBe('open');
  slow.socket.pause();
  // Far more than the sockets' own buffers take, so that the server must keep the rest back.
  const text = 'x'.repeat(10_000);
  for (let batch = 0; batch < 6; batch++)
    await postEvents(
      door.base,
      from(1, 350).map(() => chat(text)),
    );
  const { lastSeq } = await liveOf(door.base);
  const quick = read(`?after=${lastSeq - 5}`);
  await soon(() => expect(quick.seqs).toEqual(from(lastSeq - 4, lastSeq)));
  expect(slow.seqs.length).toBeLessThan(2100);
  slow.socket.resume();
  await vi.waitFor(() => expect(slow.seqs.at(-1)).toBe(lastSeq), { timeout: 10_000 });
  expect(slow.seqs).toEqual(from(before + 1, lastSeq));
}, 20_000);

test('[SK8] a place that is none, or stands twice, is refused', async () => {
  for (const query of ['?after=x', '?after=-1', '?after=1.5', '?after=1&after=2', '?after=__proto__', '?after=1e99']) {
    expect([query, await read(query).admitted]).toEqual([query, 400]);
  }
  expect(await read('/', AS_OWNER).admitted).toBe(404);
});

test('[SK143] an upgrade to an address that only comes to mean socket.io, or is none, is refused at once', async () => {
  const upgrade =
    'Connection: Upgrade\r\nUpgrade: websocket\r\nSec-WebSocket-Version: 13\r\nSec-WebSocket-Key: dGhlIHNhbXBsZSBub25jZQ==\r\n';
  for (const port of [door.port, door.publicPort]) {
    for (const path of ['/./socket.io/', '/x/../socket.io/', '/socket.io', '//', '///', 'http://[/socket.io/']) {
      const answer = await rawRequest(port, `GET ${path} HTTP/1.1\r\nHost: localhost\r\n${upgrade}\r\n`);
      expect([path, [400, 404].includes(statusOf(answer))]).toEqual([path, true]);
    }
  }
  expect(door.log.filter((line) => /"level":(50|60)/.test(line))).toEqual([]);
});

test('[SK8] the owner’s login reads too, a moderator’s does not', async () => {
  const { access } = door.program.parts;
  const cookie = async (key: string) =>
    cookieOf(
      await fetch(`${door.base}/api/v1/login`, { method: 'POST', headers: JSON_BODY, body: JSON.stringify({ key }) }),
    );
  const owner = { cookie: await cookie(access.linkKey), origin: door.base };
  expect(await read('?after=0', owner).admitted).toBe('open');
  expect(
    await read('', {
      cookie: await cookie((await access.people.add({ name: 'Mo', rights: [...RIGHT_SETS.desk], hours: 1 })).key),
    }).admitted,
  ).toBe(401);
});

test('[SK8] what a reader sends is nothing to anybody, and too much of it ends that reader alone', async () => {
  const { lastSeq } = await liveOf(door.base);
  const [loud, quiet] = [read(`?after=${lastSeq}`), read(`?after=${lastSeq}`)];
  await Promise.all([loud.admitted, quiet.admitted]);
  loud.socket.send('{"__proto__":1}');
  const closed = new Promise<number>((resolve) => loud.socket.on('close', resolve));
  loud.socket.send('x'.repeat(5000));
  expect(await closed).toBe(1009);
  await postEvents(door.base, chat('x'));
  await soon(() => expect(quiet.seqs).toEqual([lastSeq + 1]));
});

/** A signed-in browser's reader, and the code that it is closed with. */
async function signedInReader() {
  const { linkKey } = door.program.parts.access;
  const signed = await post(door.base, '/login', { key: linkKey }, {});
  const cookie = cookieOf(signed);
  const reader = read('', { cookie, origin: door.base });
  const closed = new Promise<number>((resolve) => reader.socket.on('close', resolve));
  expect(await reader.admitted).toBe('open');
  return { ...reader, cookie, closed };
}

test('[SK16] a stream ends within a second of its login: signed out, or with a new password; others read on', async () => {
  const [leaving, staying] = [await signedInReader(), await signedInReader()];
  const token = read('');
  expect(await token.admitted).toBe('open');
  expect((await post(door.base, '/logout', {}, { cookie: leaving.cookie })).status).toBe(200);
  expect(await leaving.closed).toBe(1008);
  expect([staying.socket.readyState, token.socket.readyState]).toEqual([WebSocket.OPEN, WebSocket.OPEN]);
  const password = { method: 'PUT', headers: { ...AS_OWNER, ...JSON_BODY } };
  await fetch(`${door.base}/api/v1/password`, {
    ...password,
    body: JSON.stringify({ password: 'a long new password' }),
  });
  expect(await staying.closed).toBe(1008);
  expect(token.socket.readyState).toBe(WebSocket.OPEN);
});

test('[SK16] a login that ended elsewhere, in the store alone, ends its stream too', async () => {
  const reading = await signedInReader();
  await door.program.parts.store.db.deleteFrom('login').execute();
  expect(await reading.closed).toBe(1008);
});
