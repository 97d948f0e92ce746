import type { EpochMillis } from '../../shared/time.ts';
import { nextTry, windowEndsAt } from '../core/booking/dm-limits.ts';
import { readConversation, writeConversation } from '../store/direct-messages.ts';
import { dueReplies, leaseReply, type Reply, type ReplyTrouble, settleReply } from '../store/dm-replies.ts';
import type { SendAnswer } from '../tiktok-dm/client.ts';
import type { BookingParts, DmParts } from './booking-parts.ts';
import type { Account, KeptAccount } from './dm-account.ts';
import type { Turns } from './turn.ts';

/** Longer than any call may last: a program that died while sending leaves the reply to the next. */
const LEASE_MS = 60_000;
/** A token that ends within this is renewed first. */
const TOKEN_MARGIN_MS = 5 * 60_000;

/**
 * Sends the replies of the outbox, each conversation in order. A reply without an answer may have arrived: it is tried
 * again after half a minute only, and an echo that comes meanwhile settles it. What cannot arrive any more is `failed`.
 */
export function createSender(parts: BookingParts, turns: Turns, dm: DmParts, account: Account) {
  const { store, creatorId, clock } = parts;
  const stop = new AbortController();
  let running: Promise<void> | null = null;
  let again = false;

  async function run(): Promise<void> {
    do {
      again = false;
      const due = await dueReplies(store.db, creatorId, clock());
      for (const reply of due) {
        if (stop.signal.aborted) return;
        again = (await send(reply)) || again;
      }
    } while (again && !stop.signal.aborted);
  }

  /** True when there is more to send at once: the next of the conversation, or the same with a new token. */
  async function send(reply: Reply): Promise<boolean> {
    const leased = await store.transaction((tx) => leaseReply(tx, creatorId, reply, clock() + LEASE_MS));
    if (!leased) return false;
    const conversation = await readConversation(store.db, creatorId, reply.conversation);
    if (!conversation || clock() >= windowEndsAt(conversation)) return settle(reply, 'window-closed', null);
    const kept = await account.read();
    if (!kept || kept.signedOut) return settle(reply, 'signed-out', null);
    const fresh = await withFreshToken(kept);
    if (fresh === 'signed-out') return settle(reply, 'signed-out', null);
    if (fresh === 'unanswered') return settle(reply, 'unanswered', nextTry(reply.tries + 1, clock()));
    const answer = await dm.api.send(
      { token: fresh.accessToken, businessId: fresh.businessId, conversation: reply.conversation, text: reply.text },
      stop.signal,
    );
    return settleBy(reply, answer, fresh);
  }

  async function settleBy(reply: Reply, answer: SendAnswer, used: KeptAccount): Promise<boolean> {
    switch (answer.type) {
      case 'sent':
        await settled(reply, { state: 'sent', message: answer.message });
        return true;
      case 'refused':
        return settle(reply, answer.why, null);
      case 'token-refused':
        // Ended early: the next try renews it first.
        await account.renew(used, { ...used, accessToken: '', expiresInSeconds: 0 });
        return settle(reply, 'unanswered', reply.tries < 2 ? clock() : nextTry(reply.tries + 1, clock()));
      case 'unanswered':
        return settle(reply, 'unanswered', nextTry(reply.tries + 1, clock()));
    }
  }

  async function settle(reply: Reply, trouble: ReplyTrouble, nextAt: EpochMillis | null): Promise<boolean> {
    const to = nextAt === null ? { state: 'failed' as const, nextAt: 0 } : { state: 'waiting' as const, nextAt };
    await settled(reply, { ...to, trouble });
    return nextAt !== null && nextAt <= clock();
  }

  /** The desk shows what became of it. */
  async function settled(reply: Reply, to: Parameters<typeof settleReply>[3]): Promise<void> {
    await turns.change(async (turn) => {
      const changed = await settleReply(turn.tx, creatorId, reply.id, to);
      const conversation = await readConversation(turn.tx, creatorId, reply.conversation);
      if (!conversation) return null;
      turn.touched.add(conversation.request);
      // What TikTok never took does not count against its limit.
      if (changed && to.state === 'failed' && reply.createdAt >= conversation.lastInAt && conversation.replies > 0) {
        await writeConversation(turn.tx, creatorId, { ...conversation, replies: conversation.replies - 1 });
      }
      return null;
    });
  }

  async function withFreshToken(
    kept: KeptAccount,
  ): Promise<(KeptAccount & { readonly accessToken: string }) | 'signed-out' | 'unanswered'> {
    const { accessToken } = kept;
    if (accessToken && kept.accessUntil - clock() > TOKEN_MARGIN_MS) return { ...kept, accessToken };
    const answer = await dm.api.refresh(kept.refreshToken, stop.signal);
    if (answer.type === 'unanswered') return 'unanswered';
    if (answer.type === 'refused') {
      await account.signOut(kept);
      return 'signed-out';
    }
    const renewed = await account.renew(kept, answer.tokens);
    if (renewed) return { ...renewed, accessToken: answer.tokens.accessToken };
    // Linked anew, or renewed by another program, the account goes on: the next try finds its tokens.
    const now = await account.read();
    return now && !now.signedOut ? 'unanswered' : 'signed-out';
  }

  return {
    /** A call during a run makes that one look again. */
    run(): Promise<void> {
      if (running !== null) again = true;
      running ??= run().finally(() => {
        running = null;
      });
      return running;
    },
    async close(): Promise<void> {
      stop.abort();
      await running?.catch(() => undefined);
    },
  };
}
