import type { EpochMillis } from '../../shared/time.ts';
import { ensureCreator } from '../store/offers.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/store.ts';
import type { Tokens } from '../tiktok-dm/client.ts';
import type { BookingParts, DmParts } from './booking-parts.ts';
import { ACCOUNT } from './dm-replies.ts';

/** The account as it is kept. Tokens are sealed; `signedOut`: TikTok refuses them. */
export interface KeptAccount {
  readonly businessId: string;
  readonly refreshToken: string;
  readonly accessToken: string | null;
  readonly accessUntil: EpochMillis;
  readonly signedOut: boolean;
}

/** The linked account in the store. */
export interface Account {
  read(): Promise<KeptAccount | null>;
  write(account: KeptAccount | null): Promise<void>;
  /** Keeps new tokens. Null, with nothing kept, when the account was unlinked, removed or changed meanwhile. */
  renew(before: KeptAccount, tokens: Tokens): Promise<KeptAccount | null>;
  /** TikTok takes these tokens no more. Nothing when they are not the account's any longer. */
  signOut(before: KeptAccount): Promise<void>;
}

export function accountOf(parts: BookingParts, dm: DmParts | null): Account {
  const { store, creatorId, clock } = parts;
  const readIn = async (db: Db | Tx): Promise<KeptAccount | null> => {
    const sealed = await readSetting(db, creatorId, ACCOUNT);
    const text = typeof sealed === 'string' && dm ? dm.box.open(sealed) : null;
    return text === null ? null : (JSON.parse(text) as KeptAccount);
  };
  const writeIn = async (tx: Tx, account: KeptAccount | null) => {
    await ensureCreator(tx, creatorId, clock());
    const sealed = account && dm ? dm.box.seal(JSON.stringify(account)) : null;
    await writeSetting(tx, creatorId, ACCOUNT, sealed, clock());
  };
  /** In one transaction with the look at what is kept: a removal that came during a call to TikTok stands. */
  const replace = (before: KeptAccount, next: KeptAccount) =>
    store.transaction(async (tx) => {
      if ((await readIn(tx))?.refreshToken !== before.refreshToken) return null;
      await writeIn(tx, next);
      return next;
    });
  return {
    read: () => readIn(store.db),
    write: (account) => store.transaction((tx) => writeIn(tx, account)),
    renew: (before, { accessToken, refreshToken, expiresInSeconds }) => {
      const accessUntil = clock() + expiresInSeconds * 1000;
      const { businessId } = before;
      return replace(before, { businessId, refreshToken, accessToken, accessUntil, signedOut: false });
    },
    signOut: async (before) => void (await replace(before, { ...before, signedOut: true })),
  };
}
