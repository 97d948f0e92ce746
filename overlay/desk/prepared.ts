import { signal } from '@preact/signals';
import { inLanguage, type Language } from '../../shared/local-text.ts';
import { formatMoney } from '../../shared/money-text.ts';
import type { PreparedForDesk, PreparedReply } from '../../shared/prepared-replies.ts';
import type { DeskRequest } from '../../shared/protocol.ts';
import { fillReply, type ReplyValues, replyText } from '../../shared/reply-template.ts';
import { dayAndClock, zoneText } from '../../shared/time-words.ts';
import { plain } from './queue.ts';

/** What the server has told of them; nothing for whoever may neither use nor change them. */
export const prepared = signal<PreparedForDesk>({ replies: [], link: null });
/** Whether the list to change them is open. */
export const preparedShown = signal(false);

/** A slash that begins a search in a text, and what stands between it and the caret. */
export interface Slash {
  readonly from: number;
  readonly to: number;
  readonly query: string;
}

/** Names are short; what is longer is a sentence with a slash in it. */
const LONGEST_QUERY = 30;

/** The search that is being typed before the caret, or null. A slash within a word ("and/or") begins none. */
export function slashAt(text: string, caret: number): Slash | null {
  const before = text.slice(0, caret);
  const from = before.lastIndexOf('/');
  if (from === -1 || (from > 0 && !/\s/.test(before.charAt(from - 1)))) return null;
  const query = before.slice(from + 1);
  if (query.length > LONGEST_QUERY || query.includes('\n') || query.startsWith(' ')) return null;
  return { from, to: caret, query };
}

/** Those in whose name or texts each word of the search stands; by name before by text. */
export function foundReplies(replies: ReadonlyArray<PreparedReply>, query: string): PreparedReply[] {
  const words = plain(query).split(/\s+/).filter(Boolean);
  const holds = (text: string) => words.every((word) => plain(text).includes(word));
  const byName = replies.filter((reply) => holds(reply.name));
  const byText = replies.filter((reply) => !byName.includes(reply) && holds(Object.values(reply.texts).join(' ')));
  return [...byName, ...byText];
}

/** A prepared reply as it would go to the viewer of this request. */
export interface FilledReply {
  readonly text: string;
  /** Not always the viewer's: a text may be missing. */
  readonly language: Language;
}

export function filledFor(
  reply: PreparedReply,
  request: DeskRequest,
  about: { readonly creator: string; readonly link: string | null },
): FilledReply {
  const { text, language } = replyText(reply.texts, request.language);
  return { text: fillReply(text, valuesOf(request, about, language)), language };
}

function valuesOf(
  request: DeskRequest,
  { creator, link }: { readonly creator: string; readonly link: string | null },
  language: Language,
): ReplyValues {
  const { start, zone, terms } = request;
  return {
    name: request.name,
    creator,
    offer: inLanguage(request.service.title, language),
    ...(start ? { time: `${dayAndClock(start, zone, language)} (${zoneText(zone, start, language)})` } : {}),
    ...(terms.price ? { price: formatMoney(terms.price, language) } : {}),
    ...(link ? { link } : {}),
  };
}
