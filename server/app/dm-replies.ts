import type { RequestChannel } from '../../shared/desk-doors.ts';
import { toWireInstant } from '../../shared/time.ts';
import { repliesLeft, replyRefusal, windowEndsAt } from '../core/booking/dm-limits.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { conversationsOf, writeConversation } from '../store/direct-messages.ts';
import { addReply, unsentReplies } from '../store/dm-replies.ts';
import { readSetting } from '../store/settings.ts';
import type { Db, Tx } from '../store/store.ts';
import type { BookingParts } from './booking-parts.ts';
import type { Turn } from './turn.ts';

/** The setting that holds the linked account. */
export const ACCOUNT = 'tiktok-account';

/**
 * Puts a reply of the desk into the outbox of its conversation, in the transaction that keeps it in the thread. Does
 * nothing for a request that came by another door. Refuses with `reply-window-closed`, `replies-used-up` or
 * `reply-not-linked`: then nothing is kept at all, so that the thread never holds what the viewer will not get.
 */
export async function queueReply(
  parts: BookingParts,
  { tx, now }: Turn,
  request: string,
  text: string,
): Promise<Refusal | null> {
  const { creatorId } = parts;
  const conversation = (await conversationsOf(tx, creatorId, [request])).get(request);
  if (!conversation) return null;
  if ((await readSetting(tx, creatorId, ACCOUNT)) == null) return refuse('reply-not-linked');
  const refused = replyRefusal(conversation, now);
  if (refused) return refused;
  await writeConversation(tx, creatorId, { ...conversation, replies: conversation.replies + 1 });
  await addReply(tx, creatorId, { id: parts.newId(), conversation: conversation.id, text }, now);
  return null;
}

/** The channels of these requests, by request. */
export async function channelsOf(
  db: Db | Tx,
  creatorId: string,
  requests: ReadonlyArray<string>,
): Promise<Map<string, RequestChannel>> {
  const conversations = await conversationsOf(db, creatorId, requests);
  const ids = [...conversations.values()].map(({ id }) => id);
  const unsent = Map.groupBy(await unsentReplies(db, creatorId, ids), ({ conversation }) => conversation);
  return new Map(
    [...conversations].map(([request, conversation]): [string, RequestChannel] => {
      const replies = unsent.get(conversation.id) ?? [];
      return [
        request,
        {
          type: 'tiktok',
          windowEndsAt: toWireInstant(windowEndsAt(conversation)),
          repliesLeft: repliesLeft(conversation),
          waiting: replies.filter(({ state }) => state === 'waiting').length,
          // A failure of the time before the viewer's last message is the past.
          trouble: replies.findLast(({ createdAt }) => createdAt >= conversation.lastInAt)?.trouble ?? null,
        },
      ];
    }),
  );
}
