import type { ImageModel, User, UserIdentity } from 'tiktok-live-connector';
import { type LiveUser, LONGEST_TEXT } from '../../shared/events.ts';

/** Badge scenes of the webcast schema (BadgeSceneType) that say what a viewer is to this creator. */
const ROLE_OF_BADGE: ReadonlyMap<number, string> = new Map([
  [1, 'moderator'],
  [4, 'subscriber'],
  [7, 'subscriber'],
  [8, 'gifter'],
  [10, 'fan-club'],
]);

/**
 * The viewer behind a message, or null when it names none. `id` is the platform's number; `idStr` is empty in all but
 * gifts and is not used.
 */
export function userOf(user: User | undefined, identity?: UserIdentity): LiveUser | null {
  if (!user) return null;
  const id = named(user.id) ?? named(user.displayId);
  if (!id) return null;
  const made: LiveUser = { id };
  if (user.displayId) made.handle = cut(user.displayId);
  if (user.nickname) made.name = cut(user.nickname);
  const avatarUrl = addressOf(user.avatarThumb ?? user.avatarMedium ?? user.avatarLarge);
  if (avatarUrl) made.avatarUrl = avatarUrl;
  const roles = rolesOf(user, identity);
  if (roles.length > 0) made.roles = roles;
  return made;
}

/** A text no longer than a live event may hold, never ending in half of a surrogate pair. */
export function cut(text: string, longest = LONGEST_TEXT): string {
  if (text.length <= longest) return text;
  const short = text.slice(0, longest);
  return /[\uD800-\uDBFF]$/.test(short) ? short.slice(0, -1) : short;
}

/** The id, or null where the platform says "none" by an empty text or a zero. */
export function named(id: string | undefined): string | null {
  return id && id !== '0' ? id.slice(0, 200) : null;
}

function rolesOf(user: User, identity?: UserIdentity): string[] {
  const roles = new Set<string>();
  for (const badge of user.badgeList ?? []) {
    const role = ROLE_OF_BADGE.get(badge.sceneType);
    if (role) roles.add(role);
  }
  const follow = user.followInfo?.followStatus;
  if (identity?.isModeratorOfAnchor) roles.add('moderator');
  if (identity?.isSubscriberOfAnchor || user.isSubscribe) roles.add('subscriber');
  if (identity?.isGiftGiverOfAnchor) roles.add('gifter');
  if (identity?.isFollowerOfAnchor || follow === '1' || follow === '2') roles.add('follower');
  if (identity?.isMutualFollowingWithAnchor || follow === '2') roles.add('friend');
  return [...roles];
}

/** The first address of a picture that a live event may hold. */
export function addressOf(image: ImageModel | undefined): string | undefined {
  return image?.urlList.find((url) => /^https?:\/\//i.test(url) && url.length <= 4096);
}
