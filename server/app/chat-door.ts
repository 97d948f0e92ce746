import { createHash, randomBytes } from 'node:crypto';
import type { Service } from '../../shared/booking.ts';
import { readChatCode } from '../../shared/chat-code.ts';
import { ChatWord, type ClaimedHold, FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import type { JournalEntry } from '../../shared/events.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { type EpochMillis, toWireInstant } from '../../shared/time.ts';
import { type ChatAsk, chatAskOf, chatLimit, offerNamed } from '../core/booking/chat-ask.ts';
import { codeOf } from '../core/booking/chat-code.ts';
import type { Member } from '../core/booking/request.ts';
import { onAirName } from '../core/booking/views.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import {
  addChatHold,
  claimChatHold,
  countChatHolds,
  countLapsedChatHolds,
  dropChatHoldsBefore,
  endLapsedChatHolds,
  hasChatHoldsBefore,
  isCodeAlive,
  type KeptChatHold,
  readChatHold,
  useChatHold,
} from '../store/chat-holds.ts';
import { endHold } from '../store/holds.ts';
import { ensureCreator } from '../store/offers.ts';
import { takeSeat } from '../store/seats.ts';
import { newToken } from '../store/secrets.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { noteViewer } from '../store/viewers.ts';
import { answerOnce } from './answer-once.ts';
import type { BookingParts } from './booking-parts.ts';
import { freeSlots } from './calendar.ts';
import { type ChatHoldViews, createChatHoldViews } from './chat-hold-views.ts';
import { heardRecently } from './heard-recently.ts';
import { offeredServices } from './licences.ts';
import { namedIn, publishedUnder } from './offers.ts';
import { openRequest } from './open-request.ts';
import { isBlocked } from './person.ts';
import { seatAsk } from './request-change.ts';
import { LostRace, type Turn, type Turns } from './turn.ts';

const SETTING = 'chat-word';
/** From the typed code to the sent ask: as long as a hold that the page itself makes. */
const ASKING_MS = 5 * 60_000;
/** How long it is known who typed the word: longer than any session and any cooldown. */
const REMEMBERED_MS = 72 * 60 * 60_000;
/** How long another process's change of the word may go unseen. */
const WORD_KEPT_MS = 5000;
/** Asks that wait for their turn; in a storm of words the rest is passed over. */
const MOST_WAITING = 100;
const CODE_TRIES = 20;
/** How far ahead a free time is looked for, until there is one. */
const LOOKED_AT_DAYS = [3, 14, 62];

/** Booking by a word in the chat of the live. */
export interface ChatDoor extends ChatHoldViews {
  setting(): Promise<ChatWord>;
  setSetting(setting: ChatWord): Promise<ChatWord | Refusal>;
  /**
   * Hears what was just taken into the journal, in the live session that runs; null when none does. Resolves when each
   * word in it has its hold or was passed over; says the codes.
   */
  hear(entries: ReadonlyArray<JournalEntry>, session: string | null): Promise<string[]>;
  /** Gives the hold to whoever types its code first; the same key gets the same answer again. Else `not-found`. */
  claim(handle: string, typed: string, key: string | null): Promise<ClaimedHold | Refusal>;
  /** Books the held time in its viewer's name. Refuses with `not-found` once it is taken or has lapsed. */
  book(typed: string, name: string | null, by: Member, key: string | null): Promise<RequestMade | Refusal>;
  /** Ends the holds that lapsed. To be called every few seconds. */
  sweep(): Promise<number>;
}

