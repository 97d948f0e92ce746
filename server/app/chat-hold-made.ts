import { randomBytes } from 'node:crypto';
import type { Service } from '../../shared/booking.ts';
import type { ChatWord } from '../../shared/chat-word.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type ChatAsk, chatLimit, offerNamed } from '../core/booking/chat-ask.ts';
import { codeOf } from '../core/booking/chat-code.ts';
import { plainText } from '../core/booking/plain-text.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import {
  addChatHold,
  countChatHolds,
  dropChatHoldsBefore,
  endLapsedChatHolds,
  isCodeAlive,
} from '../store/chat-holds.ts';
import { takeSeat } from '../store/seats.ts';
import { newToken } from '../store/secrets.ts';
import type { BookingParts } from './booking-parts.ts';
import { freeSlots } from './calendar.ts';
import { timedServices } from './licences.ts';
import { namedIn } from './offered.ts';
import { isBlocked } from './person.ts';
import { seatAsk } from './request-change.ts';
import { LostRace, type Turn } from './turn.ts';

/** How long it is known who typed the word: longer than any session and any cooldown. */
export const REMEMBERED_MS = 72 * 60 * 60_000;
const CODE_TRIES = 20;
/** What a request takes of a name. */
const LONGEST_NAME = 80;
/** How far ahead a free time is looked for, until there is one. */
const LOOKED_AT_DAYS = [3, 14, 62];

/** Ends the holds whose time is over, and forgets those of long ago. */
export async function endLapsed(tx: Turn['tx'], creatorId: string, now: EpochMillis): Promise<void> {
  await endLapsedChatHolds(tx, creatorId, now);
  await dropChatHoldsBefore(tx, creatorId, now - REMEMBERED_MS);
}

/** Holds the next free seat for a viewer who typed the word and answers its code. */
export async function makeHold(
  parts: BookingParts,
  turn: Turn,
  ask: ChatAsk,
  session: string,
  word: ChatWord,
): Promise<string | Refusal> {
  const { creatorId } = parts;
  const { tx, now } = turn;
  if (await isBlocked(parts, tx, { viewers: [ask.viewer] })) return refuse('blocked');
  await endLapsed(tx, creatorId, now);
  const facts = await countChatHolds(tx, creatorId, { session, viewer: ask.viewer, event: ask.event });
  const limit = chatLimit(facts, word, now);
  if (limit) return refuse(limit);
  const offered = await timedServices(tx, creatorId);
  const service = offerNamed(offered, ask.offer) ?? (await namedIn(tx, creatorId, offered, ask.offer));
  if (!service) return refuse('not-found');
  return holdNextFree(parts, turn, { ...ask, session, service, minutes: word.holdMinutes });
}

/** What is held: the next free time of an offer, for so long, for one viewer. */
export interface WantedHold extends Omit<ChatAsk, 'offer'> {
  /** The live session that it counts for. */
  readonly session: string;
  readonly service: Service;
  readonly minutes: number;
}

/** Holds the next free seat and answers its code. Refuses with `slot-not-offered` when there is none. */
export async function holdNextFree(parts: BookingParts, turn: Turn, wanted: WantedHold): Promise<string | Refusal> {
  const { creatorId } = parts;
  const { tx, now } = turn;
  const { event, viewer, language, session, service } = wanted;
  const expiresAt = now + wanted.minutes * 60_000;
  const start = await firstFree(tx, creatorId, service, expiresAt, now);
  if (start === null) return refuse('slot-not-offered');
  const hold = newToken();
  if (!(await takeSeat(tx, creatorId, parts.newId(), seatAsk(service, start), { hold, expiresAt }))) {
    throw new LostRace();
  }
  const code = await freeCode(turn);
  const kept = { id: parts.newId(), code, hold, service: service.id, start, session, event, viewer, language };
  // Whole for the desk; the stage shows its first word.
  const name = plainText(wanted.name).trim().slice(0, LONGEST_NAME);
  await addChatHold(tx, creatorId, { ...kept, name, claimHash: null, createdAt: now, expiresAt });
  return code;
}

/** The first bookable start that is not over before the hold is. */
async function firstFree(
  tx: Turn['tx'],
  creatorId: string,
  service: Service,
  after: EpochMillis,
  now: EpochMillis,
): Promise<EpochMillis | null> {
  for (const days of LOOKED_AT_DAYS) {
    const window = { from: after, to: after + days * 24 * 60 * 60_000 };
    const [first] = await freeSlots(tx, creatorId, service, window, now);
    if (first) return first.start;
  }
  return null;
}

async function freeCode({ tx }: Turn): Promise<string> {
  for (let tried = 0; tried < CODE_TRIES; tried++) {
    const code = codeOf(randomBytes(8));
    if (!(await isCodeAlive(tx, code))) return code;
  }
  throw new Error('no code is free: far more are alive than any live can have');
}
