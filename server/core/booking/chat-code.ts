import { CODE_LENGTH, CODE_LETTERS } from '../../../shared/chat-code.ts';

/** A code from random bytes, one for each letter. */
export function codeOf(bytes: Uint8Array): string {
  // 256 is no multiple of 14: the first letters come by 0.4 % more often, which a code that lives minutes can bear.
  return Array.from(bytes.subarray(0, CODE_LENGTH), (byte) => CODE_LETTERS[byte % CODE_LETTERS.length]).join('');
}
