import { execFile } from 'node:child_process';
import { existsSync } from 'node:fs';
import { mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { promisify } from 'node:util';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { linesOf } from '../../server/sources/lines.ts';
import { openSource } from '../../server/sources/open.ts';
import { waitMillis } from '../../server/sources/replay.ts';
import { UnusableSource } from '../../server/sources/source.ts';
import { parseSpec } from '../../server/sources/spec.ts';
import { TEST_SOURCE } from '../../shared/test-source.ts';
import { recordingSink } from '../fakes/source-sink.ts';
import { captureOf, chat, frame } from '../fakes/webcast-messages.ts';

const run = promisify(execFile);
const ours = resolve(import.meta.dirname, '../recordings');
const real = resolve(import.meta.dirname, '../../../shared/recordings/webcast');

let folder: string;
beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'replay-'));
});
afterAll(() => rm(folder, { recursive: true }));

async function file(name: string, content: string | Uint8Array): Promise<string> {
  const path = join(folder, name);
  await writeFile(path, content);
  return path;
}

async function play(path: string, speed = 0, told = recordingSink(), stop = new AbortController()) {
  const source = await openSource(parseSpec(`replay:${path}?speed=${speed}`));
  await source.run(told.sink, stop.signal);
  return told;
}

describe('a webcast capture', () => {
  test('[SR40] a capture plays through the decoding of the live connection, as one run that ends', async () => {
    const told = await play(join(ours, 'small-live.bin'));
    expect(told.order).toEqual(['begin', 'up', 'end']);
    expect(told.events.map((event) => event.type)).toEqual(
      `viewers join chat chat gift gift gift gift gift gift like follow share chat subscribe question
       moderation viewers session session session`.split(/\s+/),
    );
    expect(new Set(told.events.map((event) => event.source))).toEqual(new Set(['run-1']));
    expect(told.status).toMatchObject({ state: 'finished', detail: 'Played all 21 events of small-live.bin.' });
    expect(told.skipped).toEqual(['WebcastInventedMessage: unknown', 'WebcastMemberMessage: action 3']);
  });

  test('[SR41] a capture that is cut, empty, missing or no capture at all is refused in one sentence', async () => {
    const whole = await readFile(join(ours, 'small-live.bin'));
    const zipped = frame([chat({ id: 2 }, 'y')], { gzip: true });
    zipped.fill(7, zipped.length - 30);
    const damaged = captureOf([frame([chat({ id: 1 }, 'x')]), zipped]);
    const refused = async (path: string, words: RegExp) => {
      const trouble = await openSource(parseSpec(`replay:${path}`)).catch((error: unknown) => error);
      expect(trouble).toBeInstanceOf(UnusableSource);
      expect((trouble as Error).message).toMatch(words);
      expect((trouble as Error).message).toMatch(/^[^\n]+\.$/);
    };
    await refused(await file('cut.bin', whole.subarray(0, whole.length - 5)), /cut off in the middle of frame 16/);
    await refused(await file('cut-length.bin', whole.subarray(0, 2)), /cut off in the middle of frame 1/);
    await refused(await file('damaged.bin', damaged), /frame 2 cannot be read/);
    await refused(await file('text.bin', 'this is a text and no capture'), /frame 1 cannot be read/);
    await refused(await file('zeros.bin', Buffer.alloc(64)), /frame 1 cannot be read/);
    await refused(await file('empty.bin', ''), /is empty/);
    await refused(join(folder, 'missing.bin'), /There is no file/);
    await refused(folder, /is no file/);
  });

  test('[SR42] every length that a capture can be cut to is refused or plays whole frames only', async () => {
    const whole = await readFile(join(ours, 'small-live.bin'));
    const ends = new Set<number>();
    for (let at = 0; at < whole.length; at += 4 + whole.readUInt32LE(at)) ends.add(at);
    for (let length = 1; length < whole.length; length += 13) {
      if (ends.has(length)) continue;
      const path = await file('cut.bin', whole.subarray(0, length));
      await expect(openSource(parseSpec(`replay:${path}`))).rejects.toBeInstanceOf(UnusableSource);
    }
    // Hundreds of files are opened.
  }, 60_000);
});

