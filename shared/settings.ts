import { z } from 'zod';
import { Language } from './languages.ts';

const handle = z
  .string()
  .max(100)
  .transform((text) => text.trim().replace(/^@/, ''))
  .nullable();
const webAddress = z
  .string()
  .max(300)
  .refine((url) => URL.canParse(url) && /^https?:$/.test(new URL(url).protocol), {
    error: 'is not an http or https address',
  })
  .transform((url) => url.replace(/\/+$/, ''))
  .nullable();

/** What the studio sets by hand that belongs to no other part. */
export const StudioSettings = z.object({
  language: Language,
  tiktokHandle: handle,
  /** The address viewers type, set by hand; null means the tunnel's or the public door's. */
  publicUrl: webAddress,
});
export type StudioSettings = z.infer<typeof StudioSettings>;

/** A change of the settings: what is left out stays. */
export const StudioChange = StudioSettings.partial();
