/*
 * Acts that leave the house and can be undone for a while. Without zod, since the desk's page reads this.
 */

/** How long such an act can be undone. */
export const UNDO_SECONDS = 10;

/** The acts that leave the house: a viewer hears of them, or there is no way back from them. */
export const HELD_TYPES = ['reply', 'decline', 'offer', 'accept', 'merge', 'complete', 'no-show'] as const;
export type HeldType = (typeof HELD_TYPES)[number];
