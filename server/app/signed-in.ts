import type { Right } from '../../shared/rights.ts';

/** Who is calling, from a login or a token. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'moderator';
  readonly rights: ReadonlyArray<Right>;
  readonly creatorId: string;
}

/** A login that was just made; `cookie` is the cookie's value. */
export interface SignedIn {
  readonly cookie: string;
  readonly person: Person;
}
