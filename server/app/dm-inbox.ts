import { LANGUAGES } from '../../shared/local-text.ts';
import { isClosed } from '../../shared/request-states.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { takenUp, wokenBy } from '../core/desk/snooze.ts';
import { type Conversation, noteEvent, readConversation, writeConversation } from '../store/direct-messages.ts';
import { isOwnMessage, nameReply, replyWithoutId } from '../store/dm-replies.ts';
import { allServices, readBio } from '../store/offers.ts';
import { readRequest } from '../store/requests.ts';
import type { BookingParts } from './booking-parts.ts';
import { offerFor, openRequest } from './open-request.ts';
import { isBlocked } from './person.ts';
import { applyChange } from './request-change.ts';
import { LostRace, type Turn } from './turn.ts';

/** A message of a conversation, as the webhook's edge has read it. */
export interface DirectMessage {
  /** `in`: of the viewer; `out`: the echo of one that the account sent, by Cuedesk or by hand. */
  readonly direction: 'in' | 'out';
  /** Unique for the event; a repeat carries the same. */
  readonly event: string;
  readonly message: string;
  readonly conversation: string;
  /** The name of the viewer there. */
  readonly name: string;
  readonly text: string;
  /** By the provider's clock. */
  readonly at: EpochMillis;
}

/** Who wrote what was sent from TikTok's own app. */
const BY_HAND = { id: 'tiktok', name: 'TikTok' };

/**
 * Takes a message in, once: `repeated` when it was there. All of it is one transaction, so what is answered with 200 is
 * kept. Refuses with `not-found` while there is no offer that a request could be for.
 */
export async function takeIn(
  parts: BookingParts,
  turn: Turn,
  message: DirectMessage,
): Promise<'kept' | 'repeated' | Refusal> {
  const { tx, now } = turn;
  if (!(await readBio(tx, parts.creatorId))) return refuse('not-found');
  if (!(await noteEvent(tx, parts.creatorId, message.event, now))) return 'repeated';
  // Acknowledged, so that it is not sent again; nothing of it is kept.
  if (message.direction === 'in' && (await isBlocked(parts, tx, { conversations: [message.conversation] })))
    return 'kept';
  const conversation = await readConversation(tx, parts.creatorId, message.conversation);
  const refused =
    message.direction === 'in'
      ? await fromViewer(parts, turn, message, conversation)
      : await echo(parts, turn, message, conversation);
  return refused ?? 'kept';
}

async function fromViewer(
  parts: BookingParts,
  turn: Turn,
  message: DirectMessage,
  known: Conversation | null,
): Promise<Refusal | null> {
  const { creatorId } = parts;
  const request = known && (await readRequest(turn.tx, creatorId, known.request));
  const about = request && continues(request) ? await goOn(parts, turn, request, message.text) : null;
  if (isRefusal(about)) return about;
  const id = about ?? (await begin(parts, turn, message));
  if (isRefusal(id)) return id;
  // Messages may come in another order than they were written: the window is counted from the latest.
  const at = Math.min(message.at, turn.now);
  const later = !known || at >= known.lastInAt;
  await writeConversation(turn.tx, creatorId, {
    id: message.conversation,
    request: id,
    lastInAt: later ? at : known.lastInAt,
    replies: later ? 0 : known.replies,
  });
  return null;
}

/** A closed request is over, and what comes next is a new one; but who was marked as spam gets no second place in the queue. */
function continues(request: BookingRequest): boolean {
  return !isClosed(request) || request.state === 'spam';
}

async function goOn(parts: BookingParts, turn: Turn, request: BookingRequest, text: string): Promise<string | Refusal> {
  const service = (await allServices(turn.tx, parts.creatorId)).get(request.service)?.service;
  if (!service) throw new LostRace();
  const done = await applyChange(parts, turn, request, service, {
    ...(request.state === 'waiting' ? { state: 'new' } : {}),
    unread: request.state !== 'spam',
    ...wokenBy(request, turn.now),
    say: [{ author: 'viewer', text }],
  });
  return isRefusal(done) ? done : request.id;
}

async function begin(parts: BookingParts, turn: Turn, message: DirectMessage): Promise<string | Refusal> {
  const service = await offerFor(parts, turn, undefined);
  if (isRefusal(service)) return service;
  const bio = await readBio(turn.tx, parts.creatorId);
  // TikTok does not say which language the viewer reads: the creator's first one that Cuedesk speaks.
  const language = LANGUAGES.find((one) => bio?.draft.languages.some((spoken) => spoken.startsWith(one))) ?? 'en';
  const made = await openRequest(parts, turn, {
    service,
    start: null,
    name: message.name || 'TikTok',
    text: message.text,
    language,
    zone: null,
    region: null,
    contact: null,
    via: 'tiktok',
    code: null,
    bookedBy: null,
  });
  return isRefusal(made) ? made : made.id;
}

/** An echo of what Cuedesk sent names the reply's id; one of what was written in TikTok's app stands in the thread too. */
async function echo(
  parts: BookingParts,
  turn: Turn,
  message: DirectMessage,
  known: Conversation | null,
): Promise<Refusal | null> {
  const { creatorId } = parts;
  const { tx } = turn;
  if (!known || (await isOwnMessage(tx, creatorId, message.message))) return null;
  const own = await replyWithoutId(tx, creatorId, known.id, message.text);
  if (own) {
    await nameReply(tx, creatorId, own, message.message);
    turn.touched.add(known.request);
    return null;
  }
  await writeConversation(tx, creatorId, { ...known, replies: known.replies + 1 });
  const request = await readRequest(tx, creatorId, known.request);
  const service = request && (await allServices(tx, creatorId)).get(request.service)?.service;
  if (!request || !service) return null;
  const done = await applyChange(parts, turn, request, service, {
    ...(request.state === 'new' ? { state: 'waiting' } : {}),
    unread: false,
    ...takenUp(request),
    say: [{ author: 'creator', text: message.text, by: BY_HAND }],
  });
  return isRefusal(done) ? done : null;
}
