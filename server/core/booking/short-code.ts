/*
 * Codes that are said aloud in a live and typed on a phone: consonant, vowel, consonant, vowel, consonant. They are read
 * as a word in every language of Cuedesk, so that nobody spells letters, and no letter of them is taken for a digit.
 */

const CONSONANTS = 'BDFGKLMNPRST';
const VOWELS = 'AEIOU';
const SHAPE = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS] as const;
const LETTERS = new RegExp(`^[${CONSONANTS}${VOWELS}]{5}$`);

/** What a short word must not be or hold, in any of the four languages: it is said on air. */
const NOT_ON_AIR = [
  'NAZI',
  'PENIS',
  'FAG',
  'SAD',
  'TIT',
  'FUK',
  'KUT',
  'LUL',
  'PIK',
  'FITTE',
  'TOD',
  'DEBIL',
  'RAPE',
  'NEGER',
  'PIS',
  'KAK',
  'SUKA',
  'DOM',
  'DUM',
  'GAS',
  'LUD',
  'NIG',
];

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

/** One of 43,200 codes by five random bytes; null for the few that are not said on air. */
export function codeFrom(bytes: Uint8Array): string | null {
  const code = SHAPE.map((letters, at) => letters[(bytes[at] ?? 0) % letters.length]).join('');
  return NOT_ON_AIR.some((word) => code.includes(word)) ? null : code;
}

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
