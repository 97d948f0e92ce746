/*
 * What a viewer has done to the own booking or ask that nobody of the desk has opened since. Without zod, so that a page
 * which only reads it need not carry it.
 */

/** `booked`: took an offered time, or booked what needs no answer. */
export const VIEWER_NEWS = ['booked', 'moved', 'cancelled'] as const;
export type ViewerNews = (typeof VIEWER_NEWS)[number];
