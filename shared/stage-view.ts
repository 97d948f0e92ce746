import type { Language, LocalText } from './languages.ts';
import type { SourceStatus } from './live.ts';
import type { Money } from './money.ts';
import type { Featured, Widget } from './stage-design.ts';
import type { Instant } from './time.ts';

/**
 * One thing worth showing on air. A gift streak is ONE moment that grows: the same `key` comes again with a higher
 * `count`. No id of a person. What a gift is worth and its picture are on it only for a stage whose design shows them.
 */
export type StageMoment =
  | {
      seq: number;
      at: Instant;
      type: 'gift';
      key: string;
      name: string;
      gift: string;
      count: number;
      ended: boolean;
      /** Number of the streak's first message: one that began before a clear stays away from every page ({@link beganAt}). */
      firstSeq: number;
      /**
       * How much is given so far, as an order of magnitude: the doublings of one diamond, rounded up. By it the stage shows
       * the great before the small; what a gift is worth to the diamond is in no frame of a stage that does not show it.
       */
      rank?: number;
      /** What the streak is worth so far. */
      diamonds?: number;
      /** Where this server serves the gift's picture; it may turn out to have none. */
      picture?: string;
    }
  | { seq: number; at: Instant; type: 'follow' | 'share' | 'subscribe' | 'fan-club'; key: string; name: string }
  | { seq: number; at: Instant; type: 'tip'; key: string; name: string; amount: Money }
  /** Words of the streamer's own, with names filled in; nobody's deed. `rank` as of a gift, by the priority of its rule. */
  | { seq: number; at: Instant; type: 'own'; key: string; name: string; rank: number };

/** The number with which it began: a streak's first message, not the last by which it grew. What a clear is measured on. */
export function beganAt(moment: StageMoment): number {
  return moment.type === 'gift' ? moment.firstSeq : moment.seq;
}

/** The bio card turns through its offers; more than these nobody reads from it. */
export const OFFERS_IN_TURN = 6;
export const PROOFS_IN_TURN = 6;

/** An offer as the stage shows it. */
export interface OfferCard {
  /** As in the address of its page. */
  slug: string;
  /** The short names that it had before: a card may have been made for one of them. */
  oldSlugs: string[];
  title: LocalText;
  /** Null: a product, which has no times. */
  minutes: number | null;
  price: Money;
  /** The code that was made for it, and the address that leads by it; null where there is none, or it has ended. */
  code: { letters: string; address: string } | null;
}

/** The whole of what one stage may know. No contact data, no message text, no internal id: by type (promise 5). */
export interface StageView {
  stage: { id: string; name: string; language: Language };
  /** Null while nothing is published. Of the offers the first {@link OFFERS_IN_TURN}, and those that a card of this stage is pinned to. */
  bio: {
    name: string;
    handle: string;
    headline: string;
    skills: string[];
    offers: OfferCard[];
    /** What the public proofs of competence say, the first {@link PROOFS_IN_TURN} of them. */
    proofs: string[];
  } | null;
  /** The address a viewer can type, and the same as a QR path. Null while nothing is published; the studio warns while it is this machine's alone. */
  booking: {
    /** The short one, `host/c/CODE`, while there is a code; else that of the viewers' page. */
    address: string;
    /** The code that is on, to be said aloud: of the moment, the scene or this card. Null: none can be made. */
    code: string | null;
    qr: { modules: number; path: string };
  } | null;
  /** The next bookable start; null when there is none or it is not certain. `checkedAt` lets the page withdraw it when stale. */
  nextFree: { start: Instant; zone: string; leftThisWeek: number; checkedAt: Instant } | null;
  /** `nowServing`: whose booked session runs now, by on-air name. */
  queue: {
    waiting: number;
    nowServing: string | null;
    next: { name: string; service: LocalText; start: Instant | null }[];
  };
  /** Times that a word in the chat holds until their viewers come, the newest first: on-air names and codes. */
  chatHolds: { code: string; name: string; until: Instant }[];
  /** What OBS shows, for layouts of their own; null while that is not known. */
  scene: string | null;
  /** True after the panic key: nothing at all is on air. */
  blank: boolean;
  /** The stage tells of itself for whoever sets it up; never during a show. */
  setUp: boolean;
  featured: Featured | null;
  /** The layout that a scene rule has called for, by id; null or left out: by the scene. */
  layout?: string | null;
  alertControl: AlertControl;
  /** In the first view after a connect, what came in the last 30 seconds, oldest first: a reload shows what is still on. */
  moments: StageMoment[];
  serverTime: Instant;
}

/** What was done to the alerts by hand. Numbers only rise, so that a page does each once, whenever it hears of it. */
export interface AlertControl {
  paused: boolean;
  muted: boolean;
  /** How often the alert on air was sent away. */
  skips: number;
  /** Which alerts those were, by key, as pages told: no other page shows them any more. The newest alone; left out at none. */
  skipped?: string[];
  /** What began up to this number was cleared. */
  clearedSeq: number;
  /** How often the last alert was asked for again. */
  replays: number;
}

/** What holds for all stages by hand: blanked by the panic key, what is featured, the alerts. */
export interface OnStage {
  blank: boolean;
  featured: Featured | null;
  /** The layout that a scene rule has called for, by id; null or left out: by the scene. */
  layout?: string | null;
  alertControl: AlertControl;
}

/** What a goal may count. */
export interface GoalSums {
  diamonds: number;
  follows: number;
  subscribes: number;
  likes: number;
  money: Money[];
  bookings: number;
  /** True when the feed was away meanwhile: sums may be short. */
  short: boolean;
}

/** What goals, leaderboard and clock count: the sums of this live. Sent apart from the view, at most twice a second. */
export interface StageFigures extends GoalSums {
  sessionStartedAt: Instant | null;
  /** The sums of the lives before this one, by the time from which a goal counts them; left out where no goal does. */
  earlier?: Readonly<Record<Instant, GoalSums>>;
  /** The most generous first. Names as they may be on air. */
  board: { live: BoardRow[]; today: BoardRow[] };
  /** `name` is the kind of the source, the first part of its id: `tiktok`. */
  feed: { state: SourceStatus['state']; name: string }[];
}

export interface BoardRow {
  name: string;
  diamonds: number;
}

/** What one widget shows while the studio tries it out, in place of what this show has. */
export interface StageSample {
  /** The widget with what its settings leave out. */
  widget: Widget;
  /** What is not of this show. Of the card (`bio`, `booking`, `nextFree`) only where nothing is published. */
  view: Partial<Pick<StageView, 'bio' | 'booking' | 'nextFree' | 'queue' | 'chatHolds' | 'featured' | 'setUp'>>;
  /** Null: those of this show. */
  figures: StageFigures | null;
}

/** Of a show in which nothing has come yet. */
export const NO_FIGURES: StageFigures = {
  sessionStartedAt: null,
  diamonds: 0,
  follows: 0,
  subscribes: 0,
  likes: 0,
  money: [],
  bookings: 0,
  board: { live: [], today: [] },
  short: false,
  feed: [],
};