export function createChatDoor(parts: BookingParts, turns: Turns): ChatDoor {
  const { store, creatorId, clock } = parts;
  const setting = async () => {
    const kept = ChatWord.safeParse(await readSetting(store.db, creatorId, SETTING));
    return kept.success ? kept.data : FIRST_CHAT_WORD;
  };
  // Needed with every chat line of a live, and changed by hand alone.
  let current: Promise<ChatWord> | null = null;
  let readAt = 0;
  const known = () => {
    if (store.kind === 'postgres' && clock() - readAt >= WORD_KEPT_MS) current = null;
    if (current === null) readAt = clock();
    current ??= setting().catch((error: unknown) => {
      current = null;
      throw error;
    });
    return current;
  };
  const isBusy = heardRecently(clock);
  let waiting = 0;

  async function hearOne(ask: ChatAsk, session: string, word: ChatWord): Promise<string | null> {
    if (waiting >= MOST_WAITING || isBusy(ask.viewer)) return null;
    waiting += 1;
    try {
      const made = await turns.change((turn) => makeHold(parts, turn, ask, session, word));
      return isRefusal(made) ? null : made;
    } finally {
      waiting -= 1;
    }
  }

  return {
    ...createChatHoldViews(parts),
    setting,
    setSetting: (next) =>
      turns.change(async ({ tx, now }) => {
        await ensureCreator(tx, creatorId, now);
        await writeSetting(tx, creatorId, SETTING, next, now);
        current = null;
        return next;
      }),
    hear: async (entries, session) => {
      if (session === null || !entries.some((entry) => entry.type === 'chat')) return [];
      const word = await known();
      const asks = entries.flatMap((entry) => chatAskOf(entry, word, clock()) ?? []);
      const made = await Promise.all(asks.map((ask) => hearOne(ask, session, word)));
      return made.filter((code) => code !== null);
    },
    claim: async (handle, typed, key) => {
      // Every code typed at the page is asked here first: one of another kind waits at no door.
      if (readChatCode(typed) === null) return refuse('not-found');
      return turns.change((turn) => claim(parts, turn, handle, typed, key));
    },
    book: (typed, name, by, key) =>
      turns.change((turn) => {
        const asked = { code: typed, name };
        const once = key === null ? null : `desk ${key}`;
        return answerOnce(parts, turn, once, asked, () => book(parts, turn, typed, name, by));
      }),
    sweep: async () => {
      const lapsed = await countLapsedChatHolds(store.db, creatorId, clock());
      // What is over is forgotten in time although nobody uses the word any more.
      const old = await hasChatHoldsBefore(store.db, creatorId, clock() - REMEMBERED_MS);
      if (lapsed > 0 || old) await turns.change(async ({ tx, now }) => endLapsed(tx, creatorId, now));
      return lapsed;
    },
  };
}

async function endLapsed(tx: Turn['tx'], creatorId: string, now: EpochMillis): Promise<void> {
  await endLapsedChatHolds(tx, creatorId, now);
  await dropChatHoldsBefore(tx, creatorId, now - REMEMBERED_MS);
}

/** Holds the next free seat for a viewer of the chat and answers its code. */
async function makeHold(
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
  const offered = await offeredServices(tx, creatorId);
  const service = offerNamed(offered, ask.offer) ?? (await namedIn(tx, creatorId, offered, ask.offer));
  if (!service) return refuse('not-found');
  const expiresAt = now + word.holdMinutes * 60_000;
  const start = await firstFree(tx, creatorId, service, expiresAt, now);
  if (start === null) return refuse('slot-not-offered');
  const hold = newToken();
  if (!(await takeSeat(tx, creatorId, parts.newId(), seatAsk(service, start), { hold, expiresAt }))) {
    throw new LostRace();
  }
  const code = await freeCode(turn);
  const { event, viewer, language } = ask;
  const kept = { id: parts.newId(), code, hold, service: service.id, start, session, event, viewer, language };
  const name = onAirName(ask.name);
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

async function claim(
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

async function book(parts: BookingParts, turn: Turn, typed: string, name: string | null, by: Member) {
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
    contact: null,
    via: 'chat',
    code: hold.code,
    bookedBy: by,
  });
  if (!isRefusal(made)) await noteViewer(turn.tx, creatorId, made.id, hold.viewer);
  return made;
}

async function aliveHold(
  { creatorId }: BookingParts,
  { tx, now }: Pick<Turn, 'tx' | 'now'>,
  typed: string,
): Promise<{ hold: KeptChatHold; service: Service } | null> {
  const code = readChatCode(typed);
  const hold = code === null ? null : await readChatHold(tx, creatorId, code, now);
  // An offer that was taken down meanwhile is nobody's to take, as on the page.
  const service = hold && (await offeredServices(tx, creatorId)).find(({ id }) => id === hold.service);
  return hold && service ? { hold, service } : null;
}
