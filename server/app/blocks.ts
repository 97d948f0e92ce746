import type { Block } from '../../shared/blocks.ts';
import type { DeskRequest } from '../../shared/desk-view.ts';
import { nameOf } from '../../shared/events.ts';
import { isOpen } from '../../shared/request-states.ts';
import { toInstant } from '../../shared/time.ts';
import type { BookingRequest, Member } from '../core/booking/request.ts';
import { hasKeptOffer } from '../core/booking/waitlist.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { isClaimedByOther } from '../core/desk/claim.ts';
import { addBlock, blocksOf, dropBlock, listBlocks } from '../store/blocks.ts';
import { browsersOf, underWayFrom } from '../store/browsers.ts';
import { aliveChatHolds, useChatHold } from '../store/chat-holds.ts';
import { conversationsOf } from '../store/direct-messages.ts';
import { giveBackHold } from '../store/holds.ts';
import { readJournal } from '../store/journal.ts';
import { allServices } from '../store/offers.ts';
import { type Before, dropPutAway, putAway, readPutAway, wishOf } from '../store/put-away.ts';
import { readRequest } from '../store/requests.ts';
import { underWayOf, viewersOf } from '../store/viewers.ts';
import { joinLine } from '../store/waitlist.ts';
import type { BookingParts } from './booking-parts.ts';
import type { BookingViews } from './booking-views.ts';
import { isBlocked, mailsOf, type Person, personKeys } from './person.ts';
import { applyChange } from './request-change.ts';
import type { Turn, Turns } from './turn.ts';

/** Who is kept out. */
export interface Blocks {
  /**
   * Keeps the person of a request out by all that is known of them, and puts away what is open of them. Bookings stand:
   * calling one off tells the viewer, and is an act of its own. Refuses with `not-found`, `claimed-by-other` or
   * `already-blocked`.
   */
  block(request: string, reason: string, by: Member): Promise<DeskRequest | Refusal>;
  /**
   * The same for whoever wrote a comment in the chat, by its number in the journal: by the platform's id alone. Refuses
   * with `not-found` or `already-blocked`.
   */
  blockCommenter(seq: number, reason: string, by: Member): Promise<null | Refusal>;
  /** The latest first. */
  list(): Promise<Block[]>;
  /** Lets the person in again and gives back what was put away, as it was. Refuses with `not-found`. */
  undo(id: string): Promise<null | Refusal>;
}

export function createBlocks(parts: BookingParts, turns: Turns, views: Pick<BookingViews, 'deskRequest'>): Blocks {
  const { store, creatorId } = parts;
  return {
    block: async (id, reason, by) => {
      const done = await turns.change(async (turn) => {
        const request = await readRequest(turn.tx, creatorId, id);
        if (!request) return refuse('not-found');
        if (isClaimedByOther(request.claim, by, turn.now)) return refuse('claimed-by-other');
        if ((await blocksOf(turn.tx, creatorId, [id])).size > 0) return refuse('already-blocked');
        const viewers = await viewersOf(turn.tx, creatorId, [request.id]);
        return keepOut(parts, turn, { name: request.name, viewers, request }, reason, by);
      });
      return isRefusal(done) ? done : views.deskRequest(id);
    },
    blockCommenter: (seq, reason, by) =>
      turns.change(async (turn) => {
        const [entry] = await readJournal(turn.tx, creatorId, seq - 1, 1);
        if (entry?.seq !== seq || entry.type !== 'chat') return refuse('not-found');
        const viewers = [entry.user.id];
        if (await isBlocked(parts, turn.tx, { viewers })) return refuse('already-blocked');
        return keepOut(parts, turn, { name: nameOf(entry.user), viewers, request: null }, reason, by);
      }),
    list: async () => {
      const kept = await listBlocks(store.db, creatorId);
      return kept.map(({ id, name, reason, by, at }) => ({ id, name, reason, byName: by.name, at: toInstant(at) }));
    },
    undo: (id) =>
      turns.change(async (turn) => {
        if (!(await dropBlock(turn.tx, creatorId, id))) return refuse('not-found');
        await giveBack(parts, turn, id);
        return null;
      }),
  };
}

/** Whom an act keeps out: by the platform's ids, and by the request they were met in, where there is one. */
interface Met {
  readonly name: string;
  readonly viewers: ReadonlyArray<string>;
  readonly request: BookingRequest | null;
}

