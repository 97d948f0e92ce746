import { join } from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { framesOf } from '../../server/sources/capture.ts';
import { openSource, type SourceOptions } from '../../server/sources/open.ts';
import { parseSpec } from '../../server/sources/spec.ts';
import { recordingSink } from '../fakes/source-sink.ts';
import { chat, control, frame, gift, idOf, ROOM, roomUser, SHOW_STARTED } from '../fakes/webcast-messages.ts';
import { startWebcast } from '../fakes/webcast-server.ts';

type Webcast = Awaited<ReturnType<typeof startWebcast>>;

/** Waits short enough for a test; the program's own are in `TIKTOK_TIMING`. */
const QUICK = {
  backoff: { firstMillis: 20, mostMillis: 60 },
  quietMillis: 5000,
  offlineMillis: 40,
  failedMillis: 40,
  limitedMillis: 40,
};

let webcast: Webcast;
let stop: AbortController;
let told: ReturnType<typeof recordingSink>;
let running: Promise<void>;

async function watch(timing: SourceOptions['timing'] = {}): Promise<void> {
  const { webHost, signApiUrl } = webcast;
  const source = await openSource(parseSpec('tiktok:@Invented_Creator'), {
    signApiUrl,
    tiktokWebHost: webHost,
    timing: { ...QUICK, ...timing },
  });
  running = source.run(told.sink, stop.signal);
}

async function live(): Promise<void> {
  await vi.waitFor(() => expect(told.status?.state).toBe('live'), 4500);
}

/** Waits until the source has told this word at least once. */
async function hears(why: string): Promise<NonNullable<typeof told.status>> {
  return vi.waitFor(() => {
    const status = told.statuses.find((one) => one.why === why);
    if (!status) throw new Error(`heard only ${told.whys.join(', ')}`);
    return status;
  }, 4500);
}

beforeEach(async () => {
  webcast = await startWebcast();
  stop = new AbortController();
  told = recordingSink();
  running = Promise.resolve();
});

afterEach(async () => {
  stop.abort();
  await running;
  await webcast.stop();
});

describe('a live connection', () => {
  test('[SR20] a live is found by its handle and its events arrive under the source id, room and time of TikTok', async () => {
    await watch();
    await live();
    webcast.socket.send(frame([chat({ id: 1, by: 3, at: 7 }, 'hello')]));
    await vi.waitFor(() => expect(told.events).toHaveLength(1));
    expect(told.events[0]).toEqual({
      id: idOf(1),
      source: 'tiktok:@invented_creator',
      room: ROOM,
      at: new Date(SHOW_STARTED + 7000).toISOString(),
      type: 'chat',
      user: { id: '6800000000000000003', handle: 'invented_viewer_3', name: 'Invented 3 🌻' },
      chat: { text: 'hello', language: 'en' },
    });
    expect(told.ups).toEqual([ROOM]);
    expect(webcast.requests).toContain(`/webcast/rooms/${ROOM}/connect`);
  });

  test('[BK77] how many followers the creator has is told where the room says it, and nothing where it does not', async () => {
    webcast.answers.followers = 4321;
    await watch();
    await live();
    expect(told.followers).toEqual([4321]);
  });

  test('[SR21] a burst of frames comes out in the order it was sent, and each frame is acknowledged', async () => {
    await watch();
    await live();
    const frames = 120;
    for (let number = 1; number <= frames; number += 1) {
      const bytes = frame([chat({ id: number }, String(number))], { seq: number, gzip: number % 3 === 0 });
      webcast.socket.send(bytes);
    }
    await vi.waitFor(() => expect(told.events).toHaveLength(frames), 4500);
    expect(told.events.map((event) => event.id)).toEqual(Array.from({ length: frames }, (_, at) => idOf(at + 1)));
    await vi.waitFor(() => expect(webcast.received.filter((one) => one.payloadType === 'ack')).toHaveLength(frames));
  });

  test('[SR40] a live gives the same events as the replay of its capture', async () => {
    const file = join(import.meta.dirname, '../recordings/small-live.bin');
    const replay = recordingSink('tiktok:@invented_creator');
    await (await openSource(parseSpec(`replay:${file}?speed=0`))).run(replay.sink, stop.signal);
    await watch();
    await live();
    for await (const bytes of framesOf(file)) webcast.socket.send(bytes);
    await hears('stream-ended');
    expect(told.events).toEqual(replay.events);
    expect(told.skipped).toEqual(replay.skipped);
  });

  test('[SR22] a frame that cannot be read is counted and the next ones are taken', async () => {
    await watch();
    await live();
    const damaged = frame([chat({ id: 1 }, 'damaged')], { gzip: true });
    webcast.socket.send(damaged.subarray(0, damaged.length - 20));
    webcast.socket.send(frame([chat({ id: 2 }, 'after it')]));
    await vi.waitFor(() => expect(told.events).toHaveLength(1));
    expect(told.skipped).toEqual(['unreadable frame']);
    expect(told.status?.state).toBe('live');
  });

  test('[SR26] the same message after a reconnect has the same id, so it counts once', async () => {
    await watch();
    await live();
    const bytes = frame([gift({ id: 5 }, { type: 2, count: 1 })]);
    webcast.socket.send(bytes);
    await vi.waitFor(() => expect(told.events).toHaveLength(1));
    webcast.socket.terminate();
    await vi.waitFor(() => expect(webcast.sockets).toHaveLength(2), 4500);
    await live();
    webcast.socket.send(bytes);
    await vi.waitFor(() => expect(told.batches).toEqual([1, 1]));
    expect(told.events).toHaveLength(1);
  });

  test('[SR25] the stop signal closes the connection and ends the run', async () => {
    await watch();
    await live();
    stop.abort();
    await running;
    expect(told.status?.state).toBe('off');
    await vi.waitFor(() => expect(webcast.socket.readyState).toBe(3));
  });

  test('[SR25] the stop signal ends the run while the signing service keeps it waiting', async () => {
    webcast.answers.sign = { status: 429, headers: { 'retry-after': '3600' } };
    await watch();
    await hears('rate-limited');
    stop.abort();
    await running;
  });
});

