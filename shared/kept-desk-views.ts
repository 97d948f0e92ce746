import { z } from 'zod';
import { DESK_LISTS, LONGEST_VIEW_NAME } from './desk-lists.ts';
import { Language } from './languages.ts';

/** What of the requests is shown: one list, and of it those that a search finds, with a label, in a language. */
export const DeskLens = z.object({
  list: z.enum(DESK_LISTS),
  /** Id of the label that all of them have; null: any or none. */
  label: z
    .string()
    .regex(/^[\w-]{1,64}$/)
    .nullable(),
  /** What the viewer reads; null: any. */
  language: Language.nullable(),
  search: z.string().trim().max(200),
});
export type DeskLens = z.infer<typeof DeskLens>;

/** A view of the desk under a name. `shared`: everybody's, else its maker's alone. */
export const DeskViewDraft = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_VIEW_NAME)
    .regex(/^[^\p{Cc}]*$/u, { error: 'has to be one line' }),
  shared: z.boolean(),
  lens: DeskLens,
});
export type DeskViewDraft = z.infer<typeof DeskViewDraft>;

export const KeptDeskView = DeskViewDraft.extend({ id: z.string() });
export type KeptDeskView = z.infer<typeof KeptDeskView>;
