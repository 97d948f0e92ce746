import { z } from 'zod';
import { LONGEST_SPAM_WORD, MOST_SPAM_WORDS } from './spam-signs.ts';

/** Words or phrases of the creator, each found as whole words whatever their case or accents. */
export const SpamWords = z.array(z.string().trim().min(2).max(LONGEST_SPAM_WORD)).max(MOST_SPAM_WORDS);

/** Words to add and to take away; of one that stands in both the adding counts. */
export const SpamWordChange = z.object({ add: SpamWords.default([]), remove: SpamWords.default([]) });
export type SpamWordChange = z.infer<typeof SpamWordChange>;
