/*
 * What a label may look like. Without zod, since the desk's page reads this.
 */

/** The meanings of the theme, each of which reads in light and in dark. */
export const LABEL_COLOURS = ['plain', 'accent', 'positive', 'warning', 'danger', 'live'] as const;
export type LabelColour = (typeof LABEL_COLOURS)[number];
/** As long as a name may be: several stand beside each other in one row. */
export const LONGEST_LABEL = 24;
