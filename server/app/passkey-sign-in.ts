import type { PasskeyProof } from '../../shared/passkeys.ts';
import { networkOf } from '../core/caller.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { createGuesses } from '../core/guesses.ts';
import { rpIdOf } from '../core/passkeys.ts';
import { findPasskey, moveCounter } from '../store/passkeys.ts';
import type { PasskeyTable } from '../store/tables/people.ts';
import type { PasskeyParts } from './passkey-parts.ts';
import type { Person, SignedIn } from './signed-in.ts';

/** Signing in by what a passkey answers, at one door: what is tried at another counts there. */
export function passkeySignIn(parts: PasskeyParts) {
  const { store, creatorId, clock, logins, check, challenges } = parts;
  const guesses = createGuesses();

  async function proved(
    answer: PasskeyProof,
    kept: PasskeyTable | undefined,
    origin: string,
    admits: (role: Person['role']) => boolean,
  ): Promise<SignedIn | Refusal> {
    // Before all else: whatever is wrong with the answer, its challenge is used up.
    const asked = await challenges.take(answer, 'sign-in', origin);
    if (!asked || !kept || kept.rp_id !== rpIdOf(origin)) return refuse('wrong-passkey');
    const key = { credentialId: kept.credential_id, publicKey: kept.public_key, counter: kept.counter };
    const found = await check.proved(answer, key, { challenge: asked.said, origin });
    if (!found) return refuse('wrong-passkey');
    return store.transaction(async (tx) => {
      const moved = { from: kept.counter, to: found.counter, at: clock() };
      // Taken away, or used a second time while it was checked: then it opens nothing.
      if (!(await moveCounter(tx, creatorId, kept.id, moved))) return refuse('wrong-passkey');
      return (await logins.letIn(tx, kept.person_id, admits)) ?? refuse('wrong-passkey');
    });
  }

  /**
   * Signs its person in, if the door admits them and their time has not ended. `address` is the caller's, null where
   * it tells nobody apart: ten answers in a quarter of an hour are checked for each address and each person, and as many
   * for all passkeys that nobody has.
   * Refuses with `wrong-passkey`, whatever is wrong with it, or `too-many`.
   */
  return async function signIn(
    answer: PasskeyProof,
    given: {
      readonly origin: string;
      readonly address: string | null;
      readonly admits: (role: Person['role']) => boolean;
    },
  ): Promise<SignedIn | Refusal> {
    const { origin, address, admits } = given;
    const kept = await findPasskey(store.db, creatorId, answer.id);
    const names = [`account ${kept?.person_id ?? ''}`, ...(address === null ? [] : [`address ${networkOf(address)}`])];
    if (!guesses.take(names, clock())) return refuse('too-many');
    const result = await proved(answer, kept, origin, admits);
    if ('cookie' in result) guesses.giveBack(names);
    return result;
  };
}
