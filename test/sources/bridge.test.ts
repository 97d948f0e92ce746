import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { readFlat } from '../../server/sources/flat.ts';
import { openSource, type SourceOptions } from '../../server/sources/open.ts';
import { parseSpec } from '../../server/sources/spec.ts';
import { startBridge } from '../fakes/bridge-server.ts';
import { recordingSink } from '../fakes/source-sink.ts';

const QUICK = { backoff: { firstMillis: 15, mostMillis: 60 }, quietMillis: 5000 };
const USER = { userId: '6800000000000000001', uniqueId: 'invented_1', nickname: 'Invented One', followRole: 2 };

let bridge: Awaited<ReturnType<typeof startBridge>>;
let told: ReturnType<typeof recordingSink>;
let stop: AbortController;
let running: Promise<void>;

async function watch(timing: SourceOptions['timing'] = {}, kind = 'tikfinity'): Promise<void> {
  const source = await openSource(parseSpec(`${kind}:${bridge.url}`), { timing: { ...QUICK, ...timing } });
  running = source.run(told.sink, stop.signal);
}

async function live(): Promise<void> {
  await vi.waitFor(() => expect(told.status?.state).toBe('live'), 4500);
}

/** The event that comes of one message. */
async function eventFrom(event: string, data: unknown) {
  const before = told.events.length;
  bridge.push(event, data);
  await vi.waitFor(() => expect(told.events.length).toBe(before + 1));
  return told.events.at(-1);
}

beforeEach(async () => {
  bridge = await startBridge();
  told = recordingSink();
  stop = new AbortController();
  running = Promise.resolve();
});

afterEach(async () => {
  stop.abort();
  await running;
  await bridge.stop();
});

describe('the flat shape', () => {
  beforeEach(async () => {
    await watch();
    await live();
  });

  test('[SR60] a chat message comes out whole, with the roles as words', async () => {
    const flags = { isModerator: true, isSubscriber: false, userSceneTypes: [8] };
    const data = { ...USER, ...flags, comment: 'book please', msgId: '75', createTime: '1795370411123' };
    expect(await eventFrom('chat', { ...data, profilePictureUrl: 'https://example.com/1.webp' })).toEqual({
      id: '75',
      source: `tikfinity:127.0.0.1:${bridge.port}`,
      at: '2026-11-22T18:00:11.123Z',
      type: 'chat',
      chat: { text: 'book please' },
      user: {
        id: '6800000000000000001',
        handle: 'invented_1',
        name: 'Invented One',
        avatarUrl: 'https://example.com/1.webp',
        roles: ['moderator', 'gifter', 'follower', 'friend'],
      },
    });
  });

  test('[SR61] [ST71] ids and counts are taken as numbers and as text', async () => {
    const gift = {
      ...USER,
      giftName: 'Rosa',
      giftPictureUrl: 'https://example.com/rose.webp',
      originalName: 'Rose',
      diamondCount: 1,
      groupId: '17',
      giftType: 1,
    };
    const expected = {
      id: '5655',
      name: 'Rose',
      pictureUrl: 'https://example.com/rose.webp',
      diamonds: 1,
      count: 2,
      streak: { id: '17', ended: false },
    };
    const numbers = { ...gift, msgId: 1, giftId: 5655, repeatCount: 2, repeatEnd: false };
    const texts = { ...gift, msgId: '2', giftId: '5655', repeatCount: '2', repeatEnd: 'false', diamondCount: '1' };
    expect(await eventFrom('gift', numbers)).toMatchObject({ id: '1', gift: expected });
    expect(await eventFrom('gift', texts)).toMatchObject({ id: '2', gift: expected });
    const ended = { ...gift, msgId: 3, giftId: 5655, repeatCount: 2, repeatEnd: true };
    expect(await eventFrom('gift', ended)).toMatchObject({ gift: { streak: { ended: true } } });
  });

  test('[SR62] a gift of type 2 is single in spite of its group id', async () => {
    const data = { ...USER, msgId: '3', giftId: 9, giftName: 'Crane', diamondCount: 99, repeatCount: 1, groupId: '17' };
    expect(await eventFrom('gift', { ...data, giftType: 2 })).not.toHaveProperty('gift.streak');
    expect(await eventFrom('gift', { ...data, msgId: '4', gift: { gift_type: 1 } })).toHaveProperty('gift.streak');
  });

  test('[SR60] likes, follows, shares, joins, subscriptions and viewers are taken', async () => {
    const like = { ...USER, msgId: '1', likeCount: 15, totalLikeCount: '5200' };
    expect(await eventFrom('like', like)).toMatchObject({ like: { count: 15, total: 5200 } });
    expect(await eventFrom('follow', { ...USER, msgId: '2' })).toMatchObject({ type: 'follow' });
    expect(await eventFrom('share', { ...USER, msgId: '3' })).toMatchObject({ type: 'share' });
    expect(await eventFrom('member', { ...USER, msgId: '4', actionId: 1 })).toMatchObject({ type: 'join' });
    const subscribe = { ...USER, msgId: '5', subMonth: 3 };
    expect(await eventFrom('subscribe', subscribe)).toMatchObject({ subscribe: { months: 3 } });
    expect(await eventFrom('roomUser', { viewerCount: 37 })).toMatchObject({ viewers: { now: 37 } });
  });

  test('[SR63] a message without an id gets a stable one, so that its repeat counts once', async () => {
    const data = { ...USER, comment: 'twice', createTime: '1795370411123' };
    await eventFrom('chat', data);
    bridge.push('chat', data);
    await eventFrom('chat', { ...data, comment: 'another' });
    expect(told.events).toHaveLength(2);
    expect(told.batches.reduce((sum, size) => sum + size, 0)).toBe(3);
  });

  test('[SR173] a number of viewers without the platform’s time that comes back is an event of its own', () => {
    const at = (receivedAt: number) =>
      readFlat('{"event":"roomUser","data":{"viewerCount":37}}', 'tikfinity:x', receivedAt);
    const ids = [at(1000), at(2000)].map((heard) => heard.type === 'event' && heard.event.id);
    expect(ids[0]).toBeTruthy();
    expect(ids[0]).not.toBe(ids[1]);
  });

  test('[SR64] what is no event, and what a hostile program sends, is counted and changes nothing', async () => {
    bridge.push('config', { actions: 'x'.repeat(3_000_000) });
    bridge.push('member', { ...USER, actionId: 26 });
    bridge.push('somethingNew', { a: 1 });
    for (const text of ['', 'null', '[]', '{"event":5}', '{"event":"chat","data":[1]}', `${'['.repeat(20_000)}`]) {
      bridge.pushText(text);
    }
    bridge.pushText('{"event":"chat","data":{"__proto__":{"comment":"x"},"userId":{"a":1},"uniqueId":["x"]}}');
    const good = { ...USER, msgId: '9', comment: 7, likeCount: -3, emotes: 'none' };
    expect(await eventFrom('chat', good)).toMatchObject({ id: '9', chat: { text: '' } });
    expect(told.skipped).toHaveLength(10);
    expect(told.status?.state).toBe('live');
    expect({}).not.toHaveProperty('comment');
  });

  test('[SR70] a message nested without end, and a fault of ours in one, cost that message alone', async () => {
    for (const [open, close] of [
      ['[', ']'],
      ['{"a":', '1}'],
    ]) {
      const deep = `${open?.repeat(200_000)}${open === '[' ? close?.repeat(200_000) : `1${'}'.repeat(200_000)}`}`;
      bridge.pushText(`{"event":"chat","data":{"userId":"1","comment":"deep","x":${deep}}}`);
    }
    expect(await eventFrom('chat', { ...USER, msgId: '1' })).toMatchObject({ id: '1' });
    expect(told.skipped).toEqual(['message nested too deep', 'message nested too deep']);
    told.sink.skipped = () => {
      throw new Error('a bug');
    };
    bridge.push('somethingNew', {});
    expect(await eventFrom('chat', { ...USER, msgId: '2' })).toMatchObject({ id: '2' });
    expect(told.faults).toEqual([new Error('a bug')]);
  });

  test('[SR65] the bridge losing its own connection to TikTok is a gap until it is back', async () => {
    await eventFrom('roomUser', { viewerCount: 1 });
    bridge.push('disconnected', {});
    await vi.waitFor(() => expect(told.status).toMatchObject({ state: 'waiting', why: 'bridge-without-live' }));
    bridge.push('connected', { roomId: '1' });
    await live();
    expect(told.order).toEqual(['up', 'down', 'up']);
  });
});

