import { CONSONANTS, VOWELS } from '../../../shared/short-code.ts';

const SHAPE = [CONSONANTS, VOWELS, CONSONANTS, VOWELS, CONSONANTS] as const;

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

/** One of 43,200 codes by five random bytes; null for the few that are not said on air. */
export function codeFrom(bytes: Uint8Array): string | null {
  const code = SHAPE.map((letters, at) => letters[(bytes[at] ?? 0) % letters.length]).join('');
  return NOT_ON_AIR.some((word) => code.includes(word)) ? null : code;
}
