import type { ListedPasskey, PasskeyCreation, PasskeyMade } from '../../shared/passkeys.ts';
import { toInstant } from '../../shared/time.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { creationOptions, rpIdOf } from '../core/passkeys.ts';
import { awaitTurn } from '../store/await-turn.ts';
import { ownJsonOrNull, Words } from '../store/own-json.ts';
import { addPasskey, readPasskeys } from '../store/passkeys.ts';
import { hashToken } from '../store/secrets.ts';
import type { PasskeyTable } from '../store/tables/people.ts';
import type { PasskeyParts } from './passkey-parts.ts';

/** Of each person. */
const MOST_PASSKEYS = 20;

/** Who makes a passkey: a person, by the login of that cookie, on the page of that address, one of the door's own. */
export interface PasskeyMaker {
  readonly person: string;
  readonly cookie: string | null;
  readonly origin: string;
}

/** Making passkeys: what a browser is asked, and what is kept of its answer. */
export function passkeyMaking(parts: PasskeyParts) {
  const { store, creatorId, clock, logins, check, challenges } = parts;
  return {
    /** Refuses with `passkey-by-login` or `too-many-passkeys`. */
    async begin({ person, cookie, origin }: PasskeyMaker): Promise<PasskeyCreation | Refusal> {
      // A script with the owner's token has no person before it whose finger this could be.
      if (cookie === null || !(await logins.has(cookie, person))) return refuse('passkey-by-login');
      const kept = await readPasskeys(store.db, creatorId, person);
      if (kept.length >= MOST_PASSKEYS) return refuse('too-many-passkeys');
      const rpId = rpIdOf(origin);
      return creationOptions({
        challenge: await challenges.make('register', origin, { login: cookie }),
        rpId,
        // Nothing of the person: an authenticator tells it to whoever holds it.
        user: { id: hashToken(`passkey ${creatorId} ${person}`), name: 'Cuedesk' },
        known: kept
          .filter((one) => one.rp_id === rpId)
          .map((one) => ({ credentialId: one.credential_id, transports: transportsOf(one) })),
      });
    },

    /** Refuses with `wrong-passkey`, whatever is wrong with it, `passkey-known` or `too-many-passkeys`. */
    async keep(name: string, answer: PasskeyMade, by: PasskeyMaker): Promise<ListedPasskey | Refusal> {
      const { person, cookie, origin } = by;
      const asked = await challenges.take(answer, 'register', origin);
      if (!asked || cookie === null || asked.loginHash !== hashToken(cookie)) return refuse('wrong-passkey');
      const key = await check.made(answer, { challenge: asked.said, origin });
      if (!key) return refuse('wrong-passkey');
      const row: PasskeyTable = {
        creator_id: creatorId,
        id: parts.newId(),
        person_id: person,
        name,
        rp_id: rpIdOf(origin),
        credential_id: key.credentialId,
        public_key: key.publicKey,
        transports: JSON.stringify(answer.response.transports),
        counter: key.counter,
        created_at: clock(),
        used_at: null,
      };
      const refused = await add(parts, row, cookie);
      return refused ?? listedPasskey(row);
    },
  };
}

/** Keeps it while the login that made it still stands: whoever was revoked while a finger was looked for gets none. */
async function add(parts: PasskeyParts, row: PasskeyTable, cookie: string): Promise<Refusal | null> {
  const { store, creatorId, logins } = parts;
  try {
    return await store.transaction(async (tx) => {
      await awaitTurn(store, tx, creatorId, 'passkeys');
      if (!(await logins.has(cookie, row.person_id, tx))) return refuse('wrong-passkey');
      if ((await readPasskeys(tx, creatorId, row.person_id)).length >= MOST_PASSKEYS)
        return refuse('too-many-passkeys');
      await addPasskey(tx, row);
      return null;
    });
  } catch (error) {
    if (store.isUniqueTaken(error)) return refuse('passkey-known');
    throw error;
  }
}

/** A passkey as its person sees it. */
export function listedPasskey({ id, name, rp_id, created_at, used_at }: PasskeyTable): ListedPasskey {
  const usedAt = used_at === null ? null : toInstant(used_at);
  return { id, name, host: rp_id, createdAt: toInstant(created_at), usedAt };
}

/** A hint for browsers: one that cannot be read is none. */
function transportsOf({ transports }: PasskeyTable): string[] {
  return ownJsonOrNull(Words, transports) ?? [];
}
