import { LANGUAGES, type Language, type LocalText } from './local-text.ts';

/*
 * The language of prepared replies: text with `{variable}` or `{variable|words in its place}`. Without zod, since the
 * desk fills with it and checks with it while somebody types. A value is put in once and never read again, so that no
 * viewer's name can name a variable.
 */

/** What can be filled in. `time`: the asked time on the viewer's clock; `link`: the address of the viewers' page. */
export const REPLY_VARIABLES = ['name', 'creator', 'offer', 'time', 'price', 'link'] as const;
export type ReplyVariable = (typeof REPLY_VARIABLES)[number];

/** An ask may have none of these, so each needs words in its place; name and offer are always there. */
export const NEED_FALLBACK: ReadonlyArray<ReplyVariable> = ['creator', 'time', 'price', 'link'];

/** A value that is left out, or empty, gives way to its fallback. */
export type ReplyValues = Readonly<Partial<Record<ReplyVariable, string>>>;

/** A place of a text that could not be filled. `loose`: a brace that belongs to no variable. */
export interface ReplyFault {
  readonly why: 'unknown' | 'no-fallback' | 'loose';
  /** As it was written between the braces; empty for a loose brace. */
  readonly name: string;
}

const SLOT = /\{\s*([^{}|\n]*?)\s*(?:\|\s*([^{}\n]*?)\s*)?\}/g;

/** Every fault of a text, in the order in which they stand; unknown variables before loose braces. */
export function replyFaults(text: string): ReplyFault[] {
  const slots = [...text.matchAll(SLOT)].flatMap(([, name = '', fallback = '']): ReplyFault[] => {
    const known = REPLY_VARIABLES.find((one) => one === name);
    if (!known) return [{ why: 'unknown', name }];
    return NEED_FALLBACK.includes(known) && fallback === '' ? [{ why: 'no-fallback', name }] : [];
  });
  return /[{}]/.test(text.replace(SLOT, '')) ? [...slots, { why: 'loose', name: '' }] : slots;
}

/** The text with its variables filled in, or the words in their place. */
export function fillReply(text: string, values: ReplyValues): string {
  return fillSlots(text, (name, fallback) => values[name as ReplyVariable] || fallback);
}

/** The text with each `{name|words in its place}` replaced by what it is told; `slot` is it as it was written. */
export function fillSlots(text: string, fill: (name: string, fallback: string, slot: string) => string): string {
  return text.replace(SLOT, (slot, name: string, fallback = '') => fill(name, fallback, slot));
}

/** The text for a viewer who reads `wanted`: that one, else English, else the first there is; and which it is. */
export function replyText(texts: LocalText, wanted: Language): { readonly text: string; readonly language: Language } {
  const language = [wanted, ...LANGUAGES].find((each) => texts[each]) ?? wanted;
  return { text: texts[language] ?? '', language };
}
