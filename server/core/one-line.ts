/**
 * Text of one line, for a header of a mail or a property of a calendar file: every kind of line end and control character
 * would begin another one, and marks of direction turn it.
 */
export function oneLine(text: string): string {
  return text.replace(/[\p{Cc}\p{Zl}\p{Zp}\u202A-\u202E\u2066-\u2069]+/gu, ' ').trim();
}
