import type { EpochMillis } from '../../shared/time.ts';
import type { PasskeyCheck } from '../core/passkeys.ts';
import type { Store } from '../store/store.ts';
import type { Access } from './access.ts';
import type { PasskeyChallenges } from './passkey-challenges.ts';

/** What passkeys are made and used with, at any door. */
export interface PasskeyDeps {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  readonly newId: () => string;
  readonly logins: Access['logins'];
  readonly check: PasskeyCheck;
}

/** The same at one door. */
export interface PasskeyParts extends PasskeyDeps {
  readonly challenges: PasskeyChallenges;
}
