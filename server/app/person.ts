import { createHmac } from 'node:crypto';
import { isAnyBlocked } from '../store/blocks.ts';
import type { Tx } from '../store/store.ts';
import type { BookingParts } from './booking-parts.ts';

/** What somebody may be known by. Never a network address: whole households and mobile networks share one. */
export interface Person {
  /** The platform's ids. */
  readonly viewers?: ReadonlyArray<string>;
  readonly mails?: ReadonlyArray<string>;
  /** Conversations of direct messages. */
  readonly conversations?: ReadonlyArray<string>;
  /** Requests, each with its private thread. */
  readonly requests?: ReadonlyArray<string>;
  /** Their browsers, by {@link browsersBy}. For blocks alone: a browser may be several people's. */
  readonly browsers?: ReadonlyArray<string>;
}

type Keys = Pick<BookingParts, 'secret'>;

/** Keyed hashes of all that the person is known by: enough to know them again, too little to tell who it is. */
export function personKeys({ secret }: Keys, person: Person): string[] {
  const key = (kind: string) => (value: string) => keyed(secret, kind, value);
  return [
    ...(person.viewers ?? []).map(key('viewer')),
    ...(person.mails ?? []).map((mail) => key('mail')(mail.trim().toLowerCase())),
    ...(person.conversations ?? []).map(key('conversation')),
    ...(person.requests ?? []).map(key('request')),
    ...(person.browsers ?? []),
  ];
}

/**
 * The mark of a viewer's browser as a part of a person, and as it stands beside a request: the mark itself is in that
 * browser alone.
 */
export function browsersBy({ secret }: Keys, mark: string | undefined): string[] {
  return mark === undefined ? [] : [keyed(secret, 'browser', mark)];
}

function keyed(secret: Keys['secret'], kind: string, value: string): string {
  return createHmac('sha256', secret).update(`person:${kind}:${value}`).digest('base64url');
}

export function isBlocked(parts: BookingParts, tx: Tx, person: Person): Promise<boolean> {
  return isAnyBlocked(tx, parts.creatorId, personKeys(parts, person));
}

/** The contact of a request or draft as a part of a person. */
export function mailsOf(contact: { readonly email?: string | undefined } | null | undefined): string[] {
  return contact?.email ? [contact.email] : [];
}
