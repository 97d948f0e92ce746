import { z } from 'zod';
import { HeldAct } from './desk-team.ts';
import { LONGEST_MACRO_NAME, LONGEST_MACRO_NOTE, MACRO_STEPS, macroFault } from './macro-steps.ts';
import { Instant } from './time.ts';

/** One step. `label`: the id of a label, put on the request; `reply`: the id of a prepared reply; `offer`: the three free times nearest to the asked one. */
export const MacroStep = z.discriminatedUnion('type', [
  z.object({ type: z.literal('claim') }),
  z.object({ type: z.literal('note'), text: z.string().trim().min(1).max(LONGEST_MACRO_NOTE) }),
  z.object({ type: z.literal('label'), label: z.string().regex(/^[\w-]{1,64}$/) }),
  z.object({ type: z.literal('reply'), reply: z.string().regex(/^[\w-]{1,64}$/) }),
  z.object({ type: z.literal('offer') }),
  z.object({ type: z.literal('accept') }),
  z.object({ type: z.literal('decline') }),
  z.object({ type: z.literal('spam') }),
]);
export type MacroStep = z.infer<typeof MacroStep>;

const FAULTS = {
  empty: 'needs a step',
  order: `has to be in this order, each once: ${MACRO_STEPS.join(', ')}`,
  ends: 'has more than one end: one of offer, accept, decline, spam',
  silent: 'replies to what it calls spam',
};

/** Several steps on one key. `key`: the digit that is pressed with Alt. */
export const MacroDraft = z.object({
  name: z
    .string()
    .trim()
    .min(1)
    .max(LONGEST_MACRO_NAME)
    .regex(/^[^\n]*$/, { error: 'has to be one line' }),
  key: z.int().min(1).max(9),
  steps: z
    .array(MacroStep)
    .max(MACRO_STEPS.length)
    .superRefine((steps, context) => {
      const fault = macroFault(steps.map(({ type }) => type));
      if (fault) context.addIssue({ code: 'custom', message: FAULTS[fault] });
    }),
});
export type MacroDraft = z.infer<typeof MacroDraft>;

export const Macro = MacroDraft.extend({ id: z.string() });
export type Macro = z.infer<typeof Macro>;

/** What came of a macro: the steps that are done or held, the one that was refused, and those after it. */
export const MacroOutcome = z.object({
  done: z.array(z.enum(MACRO_STEPS)),
  refused: z.object({ step: z.enum(MACRO_STEPS), why: z.string(), nearest: z.array(Instant) }).nullable(),
  left: z.array(z.enum(MACRO_STEPS)),
  /** What of it leaves the house in ten seconds, when it was asked for with `undo=1`. */
  held: HeldAct.nullable(),
});
export type MacroOutcome = z.infer<typeof MacroOutcome>;
