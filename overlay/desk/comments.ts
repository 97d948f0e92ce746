import { computed, signal } from '@preact/signals';
import type { CommentBatch, DeskComment } from '../../shared/comments.ts';
import { chooseLanguage, type Language } from '../../shared/local-text.ts';
import { plain } from './queue.ts';

/** Kept by the page; older ones are in the journal. */
export const MOST_KEPT = 10_000;

export const ROLES = ['moderator', 'subscriber', 'follower'] as const;
export type CommentRole = (typeof ROLES)[number];

/** What of the chat is wanted; empty and null want all. */
export interface CommentFilter {
  readonly search: string;
  /** The first part of a tag: `en` is also `en-GB`. */
  readonly language: string | null;
  readonly role: CommentRole | null;
}

export const comments = signal<ReadonlyArray<DeskComment>>([]);
export const commentsShown = signal(false);
export const commentFilter = signal<CommentFilter>({ search: '', language: null, role: null });
export const shownComments = computed(() => filtered(comments.value, commentFilter.value));

/** The list with a batch, oldest first; of the same number the one that came first stays. */
export function withBatch(before: ReadonlyArray<DeskComment>, batch: CommentBatch): ReadonlyArray<DeskComment> {
  const last = before.at(-1)?.seq ?? 0;
  // After a reconnect what came before is told again: only what is newer than all that is here is new.
  const fresh = batch.comments.filter(({ seq }) => seq > last);
  const gone = new Set(batch.gone);
  const left = gone.size === 0 ? before : before.filter(({ seq }) => !gone.has(seq));
  return fresh.length === 0 && left === before ? before : [...left, ...fresh].slice(-MOST_KEPT);
}

export function filtered(
  all: ReadonlyArray<DeskComment>,
  { search, language, role }: CommentFilter,
): ReadonlyArray<DeskComment> {
  const words = plain(search).split(/\s+/).filter(Boolean);
  if (words.length === 0 && language === null && role === null) return all;
  return all.filter((comment) => {
    if (language !== null && languageOf(comment) !== language) return false;
    if (role !== null && !comment.roles.includes(role)) return false;
    const whole = plain(`${comment.name} ${comment.text}`);
    return words.every((word) => whole.includes(word));
  });
}

/** The languages that stand in the list, for the filter. */
export const languagesThere = computed(() =>
  [...new Set(comments.value.map(languageOf).filter((language) => language !== null))].sort(),
);

export function heardComments(batch: CommentBatch): void {
  comments.value = withBatch(comments.value, batch);
}

/** What its writer reads of what Cuedesk speaks; undefined where the platform does not say. */
export function readerOf({ language }: Pick<DeskComment, 'language'>): Language | undefined {
  return language === null ? undefined : chooseLanguage([language]);
}

/** How many came after that one. */
export function countAfter(all: ReadonlyArray<DeskComment>, seq: number): number {
  return all.length - 1 - all.findLastIndex((comment) => comment.seq <= seq);
}

/** Whether one that was shown has been taken back since, by all that are kept; what newer ones pushed out was not. */
export function isTakenBack(kept: ReadonlyArray<DeskComment>, { seq }: DeskComment): boolean {
  const oldest = kept.length < MOST_KEPT ? 0 : (kept[0]?.seq ?? 0);
  return seq >= oldest && !kept.some((comment) => comment.seq === seq);
}

function languageOf({ language }: DeskComment): string | null {
  return language?.split(/[-_]/)[0]?.toLowerCase() || null;
}
