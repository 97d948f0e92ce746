import { gzipSync } from 'node:zlib';
import {
  type BaseProtoMessage,
  CommonMessageData,
  Gift,
  ImageModel,
  ProtoMessageFetchResult,
  Question,
  User,
  WebcastBarrageMessage,
  WebcastChatMessage,
  WebcastControlMessage,
  WebcastEmoteChatMessage,
  WebcastGiftMessage,
  WebcastImDeleteMessage,
  WebcastLikeMessage,
  WebcastMemberMessage,
  WebcastPushFrame,
  WebcastQuestionNewMessage,
  WebcastRoomUserSeqMessage,
  WebcastSocialMessage,
  WebcastSubNotifyMessage,
} from 'tiktok-live-connector';

/** Messages as TikTok's webcast socket carries them, encoded with the connector's own schema. All viewers are invented. */

export const ROOM = '7000000000000000001';
export const SHOW_STARTED = Date.UTC(2026, 10, 22, 18, 0, 0);

export interface Said {
  readonly id: number;
  /** Number of the invented viewer, from 1. */
  readonly by?: number;
  /** Seconds into the show. */
  readonly at?: number;
  readonly room?: string;
  readonly displayKey?: string;
}

interface Codec<T> {
  encode(message: T): { finish(): Uint8Array };
  decode(bytes: Uint8Array): T;
}

function envelope<T>(method: string, codec: Codec<T>, fields: Partial<T>): BaseProtoMessage {
  const payload = codec.encode({ ...codec.decode(nothing), ...fields }).finish();
  return { method, payload: Buffer.from(payload), msgId: '0', msgType: 0, offset: '0', isHistory: false };
}

const nothing = new Uint8Array();

function common(method: string, { id, at = 0, room = ROOM, displayKey }: Said): CommonMessageData {
  return {
    ...CommonMessageData.decode(nothing),
    method,
    msgId: id === 0 ? '0' : idOf(id),
    roomId: room,
    createTime: String(SHOW_STARTED + at * 1000),
    displayText: displayKey ? textOf(displayKey) : undefined,
  };
}

/** The message id that `Said.id` stands for. */
export function idOf(id: number): string {
  return String(7_500_000_000_000_000_000n + BigInt(id));
}

export function viewer(number = 1, fields: Partial<User> = {}): User {
  return {
    ...User.decode(nothing),
    id: String(6_800_000_000_000_000_000n + BigInt(number)),
    displayId: `invented_viewer_${number}`,
    nickname: `Invented ${number} 🌻`,
    ...fields,
  };
}

/** A text as the platform names it, to be put into words by whoever shows it. */
function textOf(key: string) {
  return { key, defaultPattern: '', defaultFormat: undefined, pieces: [] };
}

export function chat(said: Said, content: string, fields: Partial<WebcastChatMessage> = {}): BaseProtoMessage {
  const method = 'WebcastChatMessage';
  return envelope(method, WebcastChatMessage, {
    common: common(method, said),
    user: viewer(said.by),
    content,
    contentLanguage: 'en',
    ...fields,
  });
}

export interface Tap {
  readonly type: 1 | 2 | 4;
  readonly count: number;
  readonly ended?: boolean;
  readonly group?: string;
  readonly diamonds?: number;
  /** Addresses of the gift's picture. */
  readonly pictures?: string[];
}

export function gift(said: Said, { type, count, ended, group = '0', diamonds = 1, pictures }: Tap): BaseProtoMessage {
  const image = pictures && { ...ImageModel.decode(nothing), urlList: pictures };
  const method = 'WebcastGiftMessage';
  return envelope(method, WebcastGiftMessage, {
    common: common(method, said),
    user: viewer(said.by),
    giftId: '5655',
    groupId: group,
    repeatCount: count,
    repeatEnd: ended ? 1 : 0,
    gift: { ...Gift.decode(nothing), id: '5655', name: 'Rose', type, combo: type === 1, diamondCount: diamonds, image },
  });
}

export function like(said: Said, count: number, total: number): BaseProtoMessage {
  const method = 'WebcastLikeMessage';
  return envelope(method, WebcastLikeMessage, {
    common: common(method, said),
    user: viewer(said.by),
    count,
    total: String(total),
  });
}