async function keepOut(parts: BookingParts, turn: Turn, met: Met, reason: string, by: Member): Promise<null | Refusal> {
  const { tx, now } = turn;
  const id = parts.newId();
  const person = await allThatIsKnown(parts, turn, met);
  await addBlock(tx, parts.creatorId, { id, name: met.name, reason, by, at: now }, personKeys(parts, person));
  for (const each of person.requests) {
    const refused = await close(parts, turn, each, id);
    if (refused) return refused;
  }
  await giveUpChatHolds(parts, turn, met.viewers);
  return null;
}

/** By what the person is known, and what they have under way. */
async function allThatIsKnown(
  { creatorId }: BookingParts,
  { tx, now }: Turn,
  { viewers, request }: Met,
): Promise<Required<Person>> {
  const met = request ? [request.id] : [];
  const mails = mailsOf(request?.contact);
  const found = await underWayOf(tx, creatorId, { viewers, mails }, now);
  // The platform says who its viewers are, so their other addresses and browsers are theirs. An address anybody may type,
  // and a browser may be several people's: they lead to the asks under them, and from those to nobody else.
  const own = await underWayOf(tx, creatorId, { viewers, mails: [] }, now);
  for (const one of own) mails.push(...mailsOf((await readRequest(tx, creatorId, one))?.contact));
  const browsers = [...(await browsersOf(tx, creatorId, [...met, ...own])).values()];
  const sent = await underWayFrom(tx, creatorId, browsers, now);
  const requests = [...new Set([...met, ...found, ...sent])];
  const conversations = [...(await conversationsOf(tx, creatorId, requests)).values()].map((one) => one.id);
  return { viewers, mails, conversations, requests, browsers };
}

/** Notes what the request was, and closes it when it is open. */
async function close(parts: BookingParts, turn: Turn, id: string, act: string): Promise<null | Refusal> {
  const { creatorId } = parts;
  const request = await readRequest(turn.tx, creatorId, id);
  const service = request && (await allServices(turn.tx, creatorId)).get(request.service)?.service;
  if (!request || !service) return null;
  const was = await beforeOf(parts, turn, request);
  await putAway(turn.tx, creatorId, act, [{ request: id, was }]);
  turn.touched.add(id);
  if (!isOpen(request)) return null;
  const done = await applyChange(parts, turn, request, service, {
    state: 'spam',
    unread: false,
    claim: null,
    offers: [],
  });
  return isRefusal(done) ? done : null;
}

/** An offer of the waitlist is kept for a while only: who had one goes back into the line. */
async function beforeOf(parts: BookingParts, turn: Turn, request: BookingRequest): Promise<Before> {
  const wish = await wishOf(turn.tx, parts.creatorId, request.id);
  if (hasKeptOffer(request)) return { state: 'waitlisted', offers: [], wish };
  return { state: request.state, offers: [...request.offers], wish };
}

async function giveUpChatHolds(parts: BookingParts, turn: Turn, viewers: ReadonlyArray<string>): Promise<void> {
  if (viewers.length === 0) return;
  const alive = await aliveChatHolds(turn.tx, parts.creatorId, turn.now);
  for (const { hold, viewer } of alive) {
    if (!viewers.includes(viewer)) continue;
    turn.freed.push(...(await giveBackHold(turn.tx, parts.creatorId, hold)));
    await useChatHold(turn.tx, parts.creatorId, hold);
  }
}

/** Gives back what an act put away and nobody has touched since. What was erased meanwhile stays away. */
async function giveBack(parts: BookingParts, turn: Turn, act: string): Promise<void> {
  const { creatorId } = parts;
  const { tx } = turn;
  const services = await allServices(tx, creatorId);
  for (const [id, was] of await readPutAway(tx, creatorId, act)) {
    turn.touched.add(id);
    const request = await readRequest(tx, creatorId, id);
    const service = request && services.get(request.service)?.service;
    if (!request || !service || request.state !== 'spam' || request.name === '' || was.state === 'spam') continue;
    if (was.state === 'waitlisted' && was.wish) {
      await joinLine(tx, creatorId, { request: id, service: request.service, wish: was.wish }, []);
    }
    await applyChange(parts, turn, request, service, {
      state: was.state,
      offers: was.offers,
      unread: was.state === 'new',
    });
  }
  await dropPutAway(tx, creatorId, act);
}
