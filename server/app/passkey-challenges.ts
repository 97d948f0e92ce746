import type { PasskeyMade, PasskeyProof } from '../../shared/passkeys.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { CHALLENGE_MS, type PasskeyCheck } from '../core/passkeys.ts';
import { addChallenge, takeChallenge } from '../store/passkeys.ts';
import { hashToken, newToken } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';

/**
 * Challenges of one kind that are out at once at one door. Anybody may ask for one to sign in, so each network address has
 * but a few, or the one who asks for thousands would push out those that others are about to answer.
 */
const MOST_CHALLENGES = 2000;
const MOST_OF_ONE = 10;

export type ChallengeKind = 'register' | 'sign-in';

/** What is taken out for an answer: the challenge that it says, and the hash of the login that asked, if one did. */
export interface TakenChallenge {
  readonly said: string;
  readonly loginHash: string | null;
}

export type PasskeyChallenges = ReturnType<typeof createPasskeyChallenges>;

/**
 * What authenticators have to answer: kept as hashes, each good once, for five minutes, at one address. `door` names the
 * door that they are of: whoever asks at one pushes out nothing at another.
 */
export function createPasskeyChallenges(deps: {
  store: Store;
  creatorId: string;
  door: string;
  clock: () => EpochMillis;
  check: Pick<PasskeyCheck, 'challengeOf'>;
}) {
  const { store, creatorId, clock, check } = deps;
  const kindHere = (kind: ChallengeKind) => `${kind} ${deps.door}`;
  /** Addresses are told apart and cannot be read back, nor compared with those of another run. */
  const salt = newToken();
  return {
    /**
     * A new challenge; what was asked for before stays good, so that two tabs do not disturb each other. `by`: the login
     * that asks, or where nobody is signed in the network address; null where that tells nobody apart, and then the bound of
     * all is the only one.
     */
    async make(
      kind: ChallengeKind,
      origin: string,
      by: { readonly login: string } | { readonly address: string | null },
    ): Promise<string> {
      const made = newToken();
      const now = clock();
      const loginHash = 'login' in by ? hashToken(by.login) : null;
      const row = {
        creator_id: creatorId,
        hash: hashToken(made),
        kind: kindHere(kind),
        origin,
        login_hash: loginHash,
        asker: 'login' in by ? loginHash : by.address && hashToken(`${salt} ${by.address}`),
        expires_at: now + CHALLENGE_MS,
      };
      const most = { all: MOST_CHALLENGES, ofAsker: MOST_OF_ONE };
      await store.transaction((tx) => addChallenge(tx, row, { now, most }));
      return made;
    },

    /** Takes out the challenge that an answer is for: whatever becomes of the answer, there is no second one. */
    async take(
      answer: PasskeyMade | PasskeyProof,
      kind: ChallengeKind,
      origin: string,
    ): Promise<TakenChallenge | null> {
      const said = check.challengeOf(answer);
      const out = said === null ? undefined : await takeChallenge(store.db, creatorId, hashToken(said), clock());
      return said !== null && out?.kind === kindHere(kind) && out.origin === origin
        ? { said, loginHash: out.login_hash }
        : null;
    },
  };
}
