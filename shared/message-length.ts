/** The longest message of a thread, from either side, in UTF-16 units. Without zod, since pages read it. */
export const LONGEST_MESSAGE = 4000;
