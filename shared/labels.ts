import { z } from 'zod';
import { LABEL_COLOURS, LONGEST_LABEL } from './label-colours.ts';

/** What the desk marks requests and people with. */
export const LabelDraft = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_LABEL)
    .regex(/^[^\p{Cc}]*$/u, { error: 'has to be one line' }),
  colour: z.enum(LABEL_COLOURS),
});
export type LabelDraft = z.infer<typeof LabelDraft>;

export const Label = LabelDraft.extend({ id: z.string() });
export type Label = z.infer<typeof Label>;

/**
 * Puts a label on or takes it off. `request`: that request alone; `person`: whoever asks, so that each of their requests
 * has it, now and later.
 */
export const LabelPut = z.object({
  label: z.string().regex(/^[\w-]{1,64}$/),
  on: z.enum(['request', 'person']),
  put: z.boolean(),
});
export type LabelPut = z.infer<typeof LabelPut>;

/** On how many requests by themselves, and on how many people, a label is. */
export const LabelUses = z.object({ requests: z.int(), people: z.int() });
export type LabelUses = z.infer<typeof LabelUses>;
