import { z } from 'zod';
import { Language } from './languages.ts';

/** As long as a name may be: it is typed after a slash. */
export const LONGEST_REPLY_NAME = 40;
export const LONGEST_REPLY_TEXT = 2000;

/** A reply that is written once and used often. What its texts may hold in braces is said in `reply-template.ts`. */
export const PreparedReplyDraft = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_REPLY_NAME)
    .regex(/^[^\n/]*$/, { error: 'has to be one line without a slash' }),
  texts: z
    .partialRecord(Language, z.string().trim().min(1).max(LONGEST_REPLY_TEXT))
    .refine((texts) => Object.keys(texts).length > 0, { error: 'needs the text in at least one language' }),
});
export type PreparedReplyDraft = z.infer<typeof PreparedReplyDraft>;

export const PreparedReply = PreparedReplyDraft.extend({ id: z.string() });
export type PreparedReply = z.infer<typeof PreparedReply>;

/** What the desk's page needs to use them. `link`: the viewers' page; null while nothing is published. */
export interface PreparedForDesk {
  readonly replies: ReadonlyArray<PreparedReply>;
  readonly link: string | null;
}
