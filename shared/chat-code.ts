/*
 * Codes of times that a word in the chat holds: letters that look like no other letter or digit, and no vowels, so that no
 * code spells a word. They are said one by one, and no short code (shared/short-code.ts) reads like one.
 */

export const CODE_LETTERS = 'CFHJKMNPRTVWXY';
export const CODE_LENGTH = 4;

/** The code as somebody typed it, with any case, spaces and dashes; null when it cannot be one. */
export function readChatCode(typed: string): string | null {
  if (typed.length > 40) return null;
  const code = typed.replace(/[\s\-–.]+/gu, '').toUpperCase();
  const fits = code.length === CODE_LENGTH && [...code].every((letter) => CODE_LETTERS.includes(letter));
  return fits ? code : null;
}