export function social(said: Said, displayKey: string): BaseProtoMessage {
  const method = 'WebcastSocialMessage';
  return envelope(method, WebcastSocialMessage, {
    common: common(method, { ...said, displayKey }),
    user: viewer(said.by),
  });
}

export function member(said: Said, action = 1): BaseProtoMessage {
  const method = 'WebcastMemberMessage';
  return envelope(method, WebcastMemberMessage, { common: common(method, said), user: viewer(said.by), action });
}

export function roomUser(said: Said, now: number, total: number): BaseProtoMessage {
  const method = 'WebcastRoomUserSeqMessage';
  return envelope(method, WebcastRoomUserSeqMessage, {
    common: common(method, said),
    total: String(now),
    totalUser: String(total),
  });
}

export function subscription(said: Said, months: number): BaseProtoMessage {
  const method = 'WebcastSubNotifyMessage';
  return envelope(method, WebcastSubNotifyMessage, {
    common: common(method, said),
    user: viewer(said.by),
    subMonth: String(months),
  });
}

/** A banner of the fan club: of one kind (`BarrageMessageBarrageType`), with the level or the key of its words. */
export function fanBanner(
  said: Said,
  kind: number,
  { level, key }: { level?: number; key?: string },
): BaseProtoMessage {
  const method = 'WebcastBarrageMessage';
  return envelope(method, WebcastBarrageMessage, {
    common: common(method, said),
    msgType: kind,
    user: level === undefined ? viewer(said.by) : undefined,
    fansLevelParam: level === undefined ? undefined : { currentGrade: level, displayConfig: 0, user: viewer(said.by) },
    commonBarrageContent: key === undefined ? undefined : textOf(key),
  });
}

export function question(said: Said, content: string): BaseProtoMessage {
  const method = 'WebcastQuestionNewMessage';
  return envelope(method, WebcastQuestionNewMessage, {
    common: common(method, said),
    data: { ...Question.decode(nothing), content, user: viewer(said.by) },
  });
}

export function control(said: Said, action: number): BaseProtoMessage {
  const method = 'WebcastControlMessage';
  return envelope(method, WebcastControlMessage, { common: common(method, said), action });
}

export function deletion(said: Said, deleteMsgIds: string[], deleteUserIds: string[] = []): BaseProtoMessage {
  const method = 'WebcastImDeleteMessage';
  return envelope(method, WebcastImDeleteMessage, { common: common(method, said), deleteMsgIds, deleteUserIds });
}

export function emotes(said: Said): BaseProtoMessage {
  const method = 'WebcastEmoteChatMessage';
  return envelope(method, WebcastEmoteChatMessage, { common: common(method, said), user: viewer(said.by) });
}

/** A message of a type that no schema knows. */
export function unknown(method = 'WebcastInventedMessage'): BaseProtoMessage {
  return { method, payload: Buffer.from([1, 2, 3]), msgId: '0', msgType: 0, offset: '0', isHistory: false };
}

/** The frame that a live server sends around messages; `at` is its clock, in seconds into the show. */
export function frame(
  messages: BaseProtoMessage[],
  { seq = 1, at = 0, gzip = false }: { seq?: number; at?: number; gzip?: boolean } = {},
): Buffer {
  const result = ProtoMessageFetchResult.encode({
    ...ProtoMessageFetchResult.decode(nothing),
    messages,
    cursor: String(seq),
    now: String(SHOW_STARTED + at * 1000),
    internalExt: 'invented',
    needAck: true,
  }).finish();
  return Buffer.from(
    WebcastPushFrame.encode({
      ...WebcastPushFrame.decode(nothing),
      seqId: String(seq),
      logId: String(seq),
      payloadEncoding: 'pb',
      payloadType: 'msg',
      payload: Buffer.from(gzip ? gzipSync(result) : result),
    }).finish(),
  );
}

/** A capture file's bytes: `[u32 LE length][frame]...` */
export function captureOf(frames: ReadonlyArray<Uint8Array>): Buffer {
  return Buffer.concat(
    frames.flatMap((bytes) => {
      const length = Buffer.alloc(4);
      length.writeUInt32LE(bytes.length);
      return [length, bytes];
    }),
  );
}
