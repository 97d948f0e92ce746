import { createHash } from 'node:crypto';
import type { Service } from '../../shared/booking.ts';
import { readChatCode } from '../../shared/chat-code.ts';
import type { ClaimedHold } from '../../shared/chat-word.ts';
import { toWireInstant } from '../../shared/time.ts';
import type { Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { claimChatHold, type KeptChatHold, readChatHold, useChatHold } from '../store/chat-holds.ts';
import { endHold, giveBackHold } from '../store/holds.ts';
import { noteViewer } from '../store/viewers.ts';
import type { BookingParts } from './booking-parts.ts';
import { timedServices } from './licences.ts';
import { publishedUnder } from './offered.ts';
import { openRequest } from './open-request.ts';
import type { Turn } from './turn.ts';

/** From the typed code to the sent ask: as long as a hold that the page itself makes. */
const ASKING_MS = 5 * 60_000;

/** Gives the hold to whoever types its code first. */
export async function claim(
  parts: BookingParts,
  { tx, now }: Turn,
  handle: string,
  typed: string,
  key: string | null,
): Promise<ClaimedHold | Refusal> {
  const { creatorId } = parts;
  const found = await aliveHold(parts, { tx, now }, typed);
  if (!found || !(await publishedUnder(tx, creatorId, handle))) return refuse('not-found');
  const { hold, service } = found;
  const claimHash = key === null ? '' : createHash('sha256').update(key).digest('hex');
  const again = hold.claimHash !== null && key !== null && hold.claimHash === claimHash;
  if (hold.claimHash !== null && !again) return refuse('not-found');
  const expiresAt = again ? hold.expiresAt : Math.max(hold.expiresAt, now + ASKING_MS);
  if (!again) await claimChatHold(tx, creatorId, hold, claimHash, expiresAt);
  return {
    hold: hold.hold,
    service: service.id,
    start: toWireInstant(hold.start),
    expiresAt: toWireInstant(expiresAt),
    serverTime: toWireInstant(now),
  };
}

/** Books the held time in its viewer's name. */
export async function book(parts: BookingParts, turn: Turn, typed: string, name: string | null, by: Member) {
  const { creatorId } = parts;
  const found = await aliveHold(parts, turn, typed);
  // Whoever has typed the code is filling in the form: the desk does not take it away.
  if (!found || found.hold.claimHash !== null) return refuse('not-found');
  const { hold, service } = found;
  await useChatHold(turn.tx, creatorId, hold.hold);
  await endHold(turn.tx, creatorId, hold.hold, { service: service.id, start: hold.start }, turn.now);
  const made = await openRequest(parts, turn, {
    service,
    start: hold.start,
    name: name ?? hold.name,
    text: '',
    language: hold.language,
    zone: null,
    region: null,
    contact: null,
    via: 'chat',
    code: hold.code,
    bookedBy: by,
  });
  if (!isRefusal(made)) await noteViewer(turn.tx, creatorId, made.id, hold.viewer);
  return made;
}

/** Gives the held time back before its end. Refuses with `not-found` once its viewer is asking for it, or it is over. */
export async function letGo({ creatorId }: BookingParts, turn: Turn, typed: string): Promise<true | Refusal> {
  const code = readChatCode(typed);
  const hold = code === null ? null : await readChatHold(turn.tx, creatorId, code, turn.now);
  if (!hold || hold.claimHash !== null) return refuse('not-found');
  await useChatHold(turn.tx, creatorId, hold.hold);
  turn.freed.push(...(await giveBackHold(turn.tx, creatorId, hold.hold)));
  return true;
}

async function aliveHold(
  { creatorId }: BookingParts,
  { tx, now }: Pick<Turn, 'tx' | 'now'>,
  typed: string,
): Promise<{ hold: KeptChatHold; service: Service } | null> {
  const code = readChatCode(typed);
  const hold = code === null ? null : await readChatHold(tx, creatorId, code, now);
  // An offer that was taken down meanwhile is nobody's to take, as on the page.
  const service = hold && (await timedServices(tx, creatorId)).find(({ id }) => id === hold.service);
  return hold && service ? { hold, service } : null;
}
