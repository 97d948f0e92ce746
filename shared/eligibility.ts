import { z } from 'zod';
import { Region } from './offer-terms.ts';
import { Instant } from './time.ts';

/** Names of activities in our list of what is regulated. */
const ActivityId = z.string().regex(/^[a-z-]{1,40}$/, 'is not an activity of the list');

/** A creator's word that what an offer may be about is the part of it that needs no licence there. */
export const LicenceConfirm = z.object({
  region: Region,
  activity: ActivityId,
  /** Of the person who answers for it. */
  name: z.string().trim().min(1).max(80),
});
export type LicenceConfirm = z.infer<typeof LicenceConfirm>;

/**
 * Something regulated that an offer may be about in one of its regions. `never` cannot be offered with that text;
 * `confirm` waits for a confirmation, which is void as soon as the text, the regions or the rules change.
 */
export const LicencePoint = z.object({
  region: Region,
  activity: ActivityId,
  name: z.object({ en: z.string(), de: z.string(), nl: z.string(), nb: z.string() }),
  level: z.enum(['never', 'confirm']),
  law: z.string(),
  /** Where the law can be read. */
  url: z.string(),
  /** What in the text it was recognised by, as our list has it: `*` stands for the rest of a word. */
  word: z.string(),
  confirmed: z.object({ by: z.string(), at: Instant, ruleVersion: z.string() }).nullable(),
});
export type LicencePoint = z.infer<typeof LicencePoint>;

/** What the list says of one offer. */
export const ServiceLicences = z.object({
  service: z.string(),
  ruleVersion: z.string(),
  /** Regions it is offered to that the list does not know: only the general confirmation stands for them. */
  unknownRegions: z.array(Region),
  points: z.array(LicencePoint),
  /** Whether viewers may see it: confirmed in general, and every point of the list too. */
  eligible: z.boolean(),
});
export type ServiceLicences = z.infer<typeof ServiceLicences>;

/** How many followers a live source of ours last told of; null where none did, and the creator's own number counts. */
export const FollowersKnown = z.object({ count: z.int().min(0), at: Instant }).nullable();
export type FollowersKnown = z.infer<typeof FollowersKnown>;
