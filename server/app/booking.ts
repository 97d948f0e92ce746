import type { Retention } from '../core/desk/retention.ts';
import { countExpired } from '../store/holds.ts';
import { countAnswersBefore, dropAnswersBefore } from '../store/idempotency.ts';
import { type AddressBounds, createAddressBounds } from './address-bounds.ts';
import { KEY_HOURS } from './answer-once.ts';
import { type Blocks, createBlocks } from './blocks.ts';
import type { BookingParts } from './booking-parts.ts';
import { createTurns } from './booking-turn.ts';
import { type BookingViews, createBookingViews } from './booking-views.ts';
import { type BusyFeeds, createBusyFeeds } from './busy-feeds.ts';
import { type ChatDoor, createChatDoor } from './chat-door.ts';
import { createDesk, type Desk } from './desk.ts';
import { createDeskQueue, type DeskQueue } from './desk-queue.ts';
import { createFloods, type Floods } from './floods.ts';
import { createLabels, type Labels } from './labels.ts';
import { createOffers, type Offers } from './offers.ts';
import { restOfLive } from './opened.ts';
import { createPaste, type Paste } from './paste.ts';
import { createViewerRequests, type ViewerRequests } from './requests.ts';
import { forgetTooOld } from './retention.ts';
import { wakeAfterLive } from './snooze.ts';
import { createSpamWords, type SpamWordList } from './spam-words.ts';
import { createTikTokDm, type TikTokDm } from './tiktok-dm.ts';
import type { BookingChanged, Turns } from './turn.ts';
import { createUnopened, type Unopened } from './unopened.ts';
import { createPassOn, createWaitlist, type Waitlist } from './waitlist.ts';

/** Booking and desk of one creator: offers, viewers' requests, the desk's acts, and what is read of them. */
export interface Booking {
  readonly offers: Offers;
  readonly viewers: ViewerRequests;
  readonly waitlist: Waitlist;
  readonly desk: Desk;
  readonly blocks: Blocks;
  readonly floods: Floods;
  readonly labels: Labels;
  readonly spamWords: SpamWordList;
  readonly views: BookingViews;
  /** The desk's list, kept ready. */
  readonly queue: DeskQueue;
  readonly feeds: BusyFeeds;
  readonly chat: ChatDoor;
  readonly paste: Paste;
  readonly unopened: Unopened;
  readonly dm: TikTokDm;
  /** What one network address may have; asked by the doors, which alone know addresses. */
  readonly bounds: AddressBounds;
  /** Called after a change is durable, with the requests it touched. Returns what ends the listening. */
  onChange(listener: (change: BookingChanged) => void): () => void;
  /**
   * Gives back what is due: holds and offers that ran out (the next in line gets the time), keys that are forgotten, what was put aside until the live ended. To be called every few seconds; bookings are
   * right without it, but pages learn by it that a time is free again. Says how many holds there were.
   */
  sweep(): Promise<number>;
  /** Forgets who is behind requests that are older than they are kept, and says of how many. To be called once a day. `stop` ends it early. */
  forgetTooOld(keep: Retention, stop?: AbortSignal): Promise<number>;
}

export function createBooking(parts: BookingParts): Booking {
  const turns = createTurns(parts, createPassOn(parts));
  const offers = createOffers(parts, turns);
  const views = createBookingViews(parts, turns);
  const chat = createChatDoor(parts, turns);
  const sweep = createSweep(parts, turns);
  return {
    offers,
    viewers: createViewerRequests(parts, turns),
    waitlist: createWaitlist(parts, turns),
    desk: createDesk(parts, turns, views),
    blocks: createBlocks(parts, turns, views),
    floods: createFloods(parts, turns),
    labels: createLabels(parts, turns, views),
    spamWords: createSpamWords(parts),
    views,
    queue: createDeskQueue(parts),
    feeds: createBusyFeeds(parts, turns),
    chat,
    paste: createPaste(parts, turns),
    unopened: createUnopened(parts, turns),
    dm: createTikTokDm(parts, turns, parts.dm ?? null),
    bounds: createAddressBounds(parts.clock),
    onChange: turns.onChange,
    sweep: async () => {
      const holds = await sweep();
      await chat.sweep();
      await wakeAfterLive(parts, turns);
      return holds;
    },
    forgetTooOld: (keep, stop) => forgetTooOld(parts, turns, keep, stop),
  };
}

function createSweep(parts: BookingParts, turns: Turns): () => Promise<number> {
  const { store, creatorId, clock } = parts;
  const forgotten = (now: number) => now - KEY_HOURS * 60 * 60_000;
  /** The live whose rest the line was offered. After a restart once more: it is offered what is free, and nothing else. */
  let given: string | null = null;
  return async () => {
    const now = clock();
    const holds = await countExpired(store.db, creatorId, now);
    const keys = await countAnswersBefore(store.db, creatorId, forgotten(now));
    const over = await restOfLive(store.db, creatorId, now);
    const rest = over && over.session !== given ? [over.rest] : [];
    if (holds === 0 && keys === 0 && rest.length === 0) return 0;
    // Every turn begins by dropping the holds that ran out; this one has only the keys and the live to do.
    await turns.change(async (turn) => {
      turn.freed.push(...rest);
      return dropAnswersBefore(turn.tx, creatorId, forgotten(turn.now));
    });
    given = over?.session ?? given;
    return holds;
  };
}
