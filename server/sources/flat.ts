import { createHash } from 'node:crypto';
import { z } from 'zod';
import { type Gift, LiveEvent, type LiveUser } from '../../shared/events.ts';
import { isTooDeep } from '../../shared/nesting.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { cut, named } from './webcast-user.ts';

/*
 * Bridges send ids and counts as numbers or as text; a value of any other kind reads as if it were missing. One transform
 * a field, and not a union with its own transform and catch: with 28 fields a message that is a third faster.
 */
const Id = z.transform((value: unknown) => (isScalar(value) ? (named(String(value).trim()) ?? undefined) : undefined));
const Count = z.transform((value: unknown) => {
  if (!isScalar(value)) return undefined;
  const count = Math.min(Math.max(0, Math.trunc(Number(value))), Number.MAX_SAFE_INTEGER);
  return Number.isNaN(count) ? undefined : count;
});
const Text = z.transform((value: unknown) => (typeof value === 'string' ? cut(value) : undefined));
const Flag = z.transform((value: unknown) =>
  isScalar(value) || typeof value === 'boolean' ? FLAGGED.has(value) : undefined,
);
const FLAGGED = new Set<unknown>([true, 1, 'true', '1']);

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

/** Fields of the flat v1 shape that mean something here; all others are left out, whatever they hold. */
const Data = z.object({
  msgId: Id,
  createTime: Count,
  userId: Id,
  uniqueId: Text,
  nickname: Text,
  profilePictureUrl: Text,
  followRole: Count,
  isModerator: Flag,
  isSubscriber: Flag,
  userSceneTypes: z.array(z.number()).max(100).optional().catch(undefined),
  comment: Text,
  emotes: z.array(z.unknown()).optional().catch(undefined),
  giftId: Id,
  giftName: Text,
  originalName: Text,
  giftType: Count,
  gift: z.object({ gift_type: Count }).optional().catch(undefined),
  diamondCount: Count,
  repeatCount: Count,
  repeatEnd: Flag,
  groupId: Id,
  likeCount: Count,
  totalLikeCount: Count,
  viewerCount: Count,
  actionId: Count,
  subMonth: Count,
  displayType: Text,
  questionText: Text,
});
type Data = z.infer<typeof Data>;

/** The envelope of every message: `{"event": E, "data": {...}}`. */
const Envelope = z.object({ event: z.string().max(100), data: z.unknown() });

/** What one message of a bridge means. */
export type Heard =
  | { readonly type: 'event'; readonly event: LiveEvent }
  /** The bridge's own connection to TikTok came or went. */
  | { readonly type: 'platform'; readonly connected: boolean }
  /** `alive`: nothing is made of it, but the live sends. */
  | { readonly type: 'skipped'; readonly what: string; readonly alive: boolean };

/**
 * Reads one message of a bridge that speaks the flat v1 shape (TikFinity, IndoFinity). Nothing of it is trusted: any
 * program may sit on that port.
 */
export function readFlat(text: string, source: string, receivedAt: EpochMillis): Heard {
  // What is made of a message walks through it; no bridge nests a tenth as deep.
  if (isTooDeep(text)) return skipped('message nested too deep', false);
  const envelope = Envelope.safeParse(parsed(text));
  if (!envelope.success) return skipped('unreadable message', false);
  const { event } = envelope.data;
  // TikFinity greets with a dump of all the user's actions and alerts, which may be large.
  if (event === 'config') return skipped('config', false);
  const data = Data.safeParse(envelope.data.data ?? {});
  if (!data.success) return skipped(`${event}: unreadable`);
  if (event === 'connected' || event === 'disconnected') {
    return { type: 'platform', connected: event === 'connected' };
  }
  const part = partOf(event, data.data);
  if (typeof part === 'string') return skipped(part);
  const { createTime } = data.data;
  const at = createTime && createTime > 1e12 && createTime < 4_102_444_800_000 ? createTime : receivedAt;
  const id = data.data.msgId ?? stableId(event, envelope.data.data, at);
  const made = LiveEvent.safeParse({ ...part, id, source, at: toInstant(at) });
  return made.success ? { type: 'event', event: made.data } : skipped(`${event}: out of bounds`);
}

