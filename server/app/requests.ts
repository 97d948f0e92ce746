import type { RequestDraft, RequestState, Service, WaitDays } from '../../shared/booking.ts';
import type { Language } from '../../shared/languages.ts';
import type { HoldMade, RequestMade } from '../../shared/public-page.ts';
import { type EpochMillis, toMillis, toWireInstant } from '../../shared/time.ts';
import type { BookingRequest, NewMessage, RequestChange } from '../core/booking/request.ts';
import { endOf } from '../core/booking/slots.ts';
import { cancel, erase, move, type Said, write } from '../core/booking/viewer.ts';
import { hasKeptOffer, joinWaitlist } from '../core/booking/waitlist.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { promisedAnew } from '../core/desk/promise.ts';
import { wokenBy } from '../core/desk/snooze.ts';
import { browsersOf, noteBrowsers } from '../store/browsers.ts';
import { useChatHold } from '../store/chat-holds.ts';
import { countHolds, countHoldsOf, endHold, giveBackHold } from '../store/holds.ts';
import { withMerged } from '../store/merges.ts';
import { allServices } from '../store/offers.ts';
import { countInState, countSaid } from '../store/request-counts.ts';
import { addRequest, readRequestBySecret } from '../store/requests.ts';
import { takeSeat } from '../store/seats.ts';
import { newToken } from '../store/secrets.ts';
import { noteViewer } from '../store/viewers.ts';
import { answerOnce } from './answer-once.ts';
import type { AskedFrom } from './asked-from.ts';
import type { BookingParts } from './booking-parts.ts';
import { refusalOf } from './calendar.ts';
import { refuseBusyContact } from './contact-bound.ts';
import { forgetViewer } from './forget-viewer.ts';
import { requestOfDraft, withKnownCode } from './new-request.ts';
import { offeredService, timedService } from './offered.ts';
import { browsersBy, isBlocked, mailsOf } from './person.ts';
import { refuseRegion, refuseRegionAnew } from './region-bound.ts';
import { applyChange, bookSeat, say, seatAsk, wallRecord } from './request-change.ts';
import { speak } from './thread-language.ts';
import { mailAt } from './thread-mail.ts';
import { hashOf, secretOf } from './thread-secret.ts';
import { LostRace, type Turn, type Turns } from './turn.ts';
import { waitFor } from './wait-days.ts';
import { refuseFullLine } from './waitlist.ts';

/** How long a slot is kept for a viewer who is typing. */
const HOLD_SECONDS = 300;
/** A hold is a courtesy, and an ask needs none: beyond these somebody may be emptying the calendar. */
const MOST_HOLDS = 60;
const MOST_HOLDS_OF_A_START = 3;
/** More asks that nobody looked at than a desk can answer in days. */
const MOST_UNANSWERED = 5000;
/** What an id of ours may look like; anything else is unknown without asking the store. */
const ID = /^[\w-]{1,64}$/;

/** What viewers do: hold, ask, and act in their own thread. */
export interface ViewerRequests {
  /**
   * Keeps a time. `instead` is the hold that this viewer had before: it is given back, whether it was of the same time or
   * another, unless the new one is refused. Refuses with `not-found`, `sold-by-link`, `slot-not-offered`, `slot-taken`
   * (with the nearest) or `too-many`.
   */
  hold(handle: string, idOrSlug: string, start: string, instead?: string): Promise<HoldMade | Refusal>;
  /**
   * An ask for a slot or a message. The same key with the same draft gets the same answer, whenever it comes; with
   * another draft `key-reused`. Refuses also as `hold` does, and with
   * `adults-only` or `region-not-offered` (nothing is kept then).
   */
  ask(handle: string, draft: RequestDraft, key: string | null, from?: AskedFrom): Promise<RequestMade | Refusal>;
  write(secret: string, text: string): Promise<null | Refusal>;
  cancel(secret: string): Promise<null | Refusal>;
  move(secret: string, start: string): Promise<null | Refusal>;
  /** The language that the viewer reads from now on, and how times are written where the country decides it. */
  speak(secret: string, language: Language, locale?: string): Promise<null | Refusal>;
  /** Where the viewer is mailed from now on; null: nowhere. */
  mailAt(secret: string, email: string | null): Promise<null | Refusal>;
  /** To the end of the line; an offer that is kept for the viewer passes on ("not this time"). */
  waitlist(secret: string): Promise<null | Refusal>;
  /** Other days to wait for, in the same place of the line. Refuses with `not-found` or `not-waiting`. */
  waitFor(secret: string, days: WaitDays): Promise<null | Refusal>;
  /** Calls off what is to come and takes every personal word out of the store. The secret opens nothing afterwards. */
  erase(secret: string): Promise<null | Refusal>;
}

