import { createHash } from 'node:crypto';
import { type Gift, LiveEvent, type LiveUser } from '../../shared/events.ts';
import { isTooDeep } from '../../shared/nesting.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { cut, named } from './webcast-user.ts';

/**
 * The fields of one message, of which nothing is known. They are read one by one, those alone that the event needs; what
 * is made of them then passes the schema of a live event. A schema of all 28 fields before that one cost as much as all
 * the rest of a message.
 */
type Fields = Readonly<Record<string, unknown>>;

/** Bridges send ids and counts as numbers or as text; a value of any other kind reads as if it were missing. */
function idOf(value: unknown): string | undefined {
  return isScalar(value) ? (named(String(value).trim()) ?? undefined) : undefined;
}

function countOf(value: unknown): number | undefined {
  if (!isScalar(value)) return undefined;
  const count = Math.min(Math.max(0, Math.trunc(Number(value))), Number.MAX_SAFE_INTEGER);
  return Number.isNaN(count) ? undefined : count;
}

function textOf(value: unknown): string | undefined {
  return typeof value === 'string' ? cut(value) : undefined;
}

function isFlagged(value: unknown): boolean {
  return value === true || value === 1 || value === 'true' || value === '1';
}

function isScalar(value: unknown): value is string | number {
  return typeof value === 'string' || typeof value === 'number';
}

function isFields(value: unknown): value is Fields {
  return typeof value === 'object' && value !== null && !Array.isArray(value);
}

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
  const envelope = parsed(text);
  if (!isFields(envelope)) return skipped('unreadable message', false);
  const { event, data = {} } = envelope;
  if (typeof event !== 'string' || event.length > 100) return skipped('unreadable message', false);
  // TikFinity greets with a dump of all the user's actions and alerts, which may be large.
  if (event === 'config') return skipped('config', false);
  if (!isFields(data)) return skipped(`${event}: unreadable`);
  if (event === 'connected' || event === 'disconnected') {
    return { type: 'platform', connected: event === 'connected' };
  }
  const part = partOf(event, data);
  if (typeof part === 'string') return skipped(part);
  const createTime = countOf(data['createTime']);
  const at = createTime && createTime > 1e12 && createTime < 4_102_444_800_000 ? createTime : receivedAt;
  const id = idOf(data['msgId']) ?? stableId(event, data, at);
  const made = LiveEvent.safeParse({ ...part, id, source, at: toInstant(at) });
  return made.success ? { type: 'event', event: made.data } : skipped(`${event}: out of bounds`);
}

type Part = { readonly type: LiveEvent['type'] } & Record<string, unknown>;

function partOf(event: string, data: Fields): Part | string {
  switch (event) {
    case 'chat':
    case 'emote':
      return said(event, data, { type: 'chat', chat: { text: textOf(data['comment']) ?? '' } });
    case 'gift':
      return said(event, data, { type: 'gift', gift: giftOf(data) });
    case 'like': {
      const total = countOf(data['totalLikeCount']);
      const like = { count: countOf(data['likeCount']) ?? 0, ...(total ? { total } : {}) };
      return said(event, data, { type: 'like', like });
    }
    case 'follow':
    case 'share':
      return said(event, data, { type: event });
    case 'social': {
      const word = (['follow', 'share'] as const).find((one) => textOf(data['displayType'])?.includes(one));
      return word ? said(event, data, { type: word }) : 'social: neither follow nor share';
    }
    case 'member':
      return countOf(data['actionId']) === 1 ? said(event, data, { type: 'join' }) : 'member: not a join';
    case 'subscribe':
      return said(event, data, { type: 'subscribe', subscribe: { months: countOf(data['subMonth']) ?? 0 } });
    case 'roomUser': {
      const now = countOf(data['viewerCount']);
      return now === undefined ? 'roomUser: no count' : { type: 'viewers', viewers: { now } };
    }
    case 'questionNew':
      return said(event, data, { type: 'question', question: { text: textOf(data['questionText']) ?? '' } });
    case 'streamEnd':
      return { type: 'session', session: { state: 'ended' } };
    default:
      return event;
  }
}

function said(event: string, data: Fields, part: Part): Part | string {
  const user = userOf(data);
  return user ? { ...part, user } : `${event}: nobody named`;
}

/** Type 1 is a combo with a running total; a type 2 gift may carry a `groupId` and still is one message. */
function giftOf(data: Fields): Gift {
  const gift: Gift = {
    id: idOf(data['giftId']) ?? 'unknown',
    // `giftName` is in the language of the bridge's user, so one gift would have as many names.
    name: textOf(data['originalName']) || textOf(data['giftName']) || '',
    diamonds: countOf(data['diamondCount']) ?? 0,
    count: Math.max(1, countOf(data['repeatCount']) ?? 1),
  };
  const pictureUrl = pictureOf(data['giftPictureUrl']);
  if (pictureUrl) gift.pictureUrl = pictureUrl;
  const { gift: nested } = data;
  const type = countOf(data['giftType']) ?? (isFields(nested) ? countOf(nested['gift_type']) : undefined);
  if (type === 1) gift.streak = { id: idOf(data['groupId']) ?? '0', ended: isFlagged(data['repeatEnd']) };
  return gift;
}

function userOf(data: Fields): LiveUser | null {
  const handle = textOf(data['uniqueId']);
  const id = idOf(data['userId']) ?? named(handle);
  if (!id) return null;
  const user: LiveUser = { id };
  if (handle) user.handle = handle;
  const name = textOf(data['nickname']);
  if (name) user.name = name;
  const avatarUrl = pictureOf(data['profilePictureUrl']);
  if (avatarUrl) user.avatarUrl = avatarUrl;
  const roles = rolesOf(data);
  if (roles.length > 0) user.roles = roles;
  return user;
}

/** The address of a picture that a live event may hold. */
function pictureOf(value: unknown): string | undefined {
  const address = textOf(value);
  return address && /^https?:\/\//i.test(address) && address.length <= 4096 ? address : undefined;
}

function rolesOf(data: Fields): string[] {
  const { userSceneTypes } = data;
  const scenes: unknown[] = Array.isArray(userSceneTypes) && userSceneTypes.length <= 100 ? userSceneTypes : [];
  const follows = countOf(data['followRole']) ?? 0;
  const roles: string[] = [];
  if (isFlagged(data['isModerator']) || scenes.includes(1)) roles.push('moderator');
  if (isFlagged(data['isSubscriber']) || scenes.includes(4) || scenes.includes(7)) roles.push('subscriber');
  if (scenes.includes(8)) roles.push('gifter');
  if (scenes.includes(10)) roles.push('fan-club');
  // 0 none, 1 follows, 2 friends by the old documents, 3 met and unexplained: 1 and above follow.
  if (follows >= 1) roles.push('follower');
  if (follows === 2) roles.push('friend');
  return roles;
}

/**
 * Where the platform's time stands in it, the same message gets the same id again, so that a bridge's repeat counts
 * once. Without one nothing tells a repeat from the same said twice, and both count: by its words alone a number of
 * viewers that comes back to what it was would be lost.
 */
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
