import { z } from 'zod';
import { LocalText } from './languages.ts';
import { LANGUAGES } from './local-text.ts';
import { Instant } from './time.ts';

/** One word that viewers type: compared letter by letter whatever its case, never as a pattern. */
const Word = z
  .string()
  .overwrite((text) => text.normalize('NFKC').trim().toLowerCase())
  .regex(/^\P{Cc}{2,30}$/u, 'has 2 to 30 letters')
  .regex(/^\S+$/u, 'must be one word');
const Words = z.array(Word).max(5);

/** The words by language: the language of the word that was typed is the one the viewer is answered in. */
const WordsByLanguage = z
  .object({ en: Words, de: Words, nl: Words, nb: Words })
  .refine((words) => LANGUAGES.some((language) => words[language].length > 0), 'needs at least one word');

/**
 * Booking by a word in the chat of the live. `holdMinutes`: how long the seat waits for its viewer; `cooldownMinutes`:
 * how long the same viewer gets no other one; `mostASession`: holds made in one live session.
 */
export const ChatWord = z.object({
  on: z.boolean(),
  words: WordsByLanguage,
  holdMinutes: z.int().min(2).max(60),
  mostASession: z.int().min(1).max(200),
  cooldownMinutes: z.int().min(0).max(240),
});
export type ChatWord = z.infer<typeof ChatWord>;

/** Off until the creator switches it on. */
export const FIRST_CHAT_WORD: ChatWord = {
  on: false,
  words: { en: ['!book'], de: ['!buchen'], nl: ['!boek'], nb: ['!bestill'] },
  holdMinutes: 10,
  mostASession: 20,
  cooldownMinutes: 15,
};

/** A seat held for a viewer of the chat, as the desk sees it. `taken`: its viewer has typed the code and is asking now. */
export const ChatHold = z.object({
  code: z.string(),
  name: z.string(),
  service: z.object({ id: z.string(), title: LocalText }),
  start: Instant,
  expiresAt: Instant,
  taken: z.boolean(),
});
export type ChatHold = z.infer<typeof ChatHold>;

/** What the code gives whoever types it first: the hold to ask with, and what it is for. */
export const ClaimedHold = z.object({
  hold: z.string(),
  /** The offer's id. */
  service: z.string(),
  start: Instant,
  expiresAt: Instant,
  serverTime: Instant,
});
export type ClaimedHold = z.infer<typeof ClaimedHold>;
