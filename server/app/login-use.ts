import type { EpochMillis } from '../../shared/time.ts';
import { findLogin, prolongLogin } from '../store/logins.ts';
import { hashToken } from '../store/secrets.ts';
import type { Store } from '../store/store.ts';
import type { Person } from './signed-in.ts';

/** How long a browser stays signed in without being used. */
export const LOGIN_MS = 30 * 24 * 3_600_000;

/** Who calls by a cookie; `renewedSeconds` is how long it is good from now on, where it was just given more time. */
export interface UsedLogin {
  readonly person: Person;
  readonly renewedSeconds: number | null;
}

/** A person whose time has not ended; `until` null: no end. */
export interface Standing {
  readonly person: Person;
  readonly until: EpochMillis | null;
}

/** Logins as calls use them. `standing` answers who somebody is now, null when their time has ended. */
export function createLoginUse(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  standing: (personId: string) => Promise<Standing | null>;
}) {
  const { store, creatorId, clock } = deps;

  /**
   * The person of a cookie that calls. A login that is used in its last half has its whole time again, though never more
   * than its person has left. Null for nobody, and for whom `admits` does not know: that login is left as it is.
   */
  return async function useLogin(
    cookie: string,
    admits: (person: Person) => boolean = () => true,
  ): Promise<UsedLogin | null> {
    const now = clock();
    const hash = hashToken(cookie);
    const login = await findLogin(store.db, creatorId, hash, 'login', now);
    const found = login ? await deps.standing(login.person_id) : null;
    if (!login || !found || !admits(found.person)) return null;
    const until = Math.min(now + LOGIN_MS, found.until ?? Number.POSITIVE_INFINITY);
    // One that lasts until its person's end already is not written anew with each call.
    const isAgeing = login.expires_at - now <= LOGIN_MS / 2 && login.expires_at < until;
    const isRenewed = isAgeing && (await prolongLogin(store.db, creatorId, hash, { now, until }));
    return { person: found.person, renewedSeconds: isRenewed ? Math.ceil((until - now) / 1000) : null };
  };
}
