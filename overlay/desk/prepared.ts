import { signal } from '@preact/signals';
import type { PreparedForDesk, PreparedReply } from '../../shared/prepared-replies.ts';
import { plain } from './queue.ts';

/** What the server has told of them; nothing for whoever may neither use nor change them. */
export const prepared = signal<PreparedForDesk>({ replies: [], link: null });
/** Whether the list to change them is open. */
export const preparedShown = signal(false);
/** Which of the lists beside each other in that panel. */
export const preparedTab = signal<'replies' | 'macros' | 'labels'>('replies');

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
