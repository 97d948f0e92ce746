import fc from 'fast-check';
import type { BaseProtoMessage } from 'tiktok-live-connector';
import { describe, expect, test } from 'vitest';
import { type Connector, loadConnector } from '../../server/sources/connector.ts';
import { type ReadFrame, readFrame } from '../../server/sources/webcast-frame.ts';
import type { LiveEvent } from '../../shared/events.ts';
import {
  chat,
  control,
  deletion,
  emotes,
  fanBanner,
  frame,
  gift,
  idOf,
  like,
  member,
  question,
  roomUser,
  SHOW_STARTED,
  social,
  subscription,
  unknown,
  viewer,
} from '../fakes/webcast-messages.ts';

const connector: Connector = await loadConnector();
const CONTEXT = { source: 'replay:x', room: null, roomFrom: 'messages', receivedAt: 5 } as const;

async function read(messages: BaseProtoMessage[], gzip = false): Promise<ReadFrame> {
  return readFrame(connector, frame(messages, { at: 1, gzip }), CONTEXT);
}

async function only(message: BaseProtoMessage): Promise<LiveEvent> {
  const [event] = (await read([message])).events;
  if (!event) throw new Error('No event came of it');
  return event;
}

async function skippedFor(message: BaseProtoMessage): Promise<readonly string[]> {
  const { events, skipped } = await read([message]);
  expect(events).toEqual([]);
  return skipped;
}

describe('gifts', () => {
  test('[SR1] a combo is a streak under its group id, running until repeatEnd', async () => {
    const tap = { type: 1, count: 7, group: '1790000005000' } as const;
    expect(await only(gift({ id: 1 }, tap))).toMatchObject({
      type: 'gift',
      gift: { id: '5655', name: 'Rose', diamonds: 1, count: 7, streak: { id: '1790000005000', ended: false } },
    });
    expect(await only(gift({ id: 2 }, { ...tap, ended: true }))).toMatchObject({ gift: { streak: { ended: true } } });
  });

  test.for([2, 4] as const)('[SR1] a gift of type %i is single, whatever its group id says', async (type) => {
    const event = await only(gift({ id: 1 }, { type, count: 0, group: '1790000005000', diamonds: 44_999 }));
    expect(event).toMatchObject({ gift: { count: 1, diamonds: 44_999 } });
    expect(event).not.toHaveProperty('gift.streak');
  });
});

describe('the other messages', () => {
  test('[SR2] each message of use becomes its live event', async () => {
    expect(await only(emotes({ id: 1 }))).toMatchObject({ type: 'chat', chat: { text: '' } });
    expect(await only(like({ id: 1 }, 15, 5200))).toMatchObject({ type: 'like', like: { count: 15, total: 5200 } });
    expect(await only(social({ id: 1 }, 'pm_main_follow_message_viewer_2'))).toMatchObject({ type: 'follow' });
    expect(await only(social({ id: 1 }, 'pm_mt_guidance_viewer_5_share'))).toMatchObject({ type: 'share' });
    expect(await only(member({ id: 1 }))).toMatchObject({ type: 'join' });
    expect(await only(subscription({ id: 1 }, 3))).toMatchObject({ type: 'subscribe', subscribe: { months: 3 } });
    expect(await only(roomUser({ id: 1 }, 37, 90))).toMatchObject({ type: 'viewers', viewers: { now: 37, total: 90 } });
    expect(await only(question({ id: 1 }, 'why?'))).toMatchObject({ type: 'question', question: { text: 'why?' } });
    expect(await only(deletion({ id: 1 }, [idOf(9)]))).toMatchObject({ moderation: { deletedIds: [idOf(9)] } });
  });

  test.for([
    [1, 'paused'],
    [2, 'resumed'],
    [3, 'ended'],
    [4, 'ended'],
  ] as const)('[SR2] control action %i is a session that is %s', async ([action, state]) => {
    expect(await only(control({ id: 1 }, action))).toMatchObject({ type: 'session', session: { state } });
  });

  test('[ST76] who joined the fan club, or became a super fan, is a subscription of that tier', async () => {
    const joined = { type: 'subscribe', user: { id: viewer(2).id }, subscribe: { months: 0, tier: 'fan-club' } };
    expect(await only(fanBanner({ id: 1, by: 2 }, 10, { level: 1 }))).toMatchObject(joined);
    const became = { key: 'ttlive_superFan_commentNotif_someoneBecameSuperFan' };
    expect(await only(fanBanner({ id: 1, by: 2 }, 100, became))).toMatchObject(joined);
  });

  test('[ST76] a member of the fan club who came in or rose has not joined it', async () => {
    expect(await skippedFor(fanBanner({ id: 1 }, 10, { level: 2 }))).toEqual(['WebcastBarrageMessage: kind 10']);
    expect(await skippedFor(fanBanner({ id: 1 }, 11, { level: 1 }))).toEqual(['WebcastBarrageMessage: kind 11']);
    for (const key of [
      'ttlive_superFan_commentNotif_superFanJoined',
      'ttlive_superFan_commentNotif_someoneBecameSuperFan',
    ]) {
      expect(await skippedFor(fanBanner({ id: 1 }, 11, { key }))).toEqual(['WebcastBarrageMessage: kind 11']);
    }
  });

  test('[ST71] the address of a gift’s picture is taken along, and one that is no web address is left out', async () => {
    const pictured = (pictures: string[]) => gift({ id: 1 }, { type: 1, count: 1, pictures });
    const address = 'https://p16-webcast.tiktokcdn.com/rose.png';
    expect(await only(pictured(['javascript:1', address]))).toMatchObject({ gift: { pictureUrl: address } });
    expect(JSON.stringify(await only(pictured(['file:///rose'])))).not.toContain('pictureUrl');
  });

  test('[SR3] what no event is made of is counted by its type', async () => {
    expect(await skippedFor(unknown())).toEqual(['WebcastInventedMessage: unknown']);
    expect(await skippedFor(member({ id: 1 }, 3))).toEqual(['WebcastMemberMessage: action 3']);
    expect(await skippedFor(social({ id: 1 }, 'pm_mt_other'))).toEqual([
      'WebcastSocialMessage: neither follow nor share',
    ]);
    const damaged = { ...chat({ id: 1 }, 'x'), payload: Buffer.from([0xff, 0xff, 0xff]) };
    expect(await skippedFor(damaged)).toEqual(['WebcastChatMessage: unreadable']);
    expect(await skippedFor(chat({ id: 1 }, 'x', { user: undefined }))).toEqual(['WebcastChatMessage: nobody named']);
  });
});

