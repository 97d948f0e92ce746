import type { RequestState } from '../../../shared/booking.ts';
import type { Language } from '../../../shared/languages.ts';
import type { Money } from '../../../shared/money.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { ViewerNews } from '../../../shared/viewer-news.ts';

/** Who sits at the desk: the owner or a moderator. */
export interface Member {
  readonly id: string;
  readonly name: string;
}

/** A request that one member answers, so that two do not answer the same viewer. `at` is the last sign of life. */
export interface Claim {
  readonly by: string;
  readonly name: string;
  readonly at: EpochMillis;
}

/** A request that the desk has put aside. `until` is past once it is back and nobody of the desk has acted on it since. */
export interface Snooze {
  readonly until: EpochMillis;
  /** It comes back with the end of the live, or at `until` at the latest. */
  readonly forLive: boolean;
}

/** One viewer's ask, as the store holds it. */
export interface BookingRequest {
  readonly id: string;
  readonly service: string;
  readonly state: RequestState;
  /** Raised with every change; the store takes a change only for the version it was decided on. */
  readonly version: number;
  /** Null for a message only. */
  readonly start: EpochMillis | null;
  readonly end: EpochMillis | null;
  /** The creator's wall time and zone of the start, as they read when it was chosen. */
  readonly wallStart: string | null;
  readonly creatorZone: string | null;
  /** The viewer's zone. */
  readonly zone: string;
  readonly name: string;
  readonly contact: { readonly email?: string | undefined } | null;
  readonly language: Language;
  /** The tag that times are written by, `en-US`; null where that is the language alone. */
  readonly locale: string | null;
  /** Starts that the desk offered to this viewer: taking one books it. */
  readonly offers: ReadonlyArray<EpochMillis>;
  /**
   * When the offer of the waitlist lapses, until when its seat is kept for this viewer. Null: the desk's offers, which
   * stand until another takes the time.
   */
  readonly offersUntil: EpochMillis | null;
  /** What was agreed on when it was asked for: offers change. */
  readonly terms: AgreedTerms;
  /** True while the viewer's last words were not looked at. */
  readonly unread: boolean;
  /** What the viewer did, beside words, that nobody of the desk has opened since. */
  readonly news: ViewerNews | null;
  readonly claim: Claim | null;
  readonly snooze: Snooze | null;
  /** By when the viewer was promised an answer; null once it is answered, or where nothing was promised. */
  readonly answerBy: EpochMillis | null;
  /** When the desk said that it is paid, which no program can see; null: not said. */
  readonly paidAt: EpochMillis | null;
  readonly createdAt: EpochMillis;
  readonly updatedAt: EpochMillis;
}

/** The price and what else the viewer was shown and said, as it was at the time of the ask. */
export interface AgreedTerms {
  /** Null in requests of a Cuedesk that did not keep it. */
  readonly price: Money | null;
  /** What was to be paid before; null when nothing was. Left out in requests of a Cuedesk that did not keep it. */
  readonly deposit?: Money | null;
  /** How long before its start a booking could be cancelled or moved. Left out where its viewer was told of none. */
  readonly cutoffMinutes?: number;
  readonly region: string | null;
  /** By the question's id, with the question as it was asked. */
  readonly answers: ReadonlyArray<{ readonly id: string; readonly question: string; readonly answer: string }>;
  /** The short code that led to it. */
  readonly code: string | null;
  /** The door by which it came. */
  readonly via: RequestDoor;
  readonly consentVersion: string | null;
  readonly adult: boolean;
  /** Whether the first word of the name may be seen on the stage. */
  readonly onAir: boolean;
}

/** `page`: the viewers' page; `chat`: a keyword in the live; `paste`: by a moderator; `tiktok`: a direct message there. */
export type RequestDoor = 'page' | 'chat' | 'paste' | 'tiktok';

/** The words of `system` entries in a thread; pages translate them. `note` entries never leave the desk. */
export type SystemWord =
  | 'accepted'
  | 'booked'
  | 'declined'
  | 'cancelled'
  | 'called-off'
  | 'moved'
  | 'asked'
  | 'offered'
  | 'slot-taken'
  | 'waitlisted'
  | 'time-freed'
  | 'offer-passed'
  | 'offer-lapsed'
  | 'merged'
  | 'paid'
  | 'unpaid'
  | 'erased'
  | 'too-old';

/** One entry to add to a thread. `by` is the member of the desk who did it; viewers never see it. */
export type NewMessage =
  | { readonly author: 'viewer'; readonly text: string }
  | { readonly author: 'creator' | 'note'; readonly text: string; readonly by: Member }
  | {
      readonly author: 'system';
      readonly text: SystemWord;
      readonly data?: Readonly<Record<string, unknown>>;
      readonly by?: Member;
    };

/**
 * What a decision changes. `seat`: `take` one at `start`, `free` the one it has, `swap` it for one at `start`.
 * `check` says how a new seat is checked: `offered` by the whole calendar, or only that it is `free` and ahead (what a
 * person at the desk agreed to stands, even if the hours have changed since).
 */
export interface RequestChange {
  readonly state?: RequestState;
  readonly start?: EpochMillis;
  readonly seat?: 'take' | 'free' | 'swap';
  readonly check?: 'offered' | 'free';
  /** New offers take the place of all earlier ones; what was kept for the viewer by one of the waitlist comes free. */
  readonly offers?: ReadonlyArray<EpochMillis>;
  readonly offersUntil?: EpochMillis | null;
  readonly unread?: boolean;
  /** Null also with what looks at its words (`unread: false`), unless it says otherwise. */
  readonly news?: ViewerNews | null;
  /** What its viewer reads from now on, with the tag that times are written by. */
  readonly reads?: Pick<BookingRequest, 'language' | 'locale'>;
  /** How its viewer is reached from now on; null: by the thread alone. */
  readonly contact?: BookingRequest['contact'];
  readonly claim?: Claim | null;
  /** Null when it is put aside no more; what is closed or booked never is, whatever stands here. */
  readonly snooze?: Snooze | null;
  /** What is no longer new has no promise, whatever stands here. */
  readonly answerBy?: EpochMillis | null;
  readonly paidAt?: EpochMillis | null;
  readonly say?: ReadonlyArray<NewMessage>;
}
