/**
 * Letters that look like no other letter or digit, and no vowels, so that no code spells a word. They are said one by one.
 */
export const CODE_LETTERS = 'CFHJKMNPRTVWXY';
export const CODE_LENGTH = 4;

/** A code from random bytes, one for each letter. */
export function codeOf(bytes: Uint8Array): string {
  // 256 is no multiple of 14: the first letters come by 0.4 % more often, which a code that lives minutes can bear.
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');
}

/** The code as somebody typed it, with any case, spaces and dashes; null when it cannot be one. */
export function readCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const code = typed.replace(/[\s\-–.]+/gu, '').toUpperCase();
  const fits = code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter));
  return fits ? code : null;
}
