import { z } from 'zod';
import { LANGUAGES } from './local-text.ts';

export const Language = z.enum(LANGUAGES);
export type Language = z.infer<typeof Language>;

/** A text in one or more languages; at least one must be there. */
export const LocalText = z
  .partialRecord(Language, z.string().min(1).max(200))
  .refine((texts) => Object.keys(texts).length > 0, { error: 'needs the text in at least one language' });
export type LocalText = Partial<Record<Language, string>>;
