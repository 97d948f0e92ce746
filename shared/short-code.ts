/*
 * Codes that are said aloud in a live and typed on a phone: consonant, vowel, consonant, vowel, consonant. They are read
 * as a word in every language of Cuedesk, so that nobody spells letters, and no letter of them is taken for a digit.
 */

export const CONSONANTS = 'BDFGKLMNPRST';
export const VOWELS = 'AEIOU';
const LETTERS = new RegExp(`^[${CONSONANTS}${VOWELS}]{5}$`);

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
  const letters = typed
    .normalize('NFKD')
    .toUpperCase()
    .replace(/[\s._#-]+/g, '')
    .replace(/[0134568]/g, (digit) => TYPED_FOR[digit] ?? digit);
  return LETTERS.test(letters) ? letters : null;
}
