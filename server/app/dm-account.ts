import type { EpochMillis } from '../../shared/time.ts';
import { ensureCreator } from '../store/offers.ts';
import { readSetting, replaceSetting, writeSetting } from '../store/settings.ts';
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
  const opened = (sealed: unknown): KeptAccount | null => {
    const text = typeof sealed === 'string' && dm ? dm.box.open(sealed) : null;
    return text === null ? null : (JSON.parse(text) as KeptAccount);
  };
  const sealedOf = (account: KeptAccount | null) => (account && dm ? dm.box.seal(JSON.stringify(account)) : null);
  /** Only over the very value that was looked at: a removal that came during a call to TikTok stands. */
  const replace = (before: KeptAccount, next: KeptAccount) =>
    store.transaction(async (tx) => {
      const sealed = await readSetting(tx, creatorId, ACCOUNT);
      if (opened(sealed)?.refreshToken !== before.refreshToken) return null;
      const values = { before: sealed, after: sealedOf(next) };
      return (await replaceSetting(tx, creatorId, ACCOUNT, values, clock())) ? next : null;
    });
  return {
    read: async () => opened(await readSetting(store.db, creatorId, ACCOUNT)),
    write: (account) =>
      store.transaction(async (tx) => {
        await ensureCreator(tx, creatorId, clock());
        await writeSetting(tx, creatorId, ACCOUNT, sealedOf(account), clock());
      }),
    renew: (before, { accessToken, refreshToken, expiresInSeconds }) => {
      const accessUntil = clock() + expiresInSeconds * 1000;
      const { businessId } = before;
      return replace(before, { businessId, refreshToken, accessToken, accessUntil, signedOut: false });
    },
    signOut: async (before) => void (await replace(before, { ...before, signedOut: true })),
  };
}
