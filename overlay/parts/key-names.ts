import { showWords } from './show-words.ts';

/** Blanks the stages, on each page. */
export const PANIC_KEY = 'Ctrl+Shift+B';

/** Keys that are pressed together, as a keyboard of the reader's language names them: "Strg+Umschalt+J". */
export function keyNames(keys: string): string {
  return keys.replace('Ctrl', showWords.say('ctrl')).replace('Shift', showWords.say('shift'));
}