describe('a journal export', () => {
  test('[SR43] events keep their time and room, and get ids that hold their old source', async () => {
    const told = await play(join(ours, 'small-journal.ndjson'));
    expect(told.events).toHaveLength(6);
    expect(told.events.slice(0, 2)).toMatchObject([
      { id: 'tiktok:@invented:1', source: 'run-1', room: '7000000000000000001', at: '2026-11-22T18:00:00.000Z' },
      { id: 'api:1', source: 'run-1', chat: { text: 'first, \u2028 with a line separator' } },
    ]);
  });

  test('[LV28] a replay leaves out what was a test', async () => {
    const line = (id: string, source: string) =>
      JSON.stringify({ id, source, at: '2026-11-22T18:00:00Z', type: 'follow', user: { id } });
    const path = await file('with-tests.ndjson', [line('1', 'tiktok:@invented'), line('2', TEST_SOURCE)].join('\n'));
    expect((await play(path)).events).toMatchObject([{ user: { id: '1' } }]);
  });

  test('[SR44] a line that is no event is refused by its number, before anything is played', async () => {
    const good = '{"id":"1","at":"2026-11-22T18:00:00Z","type":"follow","user":{"id":"1"}}';
    const refused = async (lines: string[], words: RegExp) => {
      const path = await file('broken.ndjson', lines.join('\n'));
      await expect(openSource(parseSpec(`replay:${path}`))).rejects.toThrow(words);
    };
    await refused([good, '', '{"id":"2","at"'], /^Line 3 of .* is not JSON\.$/);
    await refused([good, '{"id":"2","at":"yesterday","type":"follow","user":{"id":"1"}}'], /^Line 2 .* field at: /);
    await refused([good, '[]'], /^Line 2 /);
    await refused(['{"__proto__":{"type":"chat"}}'], /^Line 1 /);
    await refused(['\n', '  '], /holds no event/);
  });

  test('[SR152] a file without line ends is refused without being read to its end', async () => {
    const path = await file('endless.ndjson', 'x'.repeat(20_000_000));
    await expect(openSource(parseSpec(`replay:${path}`))).rejects.toThrow(/^Line 1 of .* far too long\.$/);
    for await (const line of linesOf(path)) expect(line.length).toBeLessThan(5_000_000);
  });

  test('[SR44] a byte order mark and Windows line ends are taken', async () => {
    const lines = ['1', '2'].map(
      (id) => `{"id":"${id}","at":"2026-11-22T18:00:00Z","type":"follow","user":{"id":"1"}}\r\n`,
    );
    expect((await play(await file('windows.ndjson', `\uFEFF${lines.join('')}`))).events).toHaveLength(2);
  });
});

describe('the clock of a replay', () => {
  const follow = (id: number, at: number) =>
    `${JSON.stringify({ id: String(id), at: new Date(at).toISOString(), type: 'follow', user: { id: '1' } })}\n`;

  test('[SR45] speed 0 hands on batches of at most 500 and waits for each', async () => {
    const path = await file('many.ndjson', Array.from({ length: 1234 }, (_, at) => follow(at, at * 1000)).join(''));
    expect((await play(path)).batches).toEqual([500, 500, 234]);
  });

  test('[SR46] the pauses of the recording are kept, divided by the speed', async () => {
    const path = await file('paced.ndjson', follow(1, 0) + follow(2, 6000) + follow(3, 6000));
    const started = performance.now();
    const told = await play(path, 20);
    expect(performance.now() - started).toBeGreaterThanOrEqual(290);
    expect(told.events).toHaveLength(3);
  });

  test('[SR46] no pause is longer than 10 s, and a step back in time is none', () => {
    expect([waitMillis(3_600_000, 1), waitMillis(3000, 0.1), waitMillis(3000, 2), waitMillis(-5, 1)]).toEqual([
      10_000, 10_000, 1500, 0,
    ]);
  });

  test('[SR47] a stop between two events leaves the run unfinished, without an end', async () => {
    const path = await file('long.ndjson', follow(1, 0) + follow(2, 3_600_000));
    const stop = new AbortController();
    const told = recordingSink();
    const playing = play(path, 1, told, stop);
    await vi.waitFor(() => expect(told.events).toHaveLength(1));
    stop.abort();
    await playing;
    expect(told.order).toEqual(['begin', 'up']);
    expect(told.status?.state).toBe('off');
  });

  test('[SR47] an unfinished run that is gone on with does not wait for what is known already', async () => {
    const path = await file('again.ndjson', follow(1, 0) + follow(2, 5000) + follow(3, 10_000));
    const told = await play(path);
    await play(path, 1, told);
    expect(told.events).toHaveLength(3);
  });
});

