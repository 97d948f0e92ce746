import type { FeedTrouble } from '../../../shared/busy.ts';
import type { Span } from './span.ts';

/** What is wanted of another calendar. */
export interface FeedAsk {
  /** https. A secret: who has it reads the calendar. */
  readonly address: string;
  /** What the last good reading came with; null asks for the whole file, changed or not. */
  readonly etag: string | null;
  readonly lastModified: string | null;
  /** The creator's zone: of floating times and whole days. */
  readonly zone: string;
  /** What is read of it. Series go on for ever; nobody books that far ahead. */
  readonly window: Span;
}

/** What a calendar says of the creator's time. */
export interface BusyTimes {
  /** Ascending, none touching another, none longer than the window. */
  readonly spans: ReadonlyArray<Span>;
  /** Later than this nothing was read, since the file holds too much; null: all of the window was. */
  readonly until: number | null;
  /** Events that could not be read, and so do not block. */
  readonly unread: number;
}

export type FeedAnswer =
  | {
      readonly type: 'read';
      readonly times: BusyTimes;
      readonly etag: string | null;
      readonly lastModified: string | null;
    }
  | { readonly type: 'unchanged' }
  | { readonly type: 'failed'; readonly trouble: FeedTrouble };

/** Reads another calendar over the net. Never throws for what the other side does, and never holds up this thread. */
export type ReadCalendar = (ask: FeedAsk, stop: AbortSignal) => Promise<FeedAnswer>;
