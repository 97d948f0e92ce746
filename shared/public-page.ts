import { z } from 'zod';
import { Proof, RequestState, ServiceDraft, Slot, ThreadMessage } from './booking.ts';
import { Language, LocalText } from './languages.ts';
import { Money } from './money.ts';
import { Deposit, Place, RegionPrice } from './offer-terms.ts';
import { THREAD_ACTIONS, type ThreadView } from './thread-view.ts';
import { Instant } from './time.ts';

/** What anybody may know of where an offer takes place. */
export const PublicPlace = z.object({
  type: z.enum(['video', 'chat', 'on-site', 'phone']),
  /** On site: where the creator comes to. */
  area: z.string().optional(),
});

/** What anybody may know of an offer: the fields listed here and no other. */
export const PublicService = ServiceDraft.pick({
  slug: true,
  kind: true,
  title: true,
  summary: true,
  minutes: true,
  price: true,
  noticeMinutes: true,
  horizonDays: true,
  capacity: true,
  instant: true,
  cutoffMinutes: true,
  description: true,
  questions: true,
  adultsOnly: true,
  waitlist: true,
  link: true,
}).extend({
  id: z.string(),
  /** Where it takes place, without what only the booked viewer may have: no link and no number. */
  place: PublicPlace,
  /** The countries whose viewers may book; empty: all. */
  regions: z.array(z.string()),
  prices: z.array(RegionPrice.omit({ paymentUrl: true })),
  /** What is due before, without the payment link, which is for who is booked. */
  deposit: Deposit.pick({ amount: true }).nullable(),
});
export type PublicService = z.infer<typeof PublicService>;

/** A picture on our own origin, with its size so that nothing moves when it comes. */
export const PublicPicture = z.object({
  /** A path such as `/pictures/0f...9a.webp`, which may be cached for ever. */
  url: z.string(),
  width: z.int(),
  height: z.int(),
  /** Empty: it says nothing that the text does not. */
  alt: z.string(),
});
export type PublicPicture = z.infer<typeof PublicPicture>;

const bioText = { headline: z.string(), about: z.string(), skills: z.array(z.string()) };

/** The published bio as viewers see it. Proofs are the public ones. */
export const PublicPage = z.object({
  handle: z.string(),
  name: z.string(),
  ...bioText,
  translations: z.partialRecord(Language, z.object(bioText)),
  languages: z.array(z.string()),
  region: z.string(),
  /** The zone of the hours: in which the creator lives through the times that are shown. */
  zone: z.string(),
  proofs: z.array(Proof.omit({ public: true, picture: true }).extend({ picture: PublicPicture.optional() })),
  /** Null: none was given. */
  portrait: PublicPicture.nullable(),
  pictures: z.array(PublicPicture),
  services: z.array(PublicService),
  /** Whether mails are sent: where they are not, no address is asked for. */
  mails: z.boolean(),
  /** After how many days what a viewer gave is deleted by itself; null: it is not. */
  keep: z.object({ requestDays: z.int(), bookingDays: z.int() }).nullable(),
});
export type PublicPage = z.infer<typeof PublicPage>;

/** The widest window of one question for slots. */
export const MOST_SLOT_DAYS = 62;

export const SlotList = z.object({ slots: z.array(Slot) });
export type SlotList = z.infer<typeof SlotList>;

/** The times that a thread's request can move to. `until`: the last moment that the service can be booked for at all. */
export const MoveTimes = SlotList.extend({ until: Instant });
export type MoveTimes = z.infer<typeof MoveTimes>;

/** `serverTime` is the server's clock at the answer, so that a page with a wrong clock can still count down. */
export const HoldMade = z.object({ id: z.string(), expiresAt: Instant, serverTime: Instant.optional() });
export type HoldMade = z.infer<typeof HoldMade>;

/** `thread` is the address of the viewer's private thread: whoever has it may act for the viewer. */
export const RequestMade = z.object({ id: z.string(), state: RequestState, thread: z.string() });
export type RequestMade = z.infer<typeof RequestMade>;

/** The private thread on the wire. */
export const ThreadAnswer = z.object({
  state: RequestState,
  creator: z.object({ name: z.string(), handle: z.string() }),
  service: z.object({
    id: z.string(),
    title: LocalText,
    minutes: z.int(),
    price: Money,
    capacity: z.int(),
    cutoffMinutes: z.int(),
  }),
  name: z.string(),
  email: z.string().nullable(),
  mails: z.boolean(),
  start: Instant.nullable(),
  end: Instant.nullable(),
  zone: z.string(),
  createdAt: Instant,
  number: z.string(),
  price: Money,
  place: Place.nullable(),
  deposit: Deposit.nullable(),
  paid: z.boolean(),
  wasBooked: z.boolean(),
  answers: z.array(z.object({ question: z.string(), answer: z.string() })),
  messages: z.array(ThreadMessage),
  actions: z.array(z.enum(THREAD_ACTIONS)),
  nearest: z.array(Instant),
  answerBy: Instant.nullable(),
  cutoffAt: Instant.nullable(),
  offersUntil: Instant.nullable(),
  waitlist: z
    .object({ position: z.int(), earliest: Instant.nullable(), latest: Instant.nullable(), until: Instant })
    .nullable(),
  serverTime: Instant,
}) satisfies z.ZodType<ThreadView>;
export type ThreadAnswer = z.infer<typeof ThreadAnswer>;
