import { type TikTokAccount, type TikTokMessages, WEBHOOK_REFUSALS } from '../../shared/desk-doors.ts';
import { type EpochMillis, toWireInstant } from '../../shared/time.ts';
import { isRefusal, type Refusal } from '../core/decision.ts';
import { countReplies, dropEventsBefore } from '../store/direct-messages.ts';
import { ensureCreator } from '../store/offers.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import type { DmApi, Tokens } from '../tiktok-dm/client.ts';
import type { BookingParts, Turns } from './booking-turn.ts';
import { type DirectMessage, takeIn } from './dm-inbox.ts';
import { ACCOUNT } from './dm-replies.ts';
import { createSender } from './dm-sender.ts';

/** What direct messages of TikTok are built on; null in `BookingParts` while no key is in the environment. */
export interface DmParts {
  readonly api: DmApi;
  readonly clientKey: string;
  readonly clientSecret: string;
  /** Encrypts the tokens for the store. */
  readonly box: { seal(text: string): string; open(sealed: string): string | null };
}

export type WebhookRefusal = (typeof WEBHOOK_REFUSALS)[number];

/** Direct messages by TikTok's official interface: in by its webhook, out by its API. */
export interface TikTokDm {
  /** What signatures and events are checked with; null while no key is set. */
  readonly keys: { readonly clientKey: string; readonly clientSecret: string } | null;
  receive(message: DirectMessage): Promise<'kept' | 'repeated' | Refusal>;
  /** TikTok took the access away (`authorization.removed`): the tokens are forgotten. */
  forget(): Promise<void>;
  /** Counts a call of the webhook that was turned away. */
  refused(why: WebhookRefusal): void;
  state(): Promise<Omit<TikTokMessages, 'webhook'>>;
  /** Links an account; null unlinks it. */
  link(account: TikTokAccount | null): Promise<null | Refusal>;
  /** Sends what is due. One run at a time; to be called every few seconds and after a reply. Never rejects. */
  deliver(): Promise<void>;
  close(): Promise<void>;
}

/** The account as it is kept. Tokens are sealed; `signedOut`: TikTok refuses them. */
export interface KeptAccount {
  readonly businessId: string;
  readonly refreshToken: string;
  readonly accessToken: string | null;
  readonly accessUntil: EpochMillis;
  readonly signedOut: boolean;
}

/** TikTok repeats an event for 72 hours. */
const EVENTS_KEPT_MS = 7 * 24 * 60 * 60_000;
const FORGET_EVERY_MS = 60 * 60_000;

export function createTikTokDm(parts: BookingParts, turns: Turns, dm: DmParts | null): TikTokDm {
  const { store, creatorId, clock } = parts;
  const counts = { received: 0, repeated: 0, refused: new Map<WebhookRefusal, number>() };
  let lastReceivedAt: EpochMillis | null = null;
  let lastRefusedAt: EpochMillis | null = null;
  let forgottenAt = 0;
  const account = accountOf(parts, dm);
  const sender = dm ? createSender(parts, turns, dm, account) : null;

  async function forgetOldEvents(): Promise<void> {
    if (clock() - forgottenAt < FORGET_EVERY_MS) return;
    forgottenAt = clock();
    await dropEventsBefore(store.db, creatorId, clock() - EVENTS_KEPT_MS);
  }

  return {
    keys: dm,
    receive: async (message) => {
      const taken = await turns.change((turn) => takeIn(parts, turn, message));
      if (isRefusal(taken)) return taken;
      counts[taken === 'kept' ? 'received' : 'repeated'] += 1;
      lastReceivedAt = clock();
      return taken;
    },
    forget: () => account.write(null),
    refused: (why) => {
      counts.refused.set(why, (counts.refused.get(why) ?? 0) + 1);
      lastRefusedAt = clock();
    },
    state: async () => {
      const kept = await account.read();
      const wire = (at: EpochMillis | null) => (at === null ? null : toWireInstant(at));
      return {
        state: !dm ? 'unset' : !kept ? 'unlinked' : kept.signedOut ? 'signed-out' : 'linked',
        businessId: kept?.businessId ?? null,
        lastReceivedAt: wire(lastReceivedAt),
        received: counts.received,
        repeated: counts.repeated,
        refused: Object.fromEntries(WEBHOOK_REFUSALS.map((why) => [why, counts.refused.get(why) ?? 0])) as Record<
          WebhookRefusal,
          number
        >,
        lastRefusedAt: wire(lastRefusedAt),
        ...(await countReplies(store.db, creatorId)),
      };
    },
    link: async (next) => {
      await account.write(next && { ...next, accessToken: null, accessUntil: 0, signedOut: false });
      return null;
    },
    deliver: async () => {
      try {
        await forgetOldEvents();
        await sender?.run();
      } catch (error) {
        parts.onFault(error);
      }
    },
    close: async () => sender?.close(),
  };
}

/** The linked account in the store. */
export interface Account {
  read(): Promise<KeptAccount | null>;
  write(account: KeptAccount | null): Promise<void>;
  /** Keeps new tokens, unless the account was changed meanwhile. */
  renew(before: KeptAccount, tokens: Tokens): Promise<KeptAccount>;
}

function accountOf(parts: BookingParts, dm: DmParts | null): Account {
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
