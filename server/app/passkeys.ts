import type {
  ListedPasskey,
  PasskeyCreation,
  PasskeyMade,
  PasskeyProof,
  PasskeyRequest,
} from '../../shared/passkeys.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { createGuesses } from '../core/guesses.ts';
import { CHALLENGE_MS, creationOptions, type PasskeyCheck, requestOptions, rpIdOf } from '../core/passkeys.ts';
import {
  addChallenge,
  addPasskey,
  findPasskey,
  hasPasskeyAt,
  moveCounter,
  readPasskeys,
  removePasskey,
  renamePasskey,
  takeChallenge,
} from '../store/passkeys.ts';
import { hashToken, newToken } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import type { PasskeyChallengeTable, PasskeyTable } from '../store/tables/people.ts';
import type { Access, SignedIn } from './access.ts';

const MOST_PASSKEYS = 20;
/** Challenges of one kind that are out at once: anybody may ask for one, and who asks for thousands gets but this many. */
const MOST_CHALLENGES = 200;

export type Passkeys = ReturnType<typeof createPasskeys>;

/**
 * The owner's passkeys, beside the printed link and the password. `origin` is the address of the page that asks, by its
 * own header, and null when there is none; a passkey works at the studio's own addresses alone.
 */
export function createPasskeys(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  newId: () => string;
  owner: Access['owner'];
  check: PasskeyCheck;
  /** Where a passkey can be made and used. */
  addresses: () => string[];
}) {
  const { store, creatorId, clock, owner, check, addresses } = deps;
  const guesses = createGuesses();
  const isOurs = (origin: string | null): origin is string => origin !== null && addresses().includes(origin);
  const list = () => readPasskeys(store.db, creatorId, owner.id);

  /** A new challenge; what was asked for before stays good, so that two tabs do not disturb each other. */
  async function challenge(kind: Kind, origin: string, cookie: string | null): Promise<string> {
    const made = newToken();
    const now = clock();
    const login_hash = cookie === null ? null : hashToken(cookie);
    const row = {
      creator_id: creatorId,
      hash: hashToken(made),
      kind,
      origin,
      login_hash,
      expires_at: now + CHALLENGE_MS,
    };
    await store.transaction((tx) => addChallenge(tx, row, { now, most: MOST_CHALLENGES }));
    return made;
  }

  /** Takes out the challenge that an answer is for: whatever becomes of the answer, there is no second one. */
  async function taken(answer: PasskeyMade | PasskeyProof, kind: Kind, origin: string) {
    const said = check.challengeOf(answer);
    const out: PasskeyChallengeTable | undefined =
      said === null ? undefined : await takeChallenge(store.db, creatorId, hashToken(said), clock());
    return said !== null && out?.kind === kind && out.origin === origin ? { said, loginHash: out.login_hash } : null;
  }

  /** What a browser is asked to make a passkey. Refuses with `passkey-elsewhere` or `passkey-by-login`. */
  async function beginRegistration(origin: string | null, cookie: string | null): Promise<PasskeyCreation | Refusal> {
    if (!isOurs(origin)) return refuse('passkey-elsewhere');
    // A script with the owner's token has no person before it whose finger this could be.
    if (cookie === null || !(await owner.hasLogin(cookie))) return refuse('passkey-by-login');
    const kept = await list();
    if (kept.length >= MOST_PASSKEYS) return refuse('too-many-passkeys');
    const rpId = rpIdOf(origin);
    return creationOptions({
      challenge: await challenge('register', origin, cookie),
      rpId,
      // Nothing of the person: an authenticator tells it to whoever holds it.
      user: { id: hashToken(`passkey ${creatorId} ${owner.id}`), name: 'Cuedesk' },
      known: kept
        .filter((one) => one.rp_id === rpId)
        .map((one) => ({ credentialId: one.credential_id, transports: transportsOf(one) })),
    });
  }

  /** Keeps a passkey that was made. Refuses with `passkey-elsewhere`, `wrong-passkey`, whatever is wrong with it, `passkey-known` or `too-many-passkeys`. */
  async function register(
    name: string,
    answer: PasskeyMade,
    by: { readonly origin: string | null; readonly cookie: string | null },
  ): Promise<ListedPasskey | Refusal> {
    const { origin, cookie } = by;
    if (!isOurs(origin)) return refuse('passkey-elsewhere');
    const asked = await taken(answer, 'register', origin);
    if (!asked || cookie === null || asked.loginHash !== hashToken(cookie)) return refuse('wrong-passkey');
    const key = await check.made(answer, { challenge: asked.said, origin });
    if (!key) return refuse('wrong-passkey');
    if ((await list()).length >= MOST_PASSKEYS) return refuse('too-many-passkeys');
    const row: PasskeyTable = {
      creator_id: creatorId,
      id: deps.newId(),
      person_id: owner.id,
      name,
      rp_id: rpIdOf(origin),
      credential_id: key.credentialId,
      public_key: key.publicKey,
      transports: JSON.stringify(answer.response.transports),
      counter: key.counter,
      created_at: clock(),
      used_at: null,
    };
    try {
      await addPasskey(store.db, row);
    } catch (error) {
      if (store.isUniqueTaken(error)) return refuse('passkey-known');
      throw error;
    }
    return listed(row);
  }

  /** Signs the owner in by what a passkey answers: `wrong-passkey`, whatever is wrong with it. */
  async function proved(answer: PasskeyProof, origin: string): Promise<SignedIn | Refusal> {
    const asked = await taken(answer, 'sign-in', origin);
    const kept = asked && (await findPasskey(store.db, creatorId, answer.id));
    if (!kept || kept.rp_id !== rpIdOf(origin)) return refuse('wrong-passkey');
    const key = { credentialId: kept.credential_id, publicKey: kept.public_key, counter: kept.counter };
    const found = await check.proved(answer, key, { challenge: asked.said, origin });
    if (!found) return refuse('wrong-passkey');
    // Taken away, or used a second time while it was checked: then it opens nothing.
    return store.transaction(async (tx) =>
      (await moveCounter(tx, creatorId, kept.id, { from: kept.counter, to: found.counter, at: clock() }))
        ? owner.letIn(tx)
        : refuse('wrong-passkey'),
    );
  }

  return {
    addresses,
    list: async (): Promise<ListedPasskey[]> => (await list()).map(listed),
    beginRegistration,
    register,

    /** Whether a passkey can be tried at a host name. */
    isOffered: (host: string): Promise<boolean> => hasPasskeyAt(store.db, creatorId, host),

    /** What a browser is asked to sign in. Refuses with `passkey-elsewhere`. */
    async beginSignIn(origin: string | null): Promise<PasskeyRequest | Refusal> {
      if (!isOurs(origin)) return refuse('passkey-elsewhere');
      return requestOptions(await challenge('sign-in', origin, null), rpIdOf(origin));
    },

    /** Signs the owner in, as often as by a password; `address` is the caller's, for the limit of tries. */
    async signIn(answer: PasskeyProof, origin: string | null, address: string): Promise<SignedIn | Refusal> {
      if (!isOurs(origin)) return refuse('passkey-elsewhere');
      const names = [`account ${owner.id}`, `address ${address}`];
      if (!guesses.take(names, clock())) return refuse('too-many');
      const result = await proved(answer, origin);
      if ('cookie' in result) guesses.giveBack(names);
      return result;
    },

    /** Refuses with `not-found`. */
    rename: async (id: string, name: string): Promise<Refusal | null> =>
      (await renamePasskey(store.db, creatorId, id, name)) ? null : refuse('not-found'),

    /**
     * Takes a passkey away, and ends every login of the owner but the one of that cookie: it may be in other hands, and
     * so may what was signed in by it. Refuses with `not-found`.
     */
    async remove(id: string, cookie: string | null): Promise<Refusal | null> {
      const gone = await store.transaction(async (tx) => {
        if (!(await removePasskey(tx, creatorId, id))) return false;
        await owner.endLogins(tx, cookie);
        return true;
      });
      if (!gone) return refuse('not-found');
      owner.changed();
      return null;
    },
  };
}

type Kind = 'register' | 'sign-in';

function listed({ id, name, rp_id, created_at, used_at }: PasskeyTable): ListedPasskey {
  const usedAt = used_at === null ? null : toInstant(used_at);
  return { id, name, host: rp_id, createdAt: toInstant(created_at), usedAt };
}

function transportsOf({ transports }: PasskeyTable): string[] {
  const kept: unknown = JSON.parse(transports);
  return Array.isArray(kept) ? kept.map(String) : [];
}
