import type { WhyOut } from '../../shared/protocol.ts';
import { may, OWNER_NAME, RIGHTS, type Right } from '../../shared/rights.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { lastSeq } from '../store/journal.ts';
import { addLogin, findLogin, removeExpiredLogins, removeLogin, removeLoginsOf, trimLogins } from '../store/logins.ts';
import { addPerson, noteJoined, readPerson } from '../store/people.ts';
import { hashToken, newToken, sameToken } from '../store/secrets.ts';
import type { Db, Store, Tx } from '../store/store.ts';
import { createListeners } from './listeners.ts';
import { createLoginUse, LOGIN_MS, type Standing } from './login-use.ts';
import { createPasswords } from './passwords.ts';
import { createPeople } from './people.ts';
import type { Person, SignedIn } from './signed-in.ts';

/** A page fetches its socket token just before it connects, and again before each reconnect. */
const SOCKET_TOKEN_MS = 60_000;
/** Browsers that one person is signed in at; with one more the oldest ends. */
const MOST_LOGINS = 50;
/** Tokens of one person that wait for their handshake; with one more the oldest opens nothing. */
const MOST_SOCKET_TOKENS = 100;
const OWNER = 'owner';
/** Who the configured token speaks for. */
const OWNER_TOKEN = 'owner-token';

/** A page of somebody who is signed in; `login` is the cookie it came by, null for the configured token. */
interface Visitor {
  readonly person: Person;
  readonly login: string | null;
}

export type Access = Awaited<ReturnType<typeof openAccess>>;

