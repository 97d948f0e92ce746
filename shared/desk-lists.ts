/*
 * The lists of the desk. Without zod, since its page reads this.
 */

/** Which requests are listed. The first ten have number keys: 1 to 9, and 0 for the tenth. */
export const DESK_LISTS = [
  'open',
  'mine',
  'new',
  'waiting',
  'offered',
  'booked',
  'snoozed',
  'closed',
  'spam',
  'all',
  'claimed',
  'declined',
  'done',
  'no-show',
] as const;
export type DeskList = (typeof DESK_LISTS)[number];

/** The longest name of a kept view, in UTF-16 units. */
export const LONGEST_VIEW_NAME = 40;
