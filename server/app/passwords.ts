import { argon2, randomBytes, timingSafeEqual } from 'node:crypto';
import { promisify } from 'node:util';
import type { EpochMillis } from '../../shared/time.ts';
import { networkOf } from '../core/caller.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { createGuesses } from '../core/guesses.ts';
import { removeLoginsOf } from '../store/logins.ts';
import { holdPassword, readPasswordHash, writePasswordHash } from '../store/people.ts';
import type { Store, Tx } from '../store/store.ts';

/** OWASP's Password Storage Cheat Sheet, argon2id: 19 MiB, two passes, one lane. The unit of `memory` is KiB. */
const COST = { memory: 19_456, passes: 2, parallelism: 1, tagLength: 32 } as const;
const derive = promisify(argon2);

interface Hash {
  readonly memory: number;
  readonly passes: number;
  readonly parallelism: number;
  readonly nonce: Buffer;
  readonly tag: Buffer;
}

/** What is kept of a password, in the PHC string format. Made off the main thread. */
export async function hashPassword(password: string): Promise<string> {
  const nonce = randomBytes(16);
  const tag = await derive('argon2id', { message: password.normalize('NFKC'), nonce, ...COST });
  const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/=+$/, '');
  const { memory, passes, parallelism } = COST;
  return `$argon2id$v=19$m=${memory},t=${passes},p=${parallelism}$${base64(nonce)}$${base64(tag)}`;
}

/** Whether it is the password; takes as long for a wrong one. A hash that cannot be read fits none. */
export async function isPassword(password: string, kept: string): Promise<boolean> {
  const hash = parseHash(kept);
  if (!hash) return false;
  const { tag, ...cost } = hash;
  const made = await derive('argon2id', { message: password.normalize('NFKC'), tagLength: tag.length, ...cost });
  return timingSafeEqual(made, tag);
}

function parseHash(kept: string): Hash | null {
  const found = /^\$argon2id\$v=19\$m=(\d+),t=(\d+),p=(\d+)\$([\w+/]+)\$([\w+/]{22,})$/.exec(kept);
  if (!found) return null;
  const [, memory, passes, parallelism, nonce, tag] = found;
  return {
    memory: Number(memory),
    passes: Number(passes),
    parallelism: Number(parallelism),
    nonce: Buffer.from(nonce ?? '', 'base64'),
    tag: Buffer.from(tag ?? '', 'base64'),
  };
}

/** The owner's password. */
export function createPasswords(deps: { store: Store; creatorId: string; personId: string; clock: () => EpochMillis }) {
  const { store, creatorId, personId, clock } = deps;
  const guesses = createGuesses();
  /** Verified against where no password is set, so that the time does not tell. */
  const nobodys = hashPassword(randomBytes(16).toString('hex'));
  const read = () => readPasswordHash(store.db, creatorId, personId);

  return {
    isSet: async (): Promise<boolean> => (await read()) !== null,

    /**
     * Does `then` for whom it is the password, in one transaction in which it still is: a change that came while it was
     * compared ends what `then` made, or makes it a wrong one. Refuses with `wrong-password`, or with `too-many` before it
     * is even compared.
     */
    async check<T>(password: string, address: string, then: (tx: Tx) => Promise<T>): Promise<T | Refusal> {
      const names = [`account ${personId}`, `address ${networkOf(address)}`];
      if (!guesses.take(names, clock())) return refuse('too-many');
      const kept = await read();
      const fits = await isPassword(password, kept ?? (await nobodys));
      if (!fits || kept === null) return refuse('wrong-password');
      guesses.giveBack(names);
      return store.transaction(async (tx) =>
        (await holdPassword(tx, creatorId, personId, kept)) ? then(tx) : refuse('wrong-password'),
      );
    },

    /** Keeps a password, or none, and ends every login of the person but the one of that hash. */
    async set(password: string | null, but: string | null): Promise<void> {
      const hash = password === null ? null : await hashPassword(password);
      await store.transaction(async (tx) => {
        await writePasswordHash(tx, creatorId, personId, hash);
        await removeLoginsOf(tx, creatorId, personId, { kind: 'login', but });
      });
    },
  };
}