/**
 * Who may do what: the owner by the link printed at start, a password or the configured token, moderators by an
 * invitation. Tokens are kept as hashes only. `linkKey` is good for this run of the program and is never kept.
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
  const socketTokens = new Map<string, Visitor & { until: EpochMillis }>();
  const changed = createListeners<void>(deps.onFault);
  // The store may be new: the creator comes before anybody of theirs.
  await lastSeq(store.db, creatorId, clock());
  const owner: Person = { id: OWNER, name: OWNER_NAME, role: 'owner', rights: RIGHTS, creatorId };
  await addPerson(store.db, creatorId, {
    ...owner,
    from: clock(),
    until: null,
    show: null,
    revokedAt: null,
    joined: true,
  });

  async function keep(
    kind: 'login' | 'invitation',
    personId: string,
    expiresAt: EpochMillis,
    db: Db | Tx = store.db,
  ): Promise<string> {
    const token = newToken();
    const made = { creator_id: creatorId, token_hash: hashToken(token), created_at: clock(), expires_at: expiresAt };
    await addLogin(db, { ...made, id: newId(), kind, person_id: personId });
    if (kind === 'login') await trimLogins(db, creatorId, personId, MOST_LOGINS);
    return token;
  }

  /** The person of a login or invitation, with the rights of now; null when it, or the person's time, has ended. */
  async function personOf(token: string, kind: 'login' | 'invitation', db: Db | Tx = store.db): Promise<Person | null> {
    const login = await findLogin(db, creatorId, hashToken(token), kind, clock());
    return login ? standing(login.person_id, db) : null;
  }

  async function standingOf(personId: string, db: Db | Tx = store.db): Promise<Standing | null> {
    const kept = await readPerson(db, creatorId, personId);
    if (!kept || kept.revokedAt !== null || (kept.until !== null && kept.until <= clock())) return null;
    const { id, name, role, rights, until } = kept;
    return { person: { id, name, role, rights, creatorId }, until };
  }

  /** Who somebody is now; null when there is no such person, or their time has ended. */
  async function standing(personId: string, db: Db | Tx = store.db): Promise<Person | null> {
    return (await standingOf(personId, db))?.person ?? null;
  }

  const letOwnerIn = async (tx: Tx): Promise<SignedIn> => ({
    cookie: await keep('login', OWNER, month(), tx),
    person: owner,
  });
  const byCookie = (cookie: string) => personOf(cookie, 'login');
  const month = () => clock() + LOGIN_MS;
  const passwords = createPasswords({ store, creatorId, personId: OWNER, clock });
  const people = createPeople({
    ...deps,
    invite: (tx, id, until) => keep('invitation', id, until, tx),
    tell: changed.tell,
  });

  /** Trades an invitation for a login; `cookie` is the one that came with it, or null. */
  async function signInInvited(key: string, cookie: string | null): Promise<SignedIn | Refusal> {
    const invited = await personOf(key, 'invitation');
    if (!invited) return refuse('not-signed-in');
    await noteJoined(store.db, creatorId, invited.id);
    // A dock of OBS has the key in its address and opens it at each start: its person is in already.
    if (cookie !== null && (await byCookie(cookie))?.id === invited.id) return { cookie, person: invited };
    // It ends with the person's time all the same: that is looked at with every call.
    return { cookie: await keep('login', invited.id, month()), person: invited };
  }

  return {
    linkKey,
    people,
    signInInvited,

    /** Trades the printed key or an invitation for a login; `cookie` is the one that came with it, or null. */
    async signIn(key: string, cookie: string | null): Promise<SignedIn | Refusal> {
      if (sameToken(key, linkKey)) return { cookie: await keep('login', OWNER, month()), person: owner };
      return signInInvited(key, cookie);
    },

    /** Signs the owner in by the password; `address` is the caller's, for the limit of guesses. */
    async signInByPassword(password: string, address: string): Promise<SignedIn | Refusal> {
      return passwords.check(password, address, letOwnerIn);
    },

    /** Logins for other proofs of who somebody is; each made in the transaction that has found so. */
    logins: {
      /** Whose logins a caller's are: the configured token speaks for the owner. */
      idOf: (person: Pick<Person, 'id' | 'role'>) => (person.role === 'owner' ? OWNER : person.id),
      /** Null for somebody whose time has ended, or whose role is not admitted. */
      async letIn(tx: Tx, personId: string, admits: (role: Person['role']) => boolean): Promise<SignedIn | null> {
        const person = await standing(personId, tx);
        if (!person || !admits(person.role)) return null;
        return { cookie: await keep('login', personId, month(), tx), person };
      },
      /** Whether the cookie is of a login of that person, and none of the configured token. */
      has: async (cookie: string, personId: string, db: Db | Tx = store.db) =>
        (await personOf(cookie, 'login', db))?.id === personId,
      /** Ends every login of a person but the one of that cookie; `changed` is told when it is done. */
      endAll: (tx: Tx, personId: string, cookie: string | null) =>
        removeLoginsOf(tx, creatorId, personId, { kind: 'login', but: cookie === null ? null : hashToken(cookie) }),
      changed: changed.tell,
    },

    /** Sets the owner's password, or takes it away with null; every other login of the owner ends with it. */
    async setPassword(password: string | null, cookie: string | null): Promise<void> {
      await passwords.set(password, cookie === null ? null : hashToken(cookie));
      changed.tell();
    },

    hasPassword: passwords.isSet,

    byCookie,
    useLogin: createLoginUse({ store, creatorId, clock, standing: standingOf }),

    /** Why somebody is in no more, as far as it is by the owner; null for whom nothing of that holds. */
    async whyOut(id: string): Promise<WhyOut | null> {
      const kept = await readPerson(store.db, creatorId, id);
      if (kept?.revokedAt != null) return 'revoked';
      return kept?.until != null && kept.until <= clock() ? 'over' : null;
    },

    /** Whether somebody who is or was let in may do what needs this right (null: a login alone), as things stand now. */
    async mayStill(id: string, right: Right | null): Promise<boolean> {
      if (id === OWNER || id === OWNER_TOKEN) return true;
      const person = await standing(id);
      return person !== null && (right === null || may(person, right));
    },

    /** The configured owner's token, for scripts. */
    byBearer(token: string): Person | null {
      if (ownerToken === null || !sameToken(token, ownerToken)) return null;
      return { id: OWNER_TOKEN, name: OWNER_NAME, role: 'owner', rights: RIGHTS, creatorId };
    },

    /** Takes away logins and invitations that have expired: they open nothing, and are kept for nothing. */
    sweep: () => removeExpiredLogins(store.db, clock()),

    async signOut(cookie: string): Promise<void> {
      await removeLogin(store.db, creatorId, hashToken(cookie));
      changed.tell();
    },

    /** Told when logins have ended or rights have changed: whose pages are open may not be allowed to any more. */
    onChange: changed.add,

    /** The visitor as they stand now, with the rights of now; null once their login has ended. */
    current: async ({ person, login }: Visitor): Promise<Person | null> => (login === null ? person : byCookie(login)),

    /** A token for one socket handshake: a cookie alone would let any page of this browser connect. */
    socketToken(person: Person, login: string | null): string {
      const now = clock();
      const own: string[] = [];
      for (const [token, entry] of socketTokens) {
        if (entry.until <= now) socketTokens.delete(token);
        else if (entry.person.id === person.id) own.push(token);
      }
      if (own.length >= MOST_SOCKET_TOKENS) socketTokens.delete(own[0] ?? '');
      const token = newToken();
      socketTokens.set(token, { person, login, until: now + SOCKET_TOKEN_MS });
      return token;
    },

    /** The person a socket token was made for, while their login still stands. */
    async bySocketToken(token: string): Promise<Visitor | null> {
      const entry = socketTokens.get(token);
      if (!entry || entry.until <= clock()) return null;
      const person = entry.login === null ? entry.person : await byCookie(entry.login);
      return person && { person, login: entry.login };
    },
  };
}