describe('a replay and the store', () => {
  test('[SR171] one refusal of the store is waited out, and nothing of the recording is lost', async () => {
    const told = recordingSink();
    const { accept, begin, end } = told.sink;
    const failing = <T>(work: () => Promise<T>) => {
      let failed = false;
      return async (): Promise<T> => {
        if (failed) return work();
        failed = true;
        throw new Error('disk full');
      };
    };
    told.sink.begin = failing(begin);
    told.sink.end = failing(end);
    let refused = false;
    told.sink.accept = async (events) => {
      if (refused) return accept(events);
      refused = true;
      throw new Error('disk full');
    };
    await play(join(ours, 'small-live.bin'), 0, told);
    expect(told.events).toHaveLength(21);
    expect(told.order).toEqual(['begin', 'up', 'end']);
    expect(told.whys).toEqual([
      'opening',
      'not-kept',
      'replaying',
      'not-kept',
      'replaying',
      'not-kept',
      'replaying',
      'played',
    ]);
    expect(told.faults).toHaveLength(3);
  });

  test('[SR171] a stop while the store takes nothing ends it', async () => {
    const told = recordingSink();
    const stop = new AbortController();
    told.sink.accept = () => Promise.reject(new Error('disk full'));
    const playing = play(join(ours, 'small-live.bin'), 0, told, stop);
    await vi.waitFor(() => expect(told.status?.why).toBe('not-kept'));
    stop.abort();
    await playing;
    expect(told.status?.why).toBe('stopped');
  });

  test('[LV109] a replay is stopped in words when another show began, and begins none beside a live', async () => {
    const overtaken = recordingSink();
    overtaken.sink.accept = async () => ({ accepted: 0, duplicates: 0 });
    await play(join(ours, 'small-live.bin'), 0, overtaken);
    expect(overtaken.order).toEqual(['begin', 'up']);
    expect(overtaken.status).toMatchObject({ state: 'off', why: 'overtaken' });
    const beside = recordingSink();
    beside.sink.begin = async () => null;
    await play(join(ours, 'small-live.bin'), 0, beside);
    expect(beside.order).toEqual([]);
    expect(beside.status).toMatchObject({ state: 'off', why: 'beside-live' });
  });
});

test('[SR48] the recordings of the tests are what their script makes', async () => {
  await run(process.execPath, [join(ours, 'make-recordings.ts'), '--check']);
});

const missing = existsSync(real) ? '' : ' (skipped: the folder ../shared/recordings is not there)';
describe.skipIf(missing !== '')(`real captures of October to December 2023${missing}`, () => {
  const TABLE: [string, Record<string, number>, number][] = [
    ['ab', { chat: 21, gift: 21, like: 21, join: 21, viewers: 21 }, 21],
    ['jw', { chat: 6, gift: 0, like: 0, join: 12, viewers: 21, session: 2 }, 0],
    ['link', { chat: 21, gift: 21, like: 21, join: 21, viewers: 21 }, 21],
    ['log', { chat: 21, gift: 21, like: 21, join: 21, viewers: 21 }, 21],
    ['web', { chat: 21, gift: 21, like: 21, join: 21, viewers: 21 }, 21],
  ];
  test.for(TABLE)(
    '[SR49] %s.bin gives every event that the table of the recordings lists',
    async ([name, counts, social]) => {
      const told = await play(join(real, `${name}.bin`));
      const found = Object.keys(counts).map((type) => [
        type,
        told.events.filter((event) => event.type === type).length,
      ]);
      expect(Object.fromEntries(found)).toEqual(counts);
      expect(told.count('follow') + told.count('share')).toBe(social);
    },
  );

  test('[SR49] 987 of 999 messages are decoded, 48 of them follows and 36 shares', async () => {
    const all = await Promise.all(TABLE.map(([name]) => play(join(real, `${name}.bin`))));
    const undecoded = all.flatMap(({ skipped }) => skipped.filter((what) => /: (?:unknown|unreadable)$/.test(what)));
    const messages = all.reduce((sum, told) => sum + told.events.length + told.skipped.length, 0);
    expect([messages, messages - undecoded.length]).toEqual([999, 987]);
    expect(new Set(undecoded)).toEqual(new Set(['RoomMessage: unknown']));
    expect(all.reduce((sum, told) => sum + told.count('follow'), 0)).toBe(48);
    expect(all.reduce((sum, told) => sum + told.count('share'), 0)).toBe(36);
  });
});