export function createViewerRequests(parts: BookingParts, turns: Turns): ViewerRequests {
  const { creatorId } = parts;
  // Whoever is kept out may still call off and erase what is theirs.
  const act = (secret: string, decide: Decide, { asks, and = nothingMore }: { asks: boolean; and?: After }) =>
    turns.change(async (turn) => {
      const request = await readRequestBySecret(turn.tx, creatorId, hashOf(secret));
      if (!request) return refuse('not-found');
      const service = (await allServices(turn.tx, creatorId)).get(request.service)?.service;
      if (!service) return refuse('not-found');
      const said = await countSaid(turn.tx, creatorId, request.id);
      const change = decide(request, service, said, turn.now);
      if (isRefusal(change)) return change;
      if (asks && (await isKeptOut(parts, turn, request))) return tooMany('Wait for an answer before you write more.');
      const withinHours = parts.answerWithinHours?.() ?? null;
      const done = await applyChange(parts, turn, request, service, {
        ...change,
        ...wokenBy(request, turn.now),
        ...promisedAnew(request, change, turn.now, withinHours),
      });
      return isRefusal(done) ? done : and(turn, request, done, service);
    });
  return {
    hold: (handle, idOrSlug, start, instead) =>
      turns.change(async (turn) => {
        if (instead && ID.test(instead)) {
          turn.freed.push(...(await giveBackHold(turn.tx, creatorId, instead)));
          await useChatHold(turn.tx, creatorId, instead);
        }
        const service = await timedService(turn.tx, creatorId, handle, idOrSlug);
        return isRefusal(service) ? service : hold(parts, turn, service, toMillis(start));
      }),
    ask: async (handle, draft, key, from = {}) => {
      const known = await withKnownCode(parts, draft);
      // A repeat is answered first: what it asked for may not be offered any more, and it has been made all the same.
      return turns.change((turn) =>
        answerOnce(parts, turn, key, draft, async () => {
          const find = draft.start === undefined ? offeredService : timedService;
          const service = await find(turn.tx, creatorId, handle, draft.service);
          if (isRefusal(service)) return service;
          return service.adultsOnly && !draft.adult ? refuse('adults-only') : ask(parts, turn, service, known, from);
        }),
      );
    },
    write: (secret, text) =>
      act(secret, (request, _service, said, now) => write(request, text, said, now), { asks: true }),
    cancel: (secret) => act(secret, (request, service, _said, now) => cancel(request, service, now), { asks: false }),
    move: (secret, start) =>
      act(secret, (request, service, said, now) => move(request, service, toMillis(start), said, now), {
        asks: true,
        and: (turn, was, is, service) => refuseRegionAnew(turn.tx, creatorId, service, was, is),
      }),
    mailAt: (secret, email) => mailAt(parts, turns, secret, email),
    speak: (secret, language, locale) => speak(parts, turns, secret, language, locale),
    waitFor: (secret, days) => waitFor(parts, turns, secret, days),
    waitlist: (secret) =>
      act(secret, (request, service, _said, now) => joinWaitlist(request, service, now), {
        asks: true,
        // Who gives an offer back has had a place in the line already.
        and: async (turn, was, is, service) =>
          hasKeptOffer(was)
            ? null
            : ((await refuseRegionAnew(turn.tx, creatorId, service, was, is)) ?? refuseFullLine(parts, turn)),
      }),
    erase: (secret) =>
      act(secret, (request, _service, _said, now) => erase(request, now), {
        asks: false,
        and: async (turn, _was, request) => {
          // What was merged into it is the same person's, and read under the same address.
          for (const one of await withMerged(turn.tx, creatorId, [request.id])) {
            await forgetViewer(parts, turn, one);
            turn.touched.add(one.id);
          }
          return null;
        },
      }),
  };
}

/** What else one act does in its transaction, after the request has changed. */
type After = (turn: Turn, was: BookingRequest, is: BookingRequest, service: Service) => Promise<null | Refusal>;
const nothingMore: After = async () => null;

type Decide = (request: BookingRequest, service: Service, said: Said, now: EpochMillis) => RequestChange | Refusal;