type Part = { readonly type: LiveEvent['type'] } & Record<string, unknown>;

function partOf(event: string, data: Data): Part | string {
  switch (event) {
    case 'chat':
    case 'emote':
      return said(event, data, { type: 'chat', chat: { text: data.comment ?? '' } });
    case 'gift':
      return said(event, data, { type: 'gift', gift: giftOf(data) });
    case 'like':
      return said(event, data, {
        type: 'like',
        like: { count: data.likeCount ?? 0, ...(data.totalLikeCount ? { total: data.totalLikeCount } : {}) },
      });
    case 'follow':
    case 'share':
      return said(event, data, { type: event });
    case 'social': {
      const word = ['follow', 'share'].find((one) => data.displayType?.includes(one));
      return word ? said(event, data, { type: word as 'follow' | 'share' }) : 'social: neither follow nor share';
    }
    case 'member':
      return data.actionId === 1 ? said(event, data, { type: 'join' }) : 'member: not a join';
    case 'subscribe':
      return said(event, data, { type: 'subscribe', subscribe: { months: data.subMonth ?? 0 } });
    case 'roomUser':
      return data.viewerCount === undefined
        ? 'roomUser: no count'
        : { type: 'viewers', viewers: { now: data.viewerCount } };
    case 'questionNew':
      return said(event, data, { type: 'question', question: { text: data.questionText ?? '' } });
    case 'streamEnd':
      return { type: 'session', session: { state: 'ended' } };
    default:
      return event;
  }
}

function said(event: string, data: Data, part: Part): Part | string {
  const user = userOf(data);
  return user ? { ...part, user } : `${event}: nobody named`;
}

/** Type 1 is a combo with a running total; a type 2 gift may carry a `groupId` and still is one message. */
function giftOf(data: Data): Gift {
  const gift: Gift = {
    id: data.giftId ?? 'unknown',
    // `giftName` is in the language of the bridge's user, so one gift would have as many names.
    name: data.originalName || data.giftName || '',
    diamonds: data.diamondCount ?? 0,
    count: Math.max(1, data.repeatCount ?? 1),
  };
  const type = data.giftType ?? data.gift?.gift_type;
  if (type === 1) gift.streak = { id: data.groupId ?? '0', ended: data.repeatEnd === true };
  return gift;
}

function userOf(data: Data): LiveUser | null {
  const id = data.userId ?? named(data.uniqueId);
  if (!id) return null;
  const user: LiveUser = { id };
  if (data.uniqueId) user.handle = data.uniqueId;
  if (data.nickname) user.name = data.nickname;
  const picture = data.profilePictureUrl;
  if (picture && /^https?:\/\//i.test(picture) && picture.length <= 4096) user.avatarUrl = picture;
  const roles = rolesOf(data);
  if (roles.length > 0) user.roles = roles;
  return user;
}

function rolesOf(data: Data): string[] {
  const scenes = data.userSceneTypes ?? [];
  const roles: string[] = [];
  if (data.isModerator || scenes.includes(1)) roles.push('moderator');
  if (data.isSubscriber || scenes.includes(4) || scenes.includes(7)) roles.push('subscriber');
  if (scenes.includes(8)) roles.push('gifter');
  if (scenes.includes(10)) roles.push('fan-club');
  // 0 none, 1 follows, 2 friends by the old documents, 3 met and unexplained: 1 and above follow.
  if ((data.followRole ?? 0) >= 1) roles.push('follower');
  if (data.followRole === 2) roles.push('friend');
  return roles;
}

/** The same message gets the same id again, so that a bridge's repeat counts once. */
function stableId(event: string, data: unknown, at: EpochMillis): string {
  return createHash('sha256')
    .update(`${event} ${at} ${JSON.stringify(data)}`)
    .digest('hex')
    .slice(0, 32);
}

function parsed(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function skipped(what: string, alive = true): Heard {
  return { type: 'skipped', what: what.slice(0, 80), alive };
}
