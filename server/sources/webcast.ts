import { createHash } from 'node:crypto';
import type {
  CommonMessageData,
  DecodedData,
  User,
  UserIdentity,
  WebcastBarrageMessage,
  WebcastGiftMessage,
  WebcastImDeleteMessage,
  WebcastSocialMessage,
} from 'tiktok-live-connector';
import { type Gift, LiveEvent } from '../../shared/events.ts';
import { FAN_CLUB_TIER } from '../../shared/fan-club.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { addressOf, cut, named, userOf } from './webcast-user.ts';

/** One message of a frame, decoded by the connector's schema. */
export interface WebcastMessage {
  readonly data: DecodedData;
  /** The bytes it was decoded from: what a message without an id of its own is known by. */
  readonly payload: Uint8Array;
  /** Id of the envelope around it, `0` where there is none. */
  readonly envelopeId: string;
}

/** What a message does not say about itself. */
export interface Reception {
  readonly source: string;
  /** The room of the events, or null where nothing named one yet. */
  readonly room: string | null;
  /** Stands in for a message without a creation time. */
  readonly receivedAt: EpochMillis;
}

/** A live event, or the word under which the message is counted as skipped. */
export type Made = LiveEvent | string;

/** The event's own part: everything but id, source, room and time. */
type Part = { readonly type: LiveEvent['type'] } & Record<string, unknown>;

/** 2001 to 2100 in milliseconds: a creation time outside of it is a mark for "none", or damaged. */
const EARLIEST = 1e12;
const LATEST = 4_102_444_800_000;

/**
 * The live event that a webcast message says. The field names are those of `tiktok-live-proto/v3`, which are not the
 * ones in the connector's README.
 */
export function eventOf(message: WebcastMessage, reception: Reception): Made {
  const { type, data } = message.data;
  const part = partOf(message.data);
  if (typeof part === 'string') return part;
  const made = LiveEvent.safeParse({ ...part, ...frameOf(data.common, message, reception) });
  return made.success ? made.data : `${type}: out of bounds`;
}

function frameOf(common: CommonMessageData | undefined, message: WebcastMessage, reception: Reception) {
  const created = Number(common?.createTime);
  return {
    id: named(common?.msgId) ?? named(message.envelopeId) ?? fingerprint(message),
    source: reception.source,
    ...(reception.room ? { room: reception.room } : {}),
    at: toInstant(created > EARLIEST && created < LATEST ? created : reception.receivedAt),
  };
}

function fingerprint(message: WebcastMessage): string {
  return createHash('sha256').update(message.data.type).update(message.payload).digest('hex').slice(0, 32);
}

function partOf(message: DecodedData): Part | string {
  const { type, data } = message;
  switch (type) {
    case 'WebcastChatMessage': {
      const language = data.contentLanguage.slice(0, 35);
      const chat = { text: cut(data.content), ...(language ? { language } : {}) };
      return said(type, data.user, { type: 'chat', chat }, data.userIdentity);
    }
    case 'WebcastEmoteChatMessage':
      return said(type, data.user, { type: 'chat', chat: { text: '' } }, data.userIdentity);
    case 'WebcastGiftMessage':
      return giftPart(data);
    case 'WebcastLikeMessage':
      return said(type, data.user, { type: 'like', like: { count: count(data.count), ...total(data.total) } });
    case 'WebcastSocialMessage':
      return socialPart(data);
    case 'WebcastMemberMessage':
      // 1 is a join; the others speak of subscriptions and moderators.
      return data.action === 1 ? said(type, data.user, { type: 'join' }) : `${type}: action ${data.action}`;
    case 'WebcastSubNotifyMessage':
      // 3 and 4 are a cancelled renewal and a refund.
      if (data.subscribingStatus === 3 || data.subscribingStatus === 4) return `${type}: not a subscription`;
      return said(type, data.user, { type: 'subscribe', subscribe: { months: count(data.subMonth) } });
    case 'WebcastBarrageMessage':
      return bannerPart(data);
    case 'WebcastRoomUserSeqMessage':
      return { type: 'viewers', viewers: { now: count(data.total), ...total(data.totalUser) } };
    case 'WebcastQuestionNewMessage':
      return said(type, data.data?.user, { type: 'question', question: { text: cut(data.data?.content ?? '') } });
    case 'WebcastControlMessage':
      return sessionPart(data.action);
    case 'WebcastImDeleteMessage':
      return deletionPart(data);
    default:
      return type;
  }
}

