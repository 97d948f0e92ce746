import { ACT_RIGHTS, type Right } from './rights.ts';

/*
 * What a macro is made of, without zod, since the desk's page makes them. A step that is added here is a case of
 * `MacroStep` (macros.ts), of `insideStep` or `leavingAct` (server/app/macros.ts) and a field of the form
 * (overlay/desk/macro-steps-fields.tsx).
 */

/**
 * The steps in the only order they can stand in: what nobody outside hears of comes first, and all that leaves the house
 * is at the end, where it is one act that can be undone as a whole.
 */
export const MACRO_STEPS = ['claim', 'note', 'label', 'reply', 'offer', 'accept', 'decline', 'spam'] as const;
export type MacroStepType = (typeof MACRO_STEPS)[number];

/** The last step of a macro is one of these, or none of them is in it. */
export const MACRO_ENDS = ['offer', 'accept', 'decline', 'spam'] as const satisfies ReadonlyArray<MacroStepType>;

/** Keys of macros, each together with Alt. There are no more macros than keys. */
export const MACRO_KEYS = [1, 2, 3, 4, 5, 6, 7, 8, 9] as const;

export const LONGEST_MACRO_NAME = 40;
export const LONGEST_MACRO_NOTE = 500;

/** What is wrong with steps in this order, or null. `order`: another order; `ends`: more than one end; `silent`: words to spam. */
export function macroFault(steps: ReadonlyArray<MacroStepType>): 'empty' | 'order' | 'ends' | 'silent' | null {
  if (steps.length === 0) return 'empty';
  if (steps.filter((step) => MACRO_ENDS.some((end) => end === step)).length > 1) return 'ends';
  if (steps.some((step, at) => at > 0 && MACRO_STEPS.indexOf(step) <= MACRO_STEPS.indexOf(steps[at - 1] ?? step))) {
    return 'order';
  }
  return steps.includes('spam') && steps.includes('reply') ? 'silent' : null;
}

/** The rights that all of its steps need together. */
export function rightsOfSteps(steps: ReadonlyArray<MacroStepType>): Right[] {
  return [...new Set(steps.flatMap((step) => ACT_RIGHTS[step] ?? []))];
}
