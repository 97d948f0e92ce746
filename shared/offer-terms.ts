import { z } from 'zod';
import { LANGUAGES, type LocalText } from './local-text.ts';
import { Money } from './money.ts';
import { isProductLink } from './product-link.ts';

export { depositIn, priceIn } from './region-price.ts';

/** What an offer says beside its length and price: where it takes place, what is asked, what is to be paid before. */

/** ISO 3166-1 alpha-2. */
export const Region = z.string().regex(/^[A-Z]{2}$/, 'is not a country code, such as DE');

/** An http or https address that people open; never fetched by the server. */
export const WebAddress = z
  .string()
  .max(2000)
  .regex(/^https?:\/\//i, 'is not an http or https address');

/** Where a product is sold: people open it, the server never fetches it. */
export const ProductLink = z
  .string()
  .trim()
  .max(2000)
  .refine(isProductLink, 'is not an https address without a name and a password in it');

/** A text of several paragraphs in one or more languages. */
export const LongText = z
  .partialRecord(z.enum(LANGUAGES), z.string().min(1).max(4000))
  .refine((texts) => Object.keys(texts).length > 0, { error: 'needs the text in at least one language' });
export type LongText = LocalText;

/**
 * Where the appointment takes place. `joinUrl` and `phone` are for the booked viewer alone and never public; `area` is
 * what anybody may read of where the creator comes to.
 */
export const Place = z.discriminatedUnion('type', [
  z.object({ type: z.literal('video'), joinUrl: WebAddress.optional() }),
  z.object({ type: z.literal('chat') }),
  z.object({ type: z.literal('on-site'), area: z.string().trim().min(1).max(200) }),
  z.object({
    type: z.literal('phone'),
    /** The creator's number, to be called. None: the creator calls, and asks for the viewer's by a question. */
    phone: z
      .string()
      .trim()
      .regex(/^\+?[\d ()/-]{5,30}$/, 'is not a phone number')
      .optional(),
  }),
]);
export type Place = z.infer<typeof Place>;

/**
 * The price for viewers of one region; everybody else pays the offer's own. `deposit` stands in the place of the offer's
 * where that has one, and of nothing asks for none there; without it the offer's own is due. `paymentUrl` is where a deposit
 * is paid from there, and like the offer's it is never public.
 */
export const RegionPrice = z.object({
  region: Region,
  price: Money,
  deposit: Money.optional(),
  paymentUrl: WebAddress.optional(),
});
export type RegionPrice = z.infer<typeof RegionPrice>;

/** One thing that the creator wants to know before the appointment. Answers are for the desk, never for the stage. */
export const Question = z.object({
  id: z.string().regex(/^[a-z0-9-]{1,40}$/, 'is not a short name of small letters, digits and dashes'),
  label: z
    .partialRecord(z.enum(LANGUAGES), z.string().min(1).max(200))
    .refine((texts) => Object.keys(texts).length > 0, { error: 'needs the text in at least one language' }),
  required: z.boolean().default(false),
});
export type Question = z.infer<typeof Question>;

/** What is to be paid before the appointment. Cuedesk shows it and the creator's own payment link; it takes no money. */
export const Deposit = z.object({ amount: Money, paymentUrl: WebAddress.optional() });
export type Deposit = z.infer<typeof Deposit>;

const distinct = <T>(list: ReadonlyArray<T>, key: (item: T) => string) => new Set(list.map(key)).size === list.length;

/** The terms of an offer. Every one has a default, which is what offers of an older Cuedesk are read with. */
export const offerTerms = {
  description: LongText.optional(),
  /** Prices that differ by the viewer's region. */
  prices: z
    .array(RegionPrice)
    .max(60)
    .refine((list) => distinct(list, ({ region }) => region), 'names a region twice')
    .default([]),
  /** Regions it is offered to beside the creator's own, which is never left out. Each is checked for licences. */
  regions: z
    .array(Region)
    .max(60)
    .refine((list) => distinct(list, String), 'names a region twice')
    .default([]),
  place: Place.default({ type: 'video' }),
  questions: z
    .array(Question)
    .max(8)
    .refine((list) => distinct(list, ({ id }) => id), 'has two questions of one name')
    .default([]),
  deposit: Deposit.nullable().default(null),
  /** Bookings of this offer on one day of the creator at most. */
  dailyCap: z.int().min(1).max(200).nullable().default(null),
  /** Whether who books has to say that he or she is 18 or older. */
  adultsOnly: z.boolean().default(true),
  /** Whether viewers may wait for a time that frees. */
  waitlist: z.boolean().default(true),
  /** Where a product (`ecommerce`) is sold: it has no times then, and what times are made of means nothing. */
  link: ProductLink.nullable().default(null),
} as const;

/** What an offer without terms is read with. */
export const PLAIN_TERMS = z.object(offerTerms).parse({});