function said(what: string, user: User | undefined, part: Part, identity?: UserIdentity): Part | string {
  const by = userOf(user, identity);
  return by ? { ...part, user: by } : `${what}: nobody named`;
}

/**
 * Type 1 is a combo: every message carries the running total and the last one repeats it with `repeatEnd` 1. Types 2
 * and 4 are one message each, whatever their `groupId` says.
 */
function giftPart(data: WebcastGiftMessage): Part | string {
  const details = data.gift;
  if (!details) return 'WebcastGiftMessage: no gift named';
  const gift: Gift = {
    id: named(data.giftId) ?? named(details.id) ?? 'unknown',
    name: cut(details.name),
    diamonds: count(details.diamondCount),
    count: Math.max(1, count(data.repeatCount)),
  };
  const pictureUrl = addressOf(details.image ?? details.icon);
  if (pictureUrl) gift.pictureUrl = pictureUrl;
  if (details.type === 1) gift.streak = { id: data.groupId || '0', ended: data.repeatEnd === 1 };
  return said('WebcastGiftMessage', data.user, { type: 'gift', gift }, data.userIdentity);
}

/** Follows and shares have one message type; only the key of their display text tells them apart. */
function socialPart(data: WebcastSocialMessage): Part | string {
  const key = data.common?.displayText?.key ?? '';
  if (key.includes('follow')) return said('WebcastSocialMessage', data.user, { type: 'follow' });
  if (key.includes('share')) return said('WebcastSocialMessage', data.user, { type: 'share' });
  return 'WebcastSocialMessage: neither follow nor share';
}

/** Kinds of banners (BarrageMessageBarrageType): a viewer's new level in the fan club, and a member who came in. */
const FAN_LEVEL = 10;
const FAN_CAME_IN = 11;
const BECAME_SUPER_FAN = 'someoneBecameSuperFan';

/**
 * Banners that say somebody joined the fan club: who is new in it is at level 1, and who pays for it became a super fan
 * (TikTok-Live-Connector #318, #319: a member who only comes in may bring the same words under another kind). No banner
 * of a fan club is in any recording.
 */
function bannerPart(data: WebcastBarrageMessage): Part | string {
  const { msgType, fansLevelParam, content, commonBarrageContent } = data;
  const texts = [content, commonBarrageContent].flatMap((text) => text ?? []);
  const isNew = msgType === FAN_LEVEL && fansLevelParam?.currentGrade === 1;
  const isSuper = msgType !== FAN_CAME_IN && texts.some(({ key }) => key.includes(BECAME_SUPER_FAN));
  if (!isNew && !isSuper) return `WebcastBarrageMessage: kind ${msgType}`;
  const inText = texts.flatMap(({ pieces }) => pieces).find(({ userValue }) => userValue?.user)?.userValue?.user;
  const subscribe = { months: 0, tier: FAN_CLUB_TIER };
  return said('WebcastBarrageMessage', fansLevelParam?.user ?? data.user ?? inText, { type: 'subscribe', subscribe });
}

/** Actions of the control message; 4 is a suspension by the platform, an end for everybody who watches. */
function sessionPart(action: number): Part | string {
  const state = ['', 'paused', 'resumed', 'ended', 'ended'][action];
  return state ? { type: 'session', session: { state } } : `WebcastControlMessage: action ${action}`;
}

function deletionPart(data: WebcastImDeleteMessage): Part | string {
  const deletedIds = data.deleteMsgIds.flatMap((id) => named(id) ?? []).slice(0, 1000);
  const blockedUserIds = data.deleteUserIds.flatMap((id) => named(id) ?? []).slice(0, 1000);
  if (deletedIds.length + blockedUserIds.length === 0) return 'WebcastImDeleteMessage: nothing named';
  return {
    type: 'moderation',
    moderation: {
      ...(deletedIds.length > 0 ? { deletedIds } : {}),
      ...(blockedUserIds.length > 0 ? { blockedUserIds } : {}),
    },
  };
}

/** A count of the platform, which sends 64-bit numbers as text. Never negative, never a fraction. */
function count(value: string | number): number {
  const number = Math.trunc(Number(value));
  return number > 0 && Number.isFinite(number) ? number : 0;
}

function total(value: string): { total?: number } {
  const number = count(value);
  return number > 0 ? { total: number } : {};
}
