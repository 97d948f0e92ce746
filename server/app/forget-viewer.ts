import { plainText } from '../core/booking/plain-text.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { forgetBlockedName } from '../store/blocks.ts';
import { forgetBrowserOf } from '../store/browsers.ts';
import { forgetChatter } from '../store/chat-holds.ts';
import { conversationsOf } from '../store/direct-messages.ts';
import { dropConversation, dropReplies, repliesAt } from '../store/forget-dms.ts';
import { messagesOf } from '../store/messages.ts';
import { dropDraftsTo } from '../store/reply-drafts.ts';
import { forgetPerson } from '../store/requests.ts';
import { newToken } from '../store/secrets.ts';
import { dropUnopened } from '../store/unopened.ts';
import { forgetViewerOf } from '../store/viewers.ts';
import { leaveLine } from '../store/waitlist.ts';
import type { BookingParts } from './booking-parts.ts';
import { forgetLabels } from './labels.ts';
import { hashOf } from './thread-secret.ts';
import type { Turn } from './turn.ts';

/**
 * Takes the person of a request out of every table but the journal: name, contact, words and answers, mails, the hold
 * that a word in the chat made, direct messages, the mark of the browser, what the desk had typed and what it was marked with. Afterwards the thread's address opens nothing.
 * `by-age`: nobody has asked for it, so that what is still in use stays, a block's name and the labels of who has newer requests.
 */
export async function forgetViewer(
  parts: BookingParts,
  turn: Turn,
  request: BookingRequest,
  why: 'asked' | 'by-age' = 'asked',
): Promise<void> {
  const { creatorId } = parts;
  const { tx } = turn;
  await parts.mail?.forget(turn, request.id);
  await forgetDirectMessages(turn, creatorId, request);
  await forgetLabels(parts, turn, request, why);
  const { via, code } = request.terms;
  if (via === 'chat' && code !== null) await forgetChatter(tx, creatorId, code, request.createdAt);
  if (why === 'asked') await forgetBlockedName(tx, creatorId, request.id);
  await forgetViewerOf(tx, creatorId, request.id);
  await forgetBrowserOf(tx, creatorId, request.id);
  await dropDraftsTo(tx, creatorId, request.id);
  await dropUnopened(tx, creatorId, [request.id]);
  await leaveLine(tx, creatorId, request.id);
  // A hash of nothing that was ever handed out: the thread's address is as unknown as any other.
  await forgetPerson(tx, creatorId, request, hashOf(newToken()));
}

/**
 * A reply stands in the thread and in the outbox of its conversation, put there in one turn: by that moment and its words
 * it is found, though the conversation may be about a newer request by now.
 */
async function forgetDirectMessages({ tx }: Turn, creatorId: string, request: BookingRequest): Promise<void> {
  const entries = (await messagesOf(tx, creatorId, [request.id])).get(request.id) ?? [];
  const said = entries.filter(({ author }) => author === 'creator');
  const moments = [...new Set(said.map(({ at }) => at))];
  const replies = await repliesAt(tx, creatorId, moments);
  const own = replies.filter((reply) => said.some(({ at, text }) => at === reply.at && text === plainText(reply.text)));
  await dropReplies(
    tx,
    creatorId,
    own.map(({ id }) => id),
  );
  const conversation = (await conversationsOf(tx, creatorId, [request.id])).get(request.id);
  // Kept for spam, without a word: else erasing would be the way back into the queue.
  if (conversation && request.state !== 'spam') await dropConversation(tx, creatorId, conversation.id);
}
