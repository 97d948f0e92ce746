/*
 * Codes that are said aloud in a live and typed on a phone: consonant, vowel, consonant, vowel, consonant, or a word of
 * the creator's own. They are read as a word in every language of Cuedesk, so that nobody spells letters, and no letter
 * of them is taken for a digit or for another letter.
 */

export const CONSONANTS = 'BDFGKLMNPRST';
export const VOWELS = 'AEIOU';
export const LEAST_LETTERS = 4;
export const MOST_LETTERS = 8;
/** With a vowel: codes of times that the chat holds have none, and one is never taken for the other. */
const LETTERS = new RegExp(`^(?=.*[${VOWELS}])[${CONSONANTS}${VOWELS}]{${LEAST_LETTERS},${MOST_LETTERS}}$`);
const ANY_LETTER = new RegExp(`[${CONSONANTS}${VOWELS}]`);

/** Digits that people type for the letters that they look like. */
const TYPED_FOR: Readonly<Record<string, string>> = {
  '0': 'O',
  '1': 'I',
  '3': 'E',
  '4': 'A',
  '5': 'S',
  '6': 'G',
  '8': 'B',
};

/** The code that was meant by what somebody typed, or null where it can be none. */
export function readCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const letters = bare(typed).replace(/[0134568]/g, (digit) => TYPED_FOR[digit] ?? digit);
  return LETTERS.test(letters) ? letters : null;
}

/** What is wrong with a word that somebody wants as a code; `signs` are those that are heard or read wrongly. */
export type WordFault = { readonly why: 'length' | 'no-vowel' } | { readonly why: 'signs'; readonly signs: string };

/** A word of the creator's own as a code, or why it can be none. A digit is refused: said aloud it is no letter. */
export function ownCode(typed: string): { readonly code: string } | WordFault {
  const word = bare(typed.slice(0, 40));
  const signs = [...new Set(word)].filter((sign) => !ANY_LETTER.test(sign)).join('');
  if (signs) return { why: 'signs', signs };
  const { length } = word;
  if (length < LEAST_LETTERS || length > MOST_LETTERS) return { why: 'length' };
  return LETTERS.test(word) ? { code: word } : { why: 'no-vowel' };
}

function bare(typed: string): string {
  return typed
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\s._#-]+/g, '');
}