describe('what a message says about itself', () => {
  test('[SR4] roles come from badges, identity and follow state as words', async () => {
    const { UserIdentity, FollowInfo, BadgeStruct } = connector;
    const nothing = new Uint8Array();
    const user = viewer(1, {
      badgeList: [1, 4, 8, 10].map((sceneType) => ({ ...BadgeStruct.decode(nothing), sceneType })),
      followInfo: { ...FollowInfo.decode(nothing), followStatus: '2' },
    });
    const userIdentity = { ...UserIdentity.decode(nothing), isModeratorOfAnchor: true };
    const event = await only(chat({ id: 1 }, 'x', { user, userIdentity }));
    expect(event).toMatchObject({
      user: { roles: ['moderator', 'subscriber', 'gifter', 'fan-club', 'follower', 'friend'] },
    });
  });

  test('[SR5] an over-long text is cut without leaving half a sign', async () => {
    const event = await only(chat({ id: 1 }, `${'a'.repeat(9999)}😀 and more`));
    expect(event).toMatchObject({ chat: { text: 'a'.repeat(9999) } });
  });

  test('[SR5] an avatar that is no web address is left out', async () => {
    const { ImageModel } = connector;
    const avatarThumb = { ...ImageModel.decode(new Uint8Array()), urlList: ['javascript:alert(1)'] };
    const event = await only(chat({ id: 1 }, 'x', { user: viewer(1, { avatarThumb }) }));
    expect(event).not.toHaveProperty('user.avatarUrl');
  });

  test('[SR6] a message without an id gets the same one each time, and another than its neighbour', async () => {
    const [first, again, other] = await Promise.all([
      only(chat({ id: 0 }, 'one')),
      only(chat({ id: 0 }, 'one')),
      only(chat({ id: 0 }, 'two')),
    ]);
    expect(first.id).toBe(again.id);
    expect(first.id).not.toBe(other.id);
  });

  test('[SR6] without a creation time the clock of the frame counts', async () => {
    const event = await only(chat({ id: 1, at: -SHOW_STARTED / 1000 }, 'x'));
    expect(event.at).toBe(new Date(SHOW_STARTED + 1000).toISOString());
  });

  test('[SR7] a room of 0 is the room named last, and none before any was named', async () => {
    const { events, room } = await read([
      chat({ id: 1, room: '0' }, 'before'),
      chat({ id: 2, room: '71' }, 'in'),
      chat({ id: 3, room: '0' }, 'after'),
    ]);
    expect(events.map((event) => event.room)).toEqual([undefined, '71', '71']);
    expect(room).toBe('71');
  });
});

describe('frames', () => {
  const message = fc.oneof(
    fc.nat(500).map((n) => chat({ id: n + 1, at: n, by: n % 9 }, `line ${n}`)),
    fc.nat(500).map((n) => gift({ id: n + 600, by: n % 5 }, { type: 1, count: n + 1, group: String(n % 7) })),
    fc.nat(500).map((n) => like({ id: n + 1200, by: n % 9 }, n % 15, n)),
    fc.constant(unknown()),
  );

  test('[SR8] the same messages give the same events, however they are packed into frames', async () => {
    const packed = fc.array(fc.tuple(message, fc.boolean(), fc.boolean()), { maxLength: 40 });
    await fc.assert(
      fc.asyncProperty(packed, async (pieces) => {
        const together = await read(pieces.map(([one]) => one));
        const events: LiveEvent[] = [];
        let batch: BaseProtoMessage[] = [];
        for (const [one, closes, gzip] of [...pieces, [unknown(), true, true] as const]) {
          batch.push(one);
          if (!closes) continue;
          events.push(...(await read(batch, gzip)).events);
          batch = [];
        }
        expect(events).toEqual(together.events);
      }),
      { numRuns: 60 },
    );
  });

  test('[SR8] a damaged frame is refused as a whole', async () => {
    const bytes = frame([chat({ id: 1 }, 'x')], { gzip: true });
    await expect(readFrame(connector, bytes.subarray(0, bytes.length - 12), CONTEXT)).rejects.toThrow();
  });
});
