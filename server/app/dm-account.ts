import type { EpochMillis } from '../../shared/time.ts';
import { ensureCreator } from '../store/offers.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
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
  /** Keeps new tokens, unless the account was changed meanwhile. */
  renew(before: KeptAccount, tokens: Tokens): Promise<KeptAccount>;
}

export function accountOf(parts: BookingParts, dm: DmParts | null): Account {
  const { store, creatorId, clock } = parts;
  const read = async (): Promise<KeptAccount | null> => {
    const sealed = await readSetting(store.db, creatorId, ACCOUNT);
    const text = typeof sealed === 'string' && dm ? dm.box.open(sealed) : null;
    return text === null ? null : (JSON.parse(text) as KeptAccount);
  };
  const write = async (account: KeptAccount | null) => {
    await store.transaction(async (tx) => {
      await ensureCreator(tx, creatorId, clock());
      const sealed = account && dm ? dm.box.seal(JSON.stringify(account)) : null;
      await writeSetting(tx, creatorId, ACCOUNT, sealed, clock());
    });
  };
  return {
    read,
    write,
    renew: async (before, { accessToken, refreshToken, expiresInSeconds }) => {
      const accessUntil = clock() + expiresInSeconds * 1000;
      const next = { businessId: before.businessId, refreshToken, accessToken, accessUntil, signedOut: false };
      const now = await read();
      if (now?.refreshToken === before.refreshToken) await write(next);
      return next;
    },
  };
}
