import type { DeskComment } from '../../../shared/comments.ts';
import { type JournalEntry, nameOf } from '../../../shared/events.ts';
import { may, type Right } from '../../../shared/rights.ts';

const LONGEST = 500;

/** The comment that an entry is, or null: of emotes alone there is nothing to read. */
export function commentOf(entry: JournalEntry): DeskComment | null {
  if (entry.type !== 'chat' || entry.chat.text.trim() === '') return null;
  return {
    seq: entry.seq,
    at: entry.at,
    name: nameOf(entry.user).slice(0, 200),
    text: [...entry.chat.text].slice(0, LONGEST).join(''),
    language: entry.chat.language ?? null,
    roles: entry.user.roles ?? [],
  };
}

/** Whoever can do something with a comment reads them: answer it, keep its viewer out, or put it on the stage. */
export function mayReadComments(person: { readonly rights: ReadonlyArray<Right> }): boolean {
  return may(person, 'reply') || may(person, 'block') || may(person, 'control-stage');
}
