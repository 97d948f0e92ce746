/*
 * Links as people type them, with `https://` or without. Without zod, since pages look for them too. A name without it is
 * known by its ending alone, so a sentence that goes on without a space may look like one: who takes links out errs to
 * that side, and where one is only a sign a person decides.
 */

/** Every link of a text; made for `replace` and `search`, which pay no heed to where it stood last. */
export const LINKS =
  /\b(?:https?:\/\/|www\.)\S+|\b[\p{L}\p{N}-]{1,63}\.(?:com|net|org|info|biz|io|me|ly|co|app|link|shop|top|xyz|click|online|de|at|ch|nl|be|no|uk|eu)\b(?:\/\S*)?/giu;

export function holdsLink(text: string): boolean {
  return text.search(LINKS) !== -1;
}
