/*
 * How long the desk may put a request aside. Without zod, since the desk's page reads this.
 */

export const LONGEST_SNOOZE_DAYS = 90;
/** Something that is put aside until the live ends comes back after so many hours in any case: an end may never be told. */
export const LONGEST_LIVE_HOURS = 24;
