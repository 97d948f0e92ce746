import type { ConditionOf } from '../../../shared/scene-conditions.ts';

/** Punctuation that clings to a word: `hello!` is `hello`, but `!book` is a word of its own. */
const CLINGING = /^["'(«„“¿¡]+|[.,!?;:)"'»”…]+$/gu;

/** A message in the form that keywords are compared with. */
export interface ChatText {
  /** Whole, in small letters. */
  readonly whole: string;
  /** Word by word, as typed and without what clings to it. */
  readonly words: ReadonlyArray<readonly [typed: string, bare: string]>;
}

export function chatText(text: string): ChatText {
  const whole = folded(text);
  const words = whole.split(/\s+/u).filter((word) => word !== '');
  return { whole, words: words.map((word) => [word, word.replace(CLINGING, '')] as const) };
}

/** Whether the keyword is in the message: its words in a row, or the whole message by its glob. */
export function matchesChat({ text, match }: Pick<ConditionOf<'chat'>, 'text' | 'match'>, chat: ChatText): boolean {
  if (match === 'glob') return matchesGlob(folded(text), chat.whole);
  const wanted = keywordOf(text);
  return chat.words.some((_, at) => wanted.every((word, i) => chat.words[at + i]?.includes(word) ?? false));
}

/** The words of a keyword; a message that has not the first of them need not be looked at. */
export function keywordOf(text: string): string[] {
  return folded(text).split(/\s+/u);
}

/**
 * `*` is any run of characters, `?` exactly one; anything else is itself. On a mismatch only the last `*` takes one more
 * character, so that the work is at most the product of both lengths, whatever a stranger types.
 */
export function matchesGlob(glob: string, text: string): boolean {
  let at = 0;
  let place = 0;
  let star = -1;
  let tried = 0;
  while (at < text.length) {
    const sign = glob[place];
    if (sign === '*') {
      star = place++;
      tried = at;
    } else if (sign === '?' || (sign !== undefined && sign === text[at])) {
      place++;
      at++;
    } else if (star >= 0) {
      place = star + 1;
      at = ++tried;
    } else return false;
  }
  while (glob[place] === '*') place++;
  return place === glob.length;
}

function folded(text: string): string {
  return text.normalize('NFKC').trim().toLowerCase();
}
