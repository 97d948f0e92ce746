import type { ChatWord } from '../../shared/chat-word.ts';
import { nameOf } from '../../shared/events.ts';
import { LANGUAGES } from '../../shared/local-text.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { aliveChatHolds } from '../store/chat-holds.ts';
import { readJournal } from '../store/journal.ts';
import type { BookingParts } from './booking-parts.ts';
import { endLapsed, holdNextFree } from './chat-hold-made.ts';
import { timedServices } from './licences.ts';
import { isBlocked } from './person.ts';
import type { Turn } from './turn.ts';

/** What is held by hand counts for no session: the limits of the word are there against a storm of words. */
const BY_HAND = 'by-hand';

/**
 * Holds the next free time of the first offer for who wrote a comment and answers its code; who has a hold keeps that
 * one. Refuses with `not-found` (no such comment, or nothing is offered), `blocked` and `slot-not-offered`.
 */
export async function holdForComment(
  parts: BookingParts,
  turn: Turn,
  seq: number,
  { holdMinutes }: Pick<ChatWord, 'holdMinutes'>,
): Promise<string | Refusal> {
  const { creatorId } = parts;
  const { tx, now } = turn;
  const [entry] = await readJournal(tx, creatorId, seq - 1, 1);
  if (entry?.seq !== seq || entry.type !== 'chat') return refuse('not-found');
  const viewer = entry.user.id;
  if (await isBlocked(parts, tx, { viewers: [viewer] })) return refuse('blocked');
  await endLapsed(tx, creatorId, now);
  const own = (await aliveChatHolds(tx, creatorId, now)).find((hold) => hold.viewer === viewer);
  if (own) return own.code;
  const [service] = await timedServices(tx, creatorId);
  if (!service) return refuse('not-found');
  const named = entry.chat.language?.toLowerCase() ?? '';
  return holdNextFree(parts, turn, {
    // One comment may lead to several in time: each is an event of its own.
    event: { source: BY_HAND, id: parts.newId() },
    viewer,
    name: nameOf(entry.user),
    language: LANGUAGES.find((language) => named.startsWith(language)) ?? LANGUAGES[0],
    session: BY_HAND,
    service,
    minutes: holdMinutes,
  });
}
