import { z } from 'zod';
import { MOST_AT_ONCE } from './bulk-acts.ts';
import { LONGEST_MESSAGE } from './message-length.ts';
import { SnoozeDraft } from './snooze-draft.ts';

const RequestId = z.string().regex(/^[\w-]{1,64}$/);
const Ids = z
  .array(RequestId)
  .min(1)
  .max(MOST_AT_ONCE)
  .refine((ids) => new Set(ids).size === ids.length, { error: 'names a request twice' });

/** Words of one's own, the same for all, or a prepared reply in each viewer's language. */
const WORDS = {
  text: z.string().trim().min(1).max(LONGEST_MESSAGE).optional(),
  reply: RequestId.optional(),
};

/** One act for many requests. A label is put on or taken off the requests themselves. A decline may go with words, a reply has to. */
export const BulkAct = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim') }),
  z.object({ type: z.literal('release') }),
  z.object({ type: z.literal('spam') }),
  z.object({ type: z.literal('snooze'), ...SnoozeDraft.shape }),
  z.object({ type: z.literal('label'), label: RequestId, put: z.boolean() }),
  z
    .object({
      type: z.literal('decline'),
      ...WORDS,
    })
    .refine(({ text, reply }) => !text || !reply, { error: 'has words of its own and a prepared reply' }),
  z
    .object({ type: z.literal('reply'), ...WORDS })
    .refine(({ text, reply }) => !text !== !reply, { error: 'has to have words of its own or a prepared reply' }),
]);
export type BulkAct = z.infer<typeof BulkAct>;

export const BulkDraft = z.object({ ids: Ids, act: BulkAct });
export const BulkUndo = z.object({ ids: Ids });

/** What came of it for each request, in the order in which they were named. `why` stands with `refused` alone. */
export const BulkOutcome = z.object({
  results: z.array(
    z.object({ id: z.string(), result: z.enum(['done', 'held', 'refused']), why: z.string().nullable() }),
  ),
});
export type BulkOutcome = z.infer<typeof BulkOutcome>;