describe('a connection that fails', () => {
  test('[SR23] a dropped socket opens a gap at the last frame and the source connects again', async () => {
    await watch();
    await live();
    webcast.socket.send(frame([roomUser({ id: 1 }, 12, 40)]));
    await vi.waitFor(() => expect(told.events).toHaveLength(1));
    const heardBy = Date.now();
    webcast.socket.terminate();
    expect((await hears('dropped')).state).toBe('reconnecting');
    expect(told.downs[0]).toBeLessThanOrEqual(heardBy);
    await vi.waitFor(() => expect(told.order).toEqual(['up', 'down', 'up']), 4500);
  });

  test('[SR23] a close with code 4003 is told as kicked', async () => {
    await watch();
    await live();
    webcast.socket.close(4003, 'kicked');
    expect((await hears('kicked')).detail).toContain('4003');
  });

  test('[SR24] a socket that falls silent is hung up, and counts as live again when messages come', async () => {
    await watch({ quietMillis: 150 });
    await live();
    await hears('quiet');
    await vi.waitFor(() => expect(webcast.sockets.length).toBeGreaterThan(1), 4500);
    expect(told.order).toEqual(['up', 'down']);
    await vi.waitFor(() => {
      webcast.socket.send(frame([roomUser({ id: 9 }, 3, 4)]));
      expect(told.order.slice(0, 3)).toEqual(['up', 'down', 'up']);
    }, 4500);
  });

  test('[SR24] heartbeat answers without messages do not count as a sign of life', async () => {
    await watch({ quietMillis: 200 });
    await live();
    const beats = setInterval(() => webcast.sockets[0]?.send(frame([])), 40);
    await hears('quiet');
    clearInterval(beats);
  });

  test('[SR27] the end of the stream is told as an end without a gap, and the next live is waited for', async () => {
    await watch();
    await live();
    webcast.answers.room = '7000000000000000002';
    webcast.socket.send(frame([control({ id: 4 }, 3)]));
    expect((await hears('stream-ended')).state).toBe('waiting');
    expect(told.events.map((event) => event.type)).toEqual(['session']);
    expect(told.downs).toEqual([]);
    await vi.waitFor(() => expect(told.ups).toEqual([ROOM, '7000000000000000002']), 4500);
  });

  test('[SR28] a live that ended while the connection was away is ended when the creator turns out offline', async () => {
    await watch();
    await live();
    webcast.answers.roomStatus = 4;
    webcast.socket.terminate();
    await hears('offline');
    await vi.waitFor(() => expect(told.events).toHaveLength(1));
    expect(told.events[0]).toMatchObject({ type: 'session', room: ROOM, session: { state: 'ended' } });
  });
});

describe('a connection that does not come about', () => {
  const cases: [string, string, string, (answers: Webcast['answers']) => void][] = [
    ['offline', 'waiting', 'looks again', (answers) => Object.assign(answers, { roomStatus: 4 })],
    ['offline', 'waiting', 'looks again', (answers) => Object.assign(answers, { handle: 'without-room' })],
    ['handle-wrong', 'failed', 'spelling', (answers) => Object.assign(answers, { handle: 'unknown' })],
    ['blocked', 'waiting', 'VPN', (answers) => Object.assign(answers, { handle: 'captcha' })],
    ['blocked', 'waiting', 'VPN', (answers) => Object.assign(answers, { refuseSocket: 200 })],
    ['age-restricted', 'failed', 'audience', (answers) => Object.assign(answers, { ageRestricted: true })],
    ['premium-feature', 'failed', 'SIGN_API_KEY', (answers) => Object.assign(answers, { sign: { status: 402 } })],
    ['sign-key-refused', 'failed', 'SIGN_API_KEY', (answers) => Object.assign(answers, { sign: { status: 401 } })],
    ['sign-server-down', 'waiting', 'TikFinity', (answers) => Object.assign(answers, { sign: { status: 500 } })],
    ['sign-server-down', 'waiting', 'TikFinity', (answers) => Object.assign(answers, { sign: 'no-cookie' })],
  ];
  test.for(cases)('[SR29] %s is told as %s with what to do', async ([why, state, advice, spoil]) => {
    spoil(webcast.answers);
    await watch();
    const status = await hears(why);
    expect(status.state).toBe(state);
    expect(status.detail).toContain(advice);
    expect(status.retryAt).toBeTruthy();
    expect(told.downs).toEqual([]);
    // It gets well by itself once the trouble is over.
    Object.assign(webcast.answers, {
      handle: 'known',
      roomStatus: 2,
      ageRestricted: false,
      sign: 'ok',
      refuseSocket: null,
    });
    await live();
  });

  test('[SR30] a rate limit is waited out for as long as the signing service says', async () => {
    webcast.answers.sign = { status: 429, headers: { 'retry-after': '37' }, body: '{"message":"slow down"}' };
    const before = Date.now();
    await watch();
    const status = await hears('rate-limited');
    expect(status.detail).toContain('37 s');
    expect(Date.parse(status.retryAt ?? '')).toBeGreaterThanOrEqual(before + 37_000);
  });
});
