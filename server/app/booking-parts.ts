import type { DeskRequest } from '../../shared/desk-view.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { ReadCalendar } from '../core/booking/busy-port.ts';
import type { Retention } from '../core/desk/retention.ts';
import type { Store } from '../store/store.ts';
import type { DmApi } from '../tiktok-dm/client.ts';
import type { Door } from './door.ts';
import type { MailQueue } from './mail-port.ts';

/** What the booking part is built on. `secret` is the server's own; threads' addresses are derived from it. */
export interface BookingParts {
  readonly store: Store;
  readonly creatorId: string;
  readonly clock: () => EpochMillis;
  /** Never repeated. Not a secret: what only its viewer may know is made by other means. */
  readonly newId: () => string;
  readonly secret: string;
  /** Where viewers reach the public door, without a slash at the end. */
  readonly publicUrl: () => string;
  readonly door: Door;
  readonly feeds: FeedParts;
  /** Null: nothing is mailed, and viewers read everything in their thread. */
  readonly mail: MailQueue | null;
  /** Direct messages of TikTok; left out while no key for them is set. */
  readonly dm?: DmParts;
  /** The short code that was meant by what a page sends, or null for one that is not known. None: no code is kept. */
  readonly codeOf?: (typed: string) => Promise<string | null>;
  /** What a short code is for; null for one that is not known. */
  readonly aboutCode?: (code: string) => DeskRequest['codeFor'];
  /** Whether a live runs just now. None: nobody knows, and nothing can be put aside until it ends. */
  readonly isLive?: () => boolean;
  /** Within how many hours viewers are promised an answer; none or null: nothing is promised. */
  readonly answerWithinHours?: () => number | null;
  /** How long the people of requests are kept, to be told to them. None: nobody is forgotten by itself. */
  readonly keep?: () => Retention;
  /** Gets what a listener threw: the change it heard of is kept, and stands. */
  readonly onFault: (error: unknown) => void;
}

/** What reading other calendars is built on. */
export interface FeedParts {
  readonly read: ReadCalendar;
  /** Encrypts addresses for the store; `open` answers null for what another installation sealed. */
  readonly seal: (text: string) => string;
  readonly open: (sealed: string) => string | null;
  /** 0 to 1. */
  readonly random: () => number;
}

/** What direct messages of TikTok are built on; null in `BookingParts` while no key is in the environment. */
export interface DmParts {
  readonly api: DmApi;
  readonly clientKey: string;
  readonly clientSecret: string;
  /** Encrypts the tokens for the store. */
  readonly box: { seal(text: string): string; open(sealed: string): string | null };
}
