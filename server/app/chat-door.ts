import { readChatCode } from '../../shared/chat-code.ts';
import { type ChatHold, ChatWord, type ClaimedHold, FIRST_CHAT_WORD } from '../../shared/chat-word.ts';
import type { JournalEntry } from '../../shared/events.ts';
import type { RequestMade } from '../../shared/public-page.ts';
import { type ChatAsk, chatAskOf } from '../core/booking/chat-ask.ts';
import type { Member } from '../core/booking/request.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { countLapsedChatHolds, hasChatHoldsBefore } from '../store/chat-holds.ts';
import { ensureCreator } from '../store/offers.ts';
import { readSetting, writeSetting } from '../store/settings.ts';
import { answerOnce } from './answer-once.ts';
import type { BookingParts } from './booking-parts.ts';
import { endLapsed, makeHold, REMEMBERED_MS } from './chat-hold-made.ts';
import { book, claim, letGo } from './chat-hold-used.ts';
import { type ChatHoldViews, createChatHoldViews } from './chat-hold-views.ts';
import { holdForComment } from './comment-hold.ts';
import { heardRecently } from './heard-recently.ts';
import type { Turns } from './turn.ts';

const SETTING = 'chat-word';
/** How long another process's change of the word may go unseen. */
const WORD_KEPT_MS = 5000;
/** Asks that wait for their turn; in a storm of words the rest is passed over. */
const MOST_WAITING = 100;

/** Booking by a word in the chat of the live. */
export interface ChatDoor extends ChatHoldViews {
  setting(): Promise<ChatWord>;
  setSetting(setting: ChatWord): Promise<ChatWord | Refusal>;
  /**
   * Hears what was just taken into the journal, in the live session that runs; null when none does. Resolves when each
   * word in it has its hold or was passed over; says the codes.
   */
  hear(entries: ReadonlyArray<JournalEntry>, session: string | null): Promise<string[]>;
  /**
   * Holds the next free time for who wrote the comment of this number in the journal, whether or not the word is on. Who
   * has a hold keeps it. Refuses with `not-found`, `blocked` or `slot-not-offered`.
   */
  holdFor(comment: number): Promise<ChatHold | Refusal>;
  /** Gives the hold to whoever types its code first; the same key gets the same answer again. Else `not-found`. */
  claim(handle: string, typed: string, key: string | null): Promise<ClaimedHold | Refusal>;
  /** Books the held time in its viewer's name. Refuses with `not-found` once it is taken or has lapsed. */
  book(typed: string, name: string | null, by: Member, key: string | null): Promise<RequestMade | Refusal>;
  /** Gives a held time back before its end; who waits for it has it then. Refuses with `not-found` once it is taken or over. */
  letGo(typed: string): Promise<true | Refusal>;
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

  const views = createChatHoldViews(parts);
  return {
    ...views,
    setting,
    setSetting: async (next) => {
      const kept = await turns.change(async ({ tx, now }) => {
        await ensureCreator(tx, creatorId, now);
        await writeSetting(tx, creatorId, SETTING, next, now);
        return next;
      });
      // Not before it is kept: what is read until then is the one before.
      current = null;
      return kept;
    },
    hear: async (entries, session) => {
      if (session === null || !entries.some((entry) => entry.type === 'chat')) return [];
      const word = await known();
      const asks = entries.flatMap((entry) => chatAskOf(entry, word, clock()) ?? []);
      const made = await Promise.all(asks.map((ask) => hearOne(ask, session, word)));
      return made.filter((code) => code !== null);
    },
    holdFor: async (comment) => {
      const word = await known();
      const code = await turns.change((turn) => holdForComment(parts, turn, comment, word));
      if (isRefusal(code)) return code;
      const held = (await views.onDesk()).find((hold) => hold.code === code);
      return held ?? refuse('not-found');
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
    letGo: (typed) => turns.change((turn) => letGo(parts, turn, typed)),
    sweep: async () => {
      const lapsed = await countLapsedChatHolds(store.db, creatorId, clock());
      // What is over is forgotten in time although nobody uses the word any more.
      const old = await hasChatHoldsBefore(store.db, creatorId, clock() - REMEMBERED_MS);
      if (lapsed > 0 || old) await turns.change(async ({ tx, now }) => endLapsed(tx, creatorId, now));
      return lapsed;
    },
  };
}