async function hold(
  parts: BookingParts,
  turn: Turn,
  service: Service,
  start: EpochMillis,
): Promise<HoldMade | Refusal> {
  const { creatorId, newId } = parts;
  const refused = await refusalOf(turn.tx, creatorId, service, start, 'offered', turn.now);
  if (refused) return refused;
  const crowded =
    (await countHolds(turn.tx, creatorId, turn.now)) >= MOST_HOLDS ||
    (await countHoldsOf(turn.tx, creatorId, { service: service.id, start }, turn.now)) >= MOST_HOLDS_OF_A_START;
  if (crowded) return tooMany('Nothing is kept for you just now. Ask for the time without a hold.');
  const id = newToken();
  const expiresAt = turn.now + HOLD_SECONDS * 1000;
  const taken = await takeSeat(turn.tx, creatorId, newId(), seatAsk(service, start), { hold: id, expiresAt });
  if (!taken) throw new LostRace();
  return { id, expiresAt: toWireInstant(expiresAt), serverTime: toWireInstant(turn.now) };
}

async function ask(
  parts: BookingParts,
  turn: Turn,
  service: Service,
  draft: RequestDraft,
  { booking, mark }: AskedFrom,
): Promise<{ id: string; state: RequestState } | Refusal> {
  const { creatorId } = parts;
  const start = draft.start === undefined ? null : toMillis(draft.start);
  const booked = start !== null && service.instant;
  if (booked && booking?.take() === false)
    return tooMany('Too much was booked from this address today. Write to the creator in the live.');
  const asked = requestOfDraft(parts, turn, service, draft, booked ? 'booked' : 'new');
  if (isRefusal(asked)) return asked;
  const elsewhere = start === null ? null : await refuseRegion(turn.tx, creatorId, service, asked.terms.region);
  if (elsewhere) return elsewhere;
  let typed: { readonly code: string; readonly viewer: string } | null = null;
  if (start !== null) {
    // The viewer's own hold is given up first: an instant booking takes its place, and an ask holds nothing.
    if (draft.hold && ID.test(draft.hold)) {
      const ended = await endHold(turn.tx, creatorId, draft.hold, { service: service.id, start }, turn.now);
      // What it gives back was on offer all along and is this viewer's ask now: nobody in line is told of it.
      typed = ended ? await useChatHold(turn.tx, creatorId, draft.hold) : null;
    }
    const refused = await refusalOf(turn.tx, creatorId, service, start, 'offered', turn.now);
    if (refused) return refused;
  }
  const viewers = typed ? [typed.viewer] : [];
  const browsers = browsersBy(parts, mark);
  const keptOut = await isBlocked(parts, turn.tx, { viewers, mails: mailsOf(draft.contact), browsers });
  // Whoever is kept out reads what anybody reads on a busy day.
  if (keptOut || (!booked && (await countInState(turn.tx, creatorId, 'new')) >= MOST_UNANSWERED))
    return tooMany('Too many asks wait for an answer already. Try again later.');
  const busy = await refuseBusyContact(parts, turn, asked.contact);
  if (busy) return busy;
  const { id } = asked;
  const agreed: BookingRequest =
    typed === null ? asked : { ...asked, terms: { ...asked.terms, via: 'chat', code: typed.code } };
  const request: BookingRequest =
    start === null
      ? agreed
      : { ...agreed, start, end: endOf(service, start), ...(await wallRecord(parts, turn, start)) };
  await addRequest(turn.tx, creatorId, request, hashOf(secretOf(parts.secret, id)));
  if (typed) await noteViewer(turn.tx, creatorId, id, typed.viewer, 'typed-code');
  await noteBrowsers(turn.tx, creatorId, id, browsers);
  if (booked) await bookSeat(parts, turn, request, service, start);
  await say(parts, turn, id, openingWords(draft, booked));
  await parts.mail?.opened(turn, request, 'viewer');
  return { id, state: request.state };
}

/** Whether a block holds the viewer of this request by what stands beside it. */
async function isKeptOut(parts: BookingParts, { tx }: Turn, { id, contact }: BookingRequest): Promise<boolean> {
  const browsers = [...(await browsersOf(tx, parts.creatorId, [id])).values()];
  return isBlocked(parts, tx, { requests: [id], mails: mailsOf(contact), browsers });
}

function tooMany(message: string): Refusal {
  return refuse('too-many', { issues: [{ path: '', message }] });
}

function openingWords(draft: RequestDraft, booked: boolean): NewMessage[] {
  const words: NewMessage[] = draft.message ? [{ author: 'viewer', text: draft.message }] : [];
  return booked ? [...words, { author: 'system', text: 'booked', data: { start: draft.start } }] : words;
}