describe('the connection to a bridge', () => {
  test('[SR66] IndoFinity is read the same way under its own name', async () => {
    await watch({}, 'indofinity');
    await live();
    expect(told.status?.detail).toBe('Connected to IndoFinity.');
    expect(await eventFrom('follow', { ...USER, msgId: '2' })).toMatchObject({
      source: `indofinity:127.0.0.1:${bridge.port}`,
    });
  });

  test('[SR67] a bridge that is started later is found, and one that restarts is found again after a gap', async () => {
    await bridge.stop();
    await watch();
    await vi.waitFor(() => expect(told.status?.why).toBe('bridge-not-running'));
    expect(told.status?.detail).toContain('Start it');
    bridge = await startBridge(bridge.port);
    await live();
    bridge.drop();
    await vi.waitFor(() => expect(told.order).toEqual(['up', 'down', 'up']), 4500);
    expect(told.whys).toContain('dropped');
  });

  test('[SR68] a bridge that sends nothing is hung up and not called live until it is heard', async () => {
    await watch({ quietMillis: 100 });
    await vi.waitFor(() => expect(bridge.sockets.length).toBeGreaterThan(2), 4500);
    expect(told.status).toMatchObject({ state: 'reconnecting', why: 'quiet' });
    expect(told.ups).toHaveLength(1);
    await vi.waitFor(() => {
      bridge.push('roomUser', { viewerCount: 5 });
      expect(told.ups).toHaveLength(2);
    }, 4500);
  });

  test('[SR71] what came just before the stop is kept before the run ends', async () => {
    await watch();
    await live();
    told.sink.skipped = () => stop.abort();
    bridge.push('chat', { ...USER, msgId: '1' });
    bridge.push('config', {});
    await running;
    expect(told.events.map(({ id }) => id)).toEqual(['1']);
  });

  test('[SR72] a bridge that is held back because the store is behind is not called quiet', async () => {
    await watch({ quietMillis: 200 });
    await live();
    const answer = Promise.withResolvers<void>();
    const keep = told.sink.accept;
    told.sink.accept = async (events) => {
      await answer.promise;
      return keep(events);
    };
    for (let id = 0; id < 9000; id++) bridge.push('chat', { ...USER, msgId: `m${id}` });
    const since = Date.now();
    await vi.waitFor(() => expect(Date.now() - since).toBeGreaterThan(800), 4500);
    expect(told.whys).not.toContain('quiet');
    answer.resolve();
    await vi.waitFor(() => expect(told.events).toHaveLength(9000), 4500);
    await vi.waitFor(() => expect(told.whys).toContain('quiet'), 4500);
  });

  test('[SR69] the stop signal closes the socket and ends the run', async () => {
    await watch();
    await live();
    stop.abort();
    await running;
    await vi.waitFor(() => expect(bridge.sockets[0]?.readyState).toBe(3));
    expect(told.status?.state).toBe('off');
  });
});
