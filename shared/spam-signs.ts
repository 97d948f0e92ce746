/*
 * Why an ask may be spam. Without zod, since the desk's page says it. None of it hides anything: a person decides.
 */

/** What speaks most for spam stands first; an ask says the first of its own. */
export const SPAM_SIGNS = ['same-text', 'shortener', 'word', 'link', 'shouting'] as const;
export type SpamSign = (typeof SPAM_SIGNS)[number];

export const MOST_SPAM_WORDS = 100;
export const LONGEST_SPAM_WORD = 60;
