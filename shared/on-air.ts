import { LINKS } from './links.ts';

/*
 * What of a request may be asked on air. Without zod, since the desk's page proposes the text with it.
 */

/** As many letters of a question as a plate holds and a viewer reads while it is there. */
export const LONGEST_AIR_TEXT = 280;

/** Numbers of a date, which look like those of a telephone. */
const DATE = /\b\d{1,4}[./-]\d{1,2}[./-]\d{2,4}\b/g;
const CONTACTS = [
  // A mail address, or somebody's handle.
  /[^\s@]{0,64}@[\p{L}\p{N}_][^\s@]*/gu,
  LINKS,
  // Seven digits, however they are set apart.
  /\+?\(?\d(?:[\s()./-]*\d){6,}/g,
];

/** Whether somebody could be reached by what stands in a text: that is never shown on air. */
export function tellsContact(text: string): boolean {
  const dateless = text.replace(DATE, ' ');
  return CONTACTS.some((contact) => dateless.search(contact) !== -1);
}

/** A message as it is proposed for the stage: on one line, without contacts, ended at a word where it is too long. */
export function airText(message: string): string {
  const dates = message.match(DATE) ?? [];
  const between = message.split(DATE).map((part) => CONTACTS.reduce((text, each) => text.replace(each, '…'), part));
  const whole = between
    .map((part, at) => part + (dates[at] ?? ''))
    .join('')
    .replace(/\s+/g, ' ')
    .trim();
  if (whole.length <= LONGEST_AIR_TEXT) return whole;
  // A pair of surrogates that the cut would halve is left out whole.
  const cut = whole.slice(0, LONGEST_AIR_TEXT - 1).replace(/[\uD800-\uDBFF]$/, '');
  const word = cut.lastIndexOf(' ');
  return `${(word > LONGEST_AIR_TEXT / 2 ? cut.slice(0, word) : cut).trimEnd()}…`;
}
