import { z } from 'zod';
import { Language, LocalText } from './languages.ts';
import { LONGEST_MESSAGE } from './message-length.ts';
import { Money } from './money.ts';
import { offerTerms, Region } from './offer-terms.ts';
import { REQUEST_STATES } from './request-states.ts';
import { languageTag } from './spoken-languages.ts';
import { CalendarDate, Instant, toMillis, WallTime, Weekday, WholeMinute, Zone } from './time.ts';

/** Names that stand where a handle stands in an address: `/api/v1/public/threads/SECRET`. */
const RESERVED_HANDLES: ReadonlySet<string> = new Set(['threads', 'calendar']);

/** A creator's handle in addresses: as TikTok's, 2 to 24 letters, digits, underscores and inner dots, kept lower-case. */
export const Handle = z
  .string()
  .transform((value) => value.replace(/^@/, '').toLowerCase())
  .pipe(
    z
      .string()
      .regex(
        /^[a-z0-9_](?:[a-z0-9_.]{0,22}[a-z0-9_])$/,
        'is not a handle: 2 to 24 letters, digits, dots and underscores',
      )
      .refine((value) => !RESERVED_HANDLES.has(value), 'is a name that Cuedesk needs for its own addresses'),
  );

/** A picture that Cuedesk keeps, by its content: `/pictures/ID.webp` for anybody once it is published. */
export const PictureId = z.string().regex(/^[0-9a-f]{32}$/, 'is not a picture of Cuedesk');

/** A picture with the words for those who do not see it. */
export const Picture = z.object({ id: PictureId, alt: z.string().max(200).default('') });
export type Picture = z.infer<typeof Picture>;

