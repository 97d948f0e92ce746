import { z } from 'zod';
import { Instant } from './time.ts';

/** Calendars of others that say when the creator is busy: read over https, never written to. */

export const MOST_FEEDS = 10;

/**
 * Where a calendar can be read, as calendar programs hand it out. `webcal:` is https by another name. A name or password
 * in it would stand wherever it is shown, and is refused.
 */
export const FeedAddress = z
  .string()
  .trim()
  .max(2000)
  .transform((text) => text.replace(/^webcals?:\/\//i, 'https://'))
  .pipe(
    z.string().refine(isHttps, { error: 'is not an https address of a calendar, without a name or password in it' }),
  );

function isHttps(text: string): boolean {
  if (!URL.canParse(text)) return false;
  const { protocol, hostname, username, password } = new URL(text);
  return protocol === 'https:' && hostname !== '' && username === '' && password === '';
}

const Name = z.string().trim().min(1).max(80);

export const BusyFeedDraft = z.object({ name: Name, address: FeedAddress });
export type BusyFeedDraft = z.infer<typeof BusyFeedDraft>;

/** Left out: as it is. */
export const BusyFeedChange = z.object({ name: Name.optional(), address: FeedAddress.optional() });
export type BusyFeedChange = z.infer<typeof BusyFeedChange>;

/**
 * Why a calendar could not be read. `no-such-host`, `unreachable`, `too-slow` (3 s), `insecure` (its certificate),
 * `private-address` (not of the public net), `moved` (redirects are not followed), `not-allowed`, `gone`, `refused` (any
 * other status), `too-big` (2 MB), `not-a-calendar`, `too-complex` (could not be worked out in time), `sealed` (the
 * address was kept by another installation and has to be given again).
 */
export const FEED_TROUBLES = [
  'no-such-host',
  'unreachable',
  'too-slow',
  'insecure',
  'private-address',
  'moved',
  'not-allowed',
  'gone',
  'refused',
  'too-big',
  'not-a-calendar',
  'too-complex',
  'sealed',
] as const;
export const FeedTrouble = z.enum(FEED_TROUBLES);
export type FeedTrouble = z.infer<typeof FeedTrouble>;

/** A calendar and where its reading stands. Its address is never given out again: only the host in it. */
export const BusyFeed = z.object({
  id: z.string(),
  name: z.string(),
  host: z.string(),
  /** When it was last read well; what it said then goes on blocking. Null: never yet. */
  readAt: Instant.nullable(),
  /** When it was last tried. */
  triedAt: Instant.nullable(),
  /** When it will be tried again at the latest. */
  nextAt: Instant,
  /** Of the last try; null: it went well, or there was none. */
  trouble: FeedTrouble.nullable(),
  /** How many stretches of time to come it blocks. */
  spans: z.int(),
  /** It holds more than is kept: nothing is blocked after this. */
  readUntil: Instant.nullable(),
  /** Events in it that could not be read and do not block. */
  unread: z.int(),
});
export type BusyFeed = z.infer<typeof BusyFeed>;
