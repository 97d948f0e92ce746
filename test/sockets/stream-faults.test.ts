import { once } from 'node:events';
import { createServer } from 'node:http';
import type { AddressInfo } from 'node:net';
import { expect, onTestFinished, test, vi } from 'vitest';
import { WebSocket } from 'ws';
import { openStream } from '../../server/sockets/stream.ts';
import type { JournalEntry } from '../../shared/events.ts';
import { chat } from '../core/live/events.ts';

/** The stream on a port of its own, before a journal that fails when it is told to. */
async function givenStream(pingMillis = 15_000) {
  const journal = { entries: [] as JournalEntry[], fails: false, reads: [] as number[] };
  const faults: unknown[] = [];
  const listeners = new Set<(entries: ReadonlyArray<JournalEntry>) => void>();
  const http = createServer();
  const stream = openStream(http, {
    hosts: { allows: () => true },
    mayRead: async () => true,
    onStanding: () => () => undefined,
    async readJournal(after, limit) {
      if (journal.fails) throw new Error('disk gone');
      journal.reads.push(after);
      return journal.entries.slice(after, after + limit);
    },
    onEntries(listener) {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    onFault: (error) => faults.push(error),
    pingMillis,
  });
  http.listen(0, '127.0.0.1');
  await once(http, 'listening');
  onTestFinished(async () => {
    stream.close();
    http.closeAllConnections();
    await new Promise((resolve) => http.close(resolve));
  });
  const { port } = http.address() as AddressInfo;
  /** Keeps entries; `told` as they are, or as a change of which nobody knows what was kept. */
  const keep = (count: number, told: 'told' | 'look anew' = 'told', text = 'x') => {
    const from = journal.entries.length;
    const news = Array.from({ length: count }, (_, at) => ({ seq: from + at + 1, ...chat(text) }));
    journal.entries.push(...news);
    for (const listener of listeners) listener(told === 'told' ? news : []);
  };
  async function read(options: { autoPong?: boolean } = {}) {
    const socket = new WebSocket(`ws://127.0.0.1:${port}/api/v1/stream`, options);
    const seqs: number[] = [];
    socket.on('message', (data: Buffer) => seqs.push((JSON.parse(data.toString('utf8')) as JournalEntry).seq));
    socket.on('error', () => undefined);
    onTestFinished(() => socket.terminate());
    const closed = once(socket, 'close').then(([code]) => code as number);
    await once(socket, 'open');
    return { socket, seqs, closed };
  }
  return { journal, faults, keep, read };
}

test('[SK14] a reader whose journal cannot be read is closed with 1011 and a log, and can come again', async () => {
  const { journal, faults, keep, read } = await givenStream();
  const reader = await read();
  keep(2);
  await vi.waitFor(() => expect(reader.seqs).toEqual([1, 2]));
  journal.fails = true;
  keep(1);
  expect(await reader.closed).toBe(1011);
  expect(faults).toEqual([new Error('disk gone')]);
  journal.fails = false;
  const again = await read();
  await vi.waitFor(() => expect(again.seqs).toEqual([1, 2, 3]));
});

test('[SK144] large entries make no reader take more of the server: it is asked again after each', async () => {
  const { journal, keep, read } = await givenStream();
  const reader = await read();
  reader.socket.pause();
  keep(500, 'told', 'x'.repeat(60_000));
  await vi.waitFor(() => expect(journal.reads.length).toBeGreaterThan(0));
  reader.socket.resume();
  await vi.waitFor(() => expect(reader.seqs).toHaveLength(500), 10_000);
  expect(reader.seqs).toEqual(Array.from({ length: 500 }, (_, at) => at + 1));
  // What the system itself takes between the two is some megabytes of the thirty.
  expect(journal.reads.find((after) => after > 0)).toBeLessThan(250);
});

test('[SK14] entries of which it was not known whether they were kept reach the readers with the next look', async () => {
  const { keep, read } = await givenStream();
  const reader = await read();
  keep(3, 'look anew');
  await vi.waitFor(() => expect(reader.seqs).toEqual([1, 2, 3]));
});

test('[SK15] a reader that answers no ping is gone by the next; one that answers stays', async () => {
  const { keep, read } = await givenStream(60);
  const [dead, live] = await Promise.all([read({ autoPong: false }), read()]);
  let pings = 0;
  live.socket.on('ping', () => {
    pings += 1;
  });
  expect(await dead.closed).toBe(1006);
  const then = pings;
  await vi.waitFor(() => expect(pings).toBeGreaterThan(then + 4), 4000);
  keep(1);
  await vi.waitFor(() => expect(live.seqs).toEqual([1]));
});