/** One proof of competence. Only public ones leave the house. */
export const Proof = z.object({
  /** A page that anybody can open, a certificate (with its picture), or the word of somebody else. */
  kind: z.enum(['link', 'certificate', 'reference']).default('link'),
  title: z.string().min(1).max(200),
  /** The title in other languages; in one that is left out it is read as above (`bio-text.ts`). */
  titles: z.partialRecord(Language, z.string().min(1).max(200)).optional(),
  /** Of the certificate, where there is one. */
  picture: PictureId.optional(),
  url: z
    .string()
    .max(2000)
    .regex(/^https?:\/\//i, 'is not an http or https address')
    .optional(),
  public: z.boolean(),
});
export type Proof = z.infer<typeof Proof>;

const bioText = {
  headline: z.string().max(120).default(''),
  about: z.string().max(4000).default(''),
  skills: z.array(z.string().min(1).max(60)).max(20).default([]),
};

/** The service bio: who the creator is, as typed in by the creator (TikTok has no API for it). */
export const Bio = z.object({
  handle: Handle,
  name: z.string().min(1).max(80),
  ...bioText,
  /** The same in other languages; what is empty there is read as above (`bio-text.ts`). */
  translations: z.partialRecord(Language, z.object(bioText)).default({}),
  /** BCP 47 tags. A language that is named in another way is read as its tag where it can be. */
  languages: z.array(z.string().min(2).max(35).overwrite(languageTag)).max(20).default([]),
  /** ISO 3166-1 alpha-2: where the creator works, which decides what needs a licence. */
  region: Region,
  zone: Zone,
  proofs: z.array(Proof).max(30).default([]),
  /** Confirmed by the creator: 18 or older. */
  adult: z.boolean().default(false),
  followers: z.int().min(0).max(10_000_000_000).default(0),
  portrait: PictureId.nullable().default(null),
  pictures: z.array(Picture).max(6).default([]),
});
export type Bio = z.infer<typeof Bio>;

const minutes = (most: number) => z.int().min(0).max(most);

/** A bookable offer. Buffers belong to the creator's time but not to what the viewer sees. */
export const ServiceDraft = z.object({
  slug: z
    .string()
    .regex(/^[a-z0-9](?:[a-z0-9-]{0,58}[a-z0-9])?$/, 'is not a short name of small letters, digits and dashes'),
  kind: z.enum(['consulting', 'training', 'local', 'ecommerce']),
  title: LocalText,
  summary: LocalText.optional(),
  minutes: z
    .int()
    .min(5)
    .max(24 * 60),
  price: Money,
  bufferBeforeMinutes: minutes(24 * 60).default(0),
  bufferAfterMinutes: minutes(24 * 60).default(0),
  noticeMinutes: minutes(365 * 24 * 60).default(0),
  horizonDays: z.int().min(1).max(730).default(60),
  /** How many viewers may share one slot. */
  capacity: z.int().min(1).max(500).default(1),
  /** True: a request books at once; false: a person accepts. */
  instant: z.boolean().default(false),
  /** Until how long before the start a viewer may cancel or move by the link. */
  cutoffMinutes: minutes(365 * 24 * 60).default(0),
  noLicenceNeeded: z.boolean().default(false),
  ...offerTerms,
});
export type ServiceDraft = z.infer<typeof ServiceDraft>;
/** An offer as it is taken from outside: a product has its link, and nothing else has one. */
export const ServiceBody = ServiceDraft.refine(({ kind, link }) => (kind === 'ecommerce') === (link !== null), {
  error: 'is where a product (ecommerce) is sold: it needs one, and no other kind has one',
  path: ['link'],
});
/** As it is sent: what has a default may be left out. */
export type ServiceInput = z.input<typeof ServiceDraft>;
export const Service = ServiceDraft.extend({ id: z.string() });
export type Service = z.infer<typeof Service>;

const Hours = z
  .object({ from: WallTime, to: WallTime })
  .refine((hours) => hours.from < hours.to, { error: 'must end after it begins', path: ['to'] });

const Live = z.object({ from: WallTime, to: WallTime });
const lasts = (live: { from: string; to: string }) => live.from !== live.to && live.from !== '24:00';
const takesTime = { error: 'must end at another time than it begins', path: ['to'] };

/**
 * A planned live, each week or once, in wall time of the hours' zone. It keeps its time from being offered. Lives run
 * into the night: one that ends before it begins by the clock ends on the next day.
 */
export const PlannedLive = z.union([
  Live.extend({ day: Weekday }).refine(lasts, takesTime),
  Live.extend({ date: CalendarDate }).refine(lasts, takesTime),
]);
export type PlannedLive = z.infer<typeof PlannedLive>;

/** When the creator can be booked, in wall time of `zone`. An exception replaces the whole day; no hours is a day off. */
export const Availability = z.object({
  zone: Zone,
  /** Slots begin at multiples of this from the start of each span of hours. */
  stepMinutes: z
    .int()
    .min(5)
    .max(24 * 60)
    .default(30),
  weekly: z
    .array(
      z
        .object({ day: Weekday, from: WallTime, to: WallTime })
        .refine((hours) => hours.from < hours.to, { error: 'must end after it begins', path: ['to'] }),
    )
    .max(100)
    .default([]),
  exceptions: z
    .array(z.object({ date: CalendarDate, hours: z.array(Hours).max(20) }))
    .max(1000)
    .default([]),
  lives: z.array(PlannedLive).max(100).default([]),
});
export type Availability = z.infer<typeof Availability>;

/** A bookable time. `seats` is how many are left. */
export const Slot = z.object({ start: Instant, end: Instant, seats: z.int() });
export type Slot = z.infer<typeof Slot>;

/**
 * Where one viewer's ask stands. `new`: nobody has answered; `waiting`: the viewer's turn; `offered`: its time was given
 * to another, the desk offered other times, or one came free on the waitlist; `waitlisted`: waits for a time to come
 * free; `merged`: goes on in another request of the same person; `cancelled`: its viewer ended it; `called-off`: the
 * creator's side ended what was booked; `booked`, `declined`, `done`, `no-show`, `spam` as they read.
 */
export const RequestState = z.enum(REQUEST_STATES);
export type RequestState = z.infer<typeof RequestState>;

/** What a viewer sends. Without `start` it is a message only. */
export const RequestDraft = z.object({
  service: z.string().min(1).max(64),
  start: WholeMinute.optional(),
  hold: z.string().max(64).optional(),
  name: z.string().trim().min(1).max(80),
  contact: z.object({ email: z.email().max(254).optional() }).optional(),
  message: z.string().max(LONGEST_MESSAGE).optional(),
  language: Language.default('en'),
  /** How times are written for the viewer, where the country decides it: `en-US`. Another language's is left out. */
  locale: z
    .string()
    .regex(/^[a-z]{2}-[A-Z]{2}$/, 'is not a language with a country, such as en-US')
    .optional(),
  zone: Zone.default('UTC'),
  /** Asked for by an offer with `adultsOnly`. */
  adult: z.boolean().default(false),
  /** The viewer's region, which decides the price where prices differ. */
  region: Region.optional(),
  /** Answers to the offer's questions, by their id. */
  answers: z
    .record(z.string().regex(/^[a-z0-9-]{1,40}$/), z.string().max(500))
    .refine((answers) => Object.keys(answers).length <= 8, 'has too many answers')
    .optional(),
  /** The short code that led here (`/c/CODE`). An unknown one is left out: a booking never fails for it. */
  code: z.string().max(40).optional(),
  /**
   * Whether the first word of the name may be seen on the stage, and from wording 2 of the consent on the question that
   * was asked with it. Nothing else of the viewer ever is.
   */
  onAir: z.boolean().default(false),
  /** Which wording of the consent was agreed to, as the page names it. */
  consentVersion: z.string().max(40).optional(),
  consent: z.literal(true, { error: 'must be agreed to before anything is sent' }),
});
export type RequestDraft = z.infer<typeof RequestDraft>;

/** What a viewer sends to wait for a time that comes free, if wanted between two starts alone. */
export const WaitDraft = RequestDraft.omit({ start: true, hold: true })
  .extend({ earliest: Instant.optional(), latest: Instant.optional() })
  .refine(({ earliest, latest }) => !earliest || !latest || toMillis(earliest) <= toMillis(latest), {
    error: 'must not lie before earliest',
    path: ['latest'],
  });
export type WaitDraft = z.infer<typeof WaitDraft>;

/** Between which starts a time would do for who waits; null: no bound. */
export const WaitDays = z
  .object({ earliest: Instant.nullable(), latest: Instant.nullable() })
  .refine(({ earliest, latest }) => !earliest || !latest || toMillis(earliest) <= toMillis(latest), {
    error: 'must not lie before earliest',
    path: ['latest'],
  });
export type WaitDays = z.infer<typeof WaitDays>;

/** One entry of a thread. `system` entries carry a stable word in `text` that pages translate, and its `data`. */
export const ThreadMessage = z.object({
  id: z.string(),
  at: Instant,
  from: z.enum(['viewer', 'creator', 'system']),
  text: z.string(),
  data: z.record(z.string(), z.unknown()).optional(),
});
export type ThreadMessage = z.infer<typeof ThreadMessage>;
