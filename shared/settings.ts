import { z } from 'zod';
import { Language } from './languages.ts';

/* `overwrite` and not `transform`: the same schema shapes what comes in and what goes out. */

const handle = z
  .string()
  .max(100)
  .overwrite((text) => text.trim().replace(/^@/, '').toLowerCase())
  .regex(/^[a-z0-9._]{1,64}$/, 'is not a TikTok handle, such as @anna.coach')
  .nullable();
const webAddress = z
  .string()
  .max(300)
  .refine((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), {
    error: 'is not an http or https address',
  })
  .overwrite((url) => url.replace(/\/+$/, ''))
  .nullable();

/** What the studio sets by hand that belongs to no other part. */
export const StudioSettings = z.object({
  language: Language,
  tiktokHandle: handle,
  /** The address viewers type, set by hand; null means the tunnel's or the public door's. */
  publicUrl: webAddress,
  /** Whether moderators may use the desk at that address too. */
  deskOutside: z.boolean(),
  /** How many days the log of acts is kept. */
  auditDays: z.int().min(30).max(3650),
  /** Within how many hours viewers are promised an answer; null: nothing is promised. */
  answerWithinHours: z.int().min(1).max(168).nullable(),
  /** How many days the person of a request without a booking is kept, after its last change or the asked time. */
  keepRequestDays: z.int().min(30).max(3650),
  /** How many days the person of a booking is kept after its end. */
  keepBookingDays: z.int().min(30).max(3650),
  /** How many days it is kept what people said in a live. */
  keepWordsDays: z.int().min(1).max(3650),
});
export type StudioSettings = z.infer<typeof StudioSettings>;

/** A change of the settings: what is left out stays. */
export const StudioChange = StudioSettings.partial();
