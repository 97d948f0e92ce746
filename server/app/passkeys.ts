import type {
  ListedPasskey,
  PasskeyCreation,
  PasskeyMade,
  PasskeyProof,
  PasskeyRequest,
} from '../../shared/passkeys.ts';
import { networkOf } from '../core/caller.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { requestOptions, rpIdOf } from '../core/passkeys.ts';
import { hasPasskeyAt, readPasskeys, removePasskey, renamePasskey } from '../store/passkeys.ts';
import { createPasskeyChallenges } from './passkey-challenges.ts';
import { listedPasskey, passkeyMaking } from './passkey-making.ts';
import type { PasskeyDeps, PasskeyParts } from './passkey-parts.ts';
import { passkeySignIn } from './passkey-sign-in.ts';
import type { Person, SignedIn } from './signed-in.ts';

/** A door at which passkeys are made and used. */
export interface PasskeyDoor {
  /** Tells its limits and challenges from another door's. */
  readonly name: string;
  /** Whether it lets anybody in at all. */
  readonly isOpen: () => boolean;
  /** The exact addresses of its pages at which a passkey can be made and used. */
  readonly addresses: () => string[];
  /** Whom it knows. */
  readonly admits: (role: Person['role']) => boolean;
}

/** Who has a passkey made, named or taken away: from a login or the owner's token, on a page of that address if on any. */
export interface PasskeyCaller {
  readonly person: Person;
  readonly cookie: string | null;
  readonly origin: string | null;
}

/** Passkeys as one door has them. */
export type Passkeys = ReturnType<ReturnType<typeof createPasskeys>>;

/**
 * Passkeys of people, beside the printed link, the password and invitations; each person's own, and gone when the person
 * is revoked. Answers what makes a door's part of them: its limits and challenges are its own, so that whoever uses up
 * those of the public door is in nobody's way at the private one.
 */
export function createPasskeys(deps: PasskeyDeps) {
  const { store, creatorId, logins } = deps;

  /** `origin` is the address of the page that asks, by its own header, and null when there is none. */
  return (door: PasskeyDoor) => {
    const parts: PasskeyParts = { ...deps, challenges: createPasskeyChallenges({ ...deps, door: door.name }) };
    const making = passkeyMaking(parts);
    const signIn = passkeySignIn(parts);
    const isOurs = (origin: string | null): origin is string => origin !== null && door.addresses().includes(origin);
    return {
      isOpen: door.isOpen,
      addresses: door.addresses,

      list: async (person: Person): Promise<ListedPasskey[]> =>
        (await readPasskeys(store.db, creatorId, logins.idOf(person))).map(listedPasskey),

      /** Whether a passkey of somebody whom this door knows can be tried at a host name. */
      isOffered: (host: string): Promise<boolean> => hasPasskeyAt(store.db, creatorId, host, door.admits('owner')),

      /** What a browser is asked to sign in. Refuses with `passkey-elsewhere`. */
      async beginSignIn(origin: string | null, address: string | null): Promise<PasskeyRequest | Refusal> {
        if (!isOurs(origin)) return refuse('passkey-elsewhere');
        return requestOptions(
          await parts.challenges.make('sign-in', origin, { address: address && networkOf(address) }),
          rpIdOf(origin),
        );
      },

      /** Signs a person in; refuses as {@link passkeySignIn} does, and with `passkey-elsewhere`. */
      async signIn(answer: PasskeyProof, origin: string | null, address: string | null): Promise<SignedIn | Refusal> {
        if (!isOurs(origin)) return refuse('passkey-elsewhere');
        return signIn(answer, { origin, address, admits: door.admits });
      },

      /** What a browser is asked to make a passkey. Refuses as {@link passkeyMaking} does, and with `passkey-elsewhere`. */
      async beginRegistration({ person, cookie, origin }: PasskeyCaller): Promise<PasskeyCreation | Refusal> {
        if (!isOurs(origin)) return refuse('passkey-elsewhere');
        return making.begin({ person: logins.idOf(person), cookie, origin });
      },

      /** Keeps a passkey that was made. Refuses as {@link passkeyMaking} does, and with `passkey-elsewhere`. */
      async register(
        name: string,
        answer: PasskeyMade,
        { person, cookie, origin }: PasskeyCaller,
      ): Promise<ListedPasskey | Refusal> {
        if (!isOurs(origin)) return refuse('passkey-elsewhere');
        return making.keep(name, answer, { person: logins.idOf(person), cookie, origin });
      },

      /** Refuses with `not-found`, another person's too. */
      rename: async (id: string, name: string, { person }: Pick<PasskeyCaller, 'person'>): Promise<Refusal | null> =>
        (await renamePasskey(store.db, creatorId, { id, person: logins.idOf(person) }, name))
          ? null
          : refuse('not-found'),

      /**
       * Takes a passkey away, and ends every login of its person but the one of that cookie: it may be in other hands, and
       * so may what was signed in by it. Refuses with `not-found`, another person's too.
       */
      async remove(id: string, { person, cookie }: Omit<PasskeyCaller, 'origin'>): Promise<Refusal | null> {
        const whose = logins.idOf(person);
        const gone = await store.transaction(async (tx) => {
          if (!(await removePasskey(tx, creatorId, { id, person: whose }))) return false;
          await logins.endAll(tx, whose, cookie);
          return true;
        });
        if (!gone) return refuse('not-found');
        logins.changed();
        return null;
      },
    };
  };
}
