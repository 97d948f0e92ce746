import { type TikTokAccount, type TikTokMessages, WEBHOOK_REFUSALS } from '../../shared/desk-doors.ts';
import { type EpochMillis, toWireInstant } from '../../shared/time.ts';
import { isRefusal, type Refusal } from '../core/decision.ts';
import { dropEventsBefore } from '../store/direct-messages.ts';
import { countReplies } from '../store/dm-replies.ts';
import type { BookingParts, DmParts } from './booking-parts.ts';
import { accountOf } from './dm-account.ts';
import { type DirectMessage, takeIn } from './dm-inbox.ts';
import { createSender } from './dm-sender.ts';
import type { Turns } from './turn.ts';

export type WebhookRefusal = (typeof WEBHOOK_REFUSALS)[number];

/** Direct messages by TikTok's official interface: in by its webhook, out by its API. */
export interface TikTokDm {
  /** What signatures and events are checked with; null while no key is set. */
  readonly keys: { readonly clientKey: string; readonly clientSecret: string } | null;
  /** Whether an event about that account is about the linked one; all are while none is linked, or where none is named. */
  isOurs(account: string | null): Promise<boolean>;
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
    isOurs: async (about) => {
      const kept = about === null ? null : await account.read();
      return !kept || kept.businessId === about;
    },
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
