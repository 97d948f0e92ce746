/*
 * What a moderator may see and do beyond the queue itself. Without zod, so that a page which only reads them need not
 * carry it. The owner has every right, always.
 */

/** Who a socket or a request speaks for. `stage` sees what is on air and nothing else. */
export const ROLES = ['owner', 'moderator', 'stage', 'viewer'] as const;

export type Role = (typeof ROLES)[number];

/** What the store calls the owner, who has no name of their own; a page says it in its reader's language. */
export const OWNER_NAME = 'Owner';

/** `see-*` are fields of views, the others are acts. Each route of the desk names the one it needs, if any. */
export const RIGHTS = [
  'see-amounts',
  'see-contact',
  'reply',
  'accept',
  'decline',
  'block',
  'control-scenes',
  'control-stage',
  'settings',
] as const;
export type Right = (typeof RIGHTS)[number];

/**
 * Sensible sets to begin with. `desk` is what a script's invitation gives that names no rights; the studio's form begins with
 * `queue`: what answering needs, and no more.
 */
export const RIGHT_SETS = {
  queue: ['reply', 'accept', 'decline', 'block'],
  desk: ['see-amounts', 'see-contact', 'reply', 'accept', 'decline', 'block', 'control-stage'],
  answers: ['reply', 'decline', 'block'],
  show: ['control-scenes', 'control-stage'],
} as const satisfies Readonly<Record<string, ReadonlyArray<Right>>>;
export type RightSet = keyof typeof RIGHT_SETS;

/** What an act on a request needs beside a login; one that is not here needs nothing more: it bothers no viewer. */
export const ACT_RIGHTS: Readonly<Record<string, Right>> = {
  accept: 'accept',
  offer: 'accept',
  complete: 'accept',
  'no-show': 'accept',
  paid: 'accept',
  reply: 'reply',
  'take-over': 'reply',
  snooze: 'reply',
  merge: 'reply',
  label: 'reply',
  decline: 'decline',
  spam: 'block',
  block: 'block',
  'on-air': 'control-stage',
};

/** Whether these rights hold the one that is asked for. */
export function may({ rights }: { readonly rights: ReadonlyArray<Right> }, right: Right): boolean {
  return rights.includes(right);
}
