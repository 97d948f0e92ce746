import type { EpochMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { addLogin, findLogin, removeExpiredLogins, removeLogin } from '../store/logins.ts';
import { hashToken, newToken, sameToken } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import { createListeners } from './listeners.ts';

const HOUR_MS = 3_600_000;
/** How long a browser stays signed in. */
const LOGIN_HOURS = 30 * 24;
/** A page fetches its socket token just before it connects, and again before each reconnect. */
const SOCKET_TOKEN_MS = 60_000;

/** Who is calling, from a login or a token. */
export interface Person {
  readonly id: string;
  readonly name: string;
  readonly role: 'owner' | 'moderator';
  readonly creatorId: string;
}

export type Access = Awaited<ReturnType<typeof openAccess>>;

/**
 * Who may do what: the owner by the link printed at start or by the configured token, moderators by an invitation.
 * Tokens are kept as hashes only. `linkKey` is good for this run of the program and is never kept.
 */
export async function openAccess(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  newId: () => string;
  ownerToken: string | null;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock, newId, ownerToken } = deps;
  const linkKey = newToken();
  const socketTokens = new Map<string, { person: Person; login: string | null; until: EpochMillis }>();
  const ended = createListeners<void>(deps.onFault);
  await removeExpiredLogins(store.db, clock());

  async function keep(kind: string, role: Person['role'], name: string, expiresAt: EpochMillis): Promise<string> {
    const token = newToken();
    const id = newId();
    const made = { creator_id: creatorId, token_hash: hashToken(token), created_at: clock(), expires_at: expiresAt };
    await addLogin(store.db, { ...made, id, kind, role, name });
    return token;
  }

  const find = (token: string, kind: string) => findLogin(store.db, hashToken(token), kind, clock());

  async function personOf(token: string): Promise<Person | null> {
    const login = await find(token, 'login');
    if (!login) return null;
    const role = login.role === 'owner' ? 'owner' : 'moderator';
    return { id: login.id, name: login.name, role, creatorId: login.creator_id };
  }

  return {
    linkKey,

    /** Trades the printed key or an invitation for a login; the answer is the cookie's value. */
    async signIn(key: string): Promise<{ cookie: string } | Refusal> {
      const month = clock() + LOGIN_HOURS * HOUR_MS;
      if (sameToken(key, linkKey)) return { cookie: await keep('login', 'owner', 'Owner', month) };
      const invitation = await find(key, 'invitation');
      if (!invitation) return refuse('not-signed-in');
      // An invitation for tonight's show is a right for tonight's show, whenever it is used.
      return { cookie: await keep('login', 'moderator', invitation.name, Math.min(month, invitation.expires_at)) };
    },

    /** An invitation for a moderator, good for so many hours; the answer goes into a link's fragment. */
    invite: (name: string, hours: number) => keep('invitation', 'moderator', name, clock() + hours * HOUR_MS),

    byCookie: personOf,

    /** The configured owner's token, for scripts. */
    byBearer(token: string): Person | null {
      if (ownerToken === null || !sameToken(token, ownerToken)) return null;
      return { id: 'owner-token', name: 'Owner', role: 'owner', creatorId };
    },

    async signOut(cookie: string): Promise<void> {
      await removeLogin(store.db, hashToken(cookie));
      ended.tell();
    },

    /** Told when a login has ended: whose pages are still open may not be allowed to any more. */
    onEnd: ended.add,

    /** Whether the login that a page came by still holds; the configured token always does. */
    stands: async (visitor: { login: string | null }): Promise<boolean> =>
      visitor.login === null || (await personOf(visitor.login)) !== null,

    /** A token for one socket handshake: a cookie alone would let any page of this browser connect. */
    socketToken(person: Person, login: string | null): string {
      const now = clock();
      for (const [token, entry] of socketTokens) if (entry.until <= now) socketTokens.delete(token);
      const token = newToken();
      socketTokens.set(token, { person, login, until: now + SOCKET_TOKEN_MS });
      return token;
    },

    /** The person a socket token was made for, while their login still stands. */
    async bySocketToken(token: string): Promise<{ person: Person; login: string | null } | null> {
      const entry = socketTokens.get(token);
      if (!entry || entry.until <= clock()) return null;
      if (entry.login !== null && !(await personOf(entry.login))) return null;
      return { person: entry.person, login: entry.login };
    },
  };
}
