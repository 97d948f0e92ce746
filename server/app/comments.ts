import type { CommentBatch, DeskComment } from '../../shared/comments.ts';
import type { JournalEntry } from '../../shared/events.ts';
import { commentOf } from '../core/live/comments.ts';
import { lastSeq, readJournal } from '../store/journal.ts';
import type { Store } from '../store/store.ts';

/** What a desk that comes gets of before; it keeps ten thousand itself. */
const BACKLOG = 500;
/** How far back the journal is looked through for them at start: gifts and likes stand between. */
const LOOKED_THROUGH = 5000;
/** One frame for each desk; what else has come at once is in the next. */
const MOST_A_BATCH = 200;

export type Comments = Awaited<ReturnType<typeof openComments>>;

/** The newest comments of the chat, and what has come since they were last taken. */
export async function openComments(deps: { store: Store; creatorId: string; now: number }) {
  const { store, creatorId } = deps;
  const last = await lastSeq(store.db, creatorId, deps.now);
  const before = await readJournal(store.db, creatorId, Math.max(0, last - LOOKED_THROUGH), LOOKED_THROUGH);
  const kept: { readonly id: string; readonly comment: DeskComment }[] = [];
  let fresh: DeskComment[] = [];
  let gone: number[] = [];

  function hear(entries: ReadonlyArray<JournalEntry>): void {
    for (const entry of entries) {
      const comment = commentOf(entry);
      if (comment) {
        kept.push({ id: `${entry.source} ${entry.id}`, comment });
        fresh.push(comment);
      } else if (entry.type === 'moderation') drop(entry.source, entry.moderation.deletedIds ?? []);
    }
    kept.splice(0, kept.length - BACKLOG);
    // In a storm the newest; more could not be read anyway.
    fresh.splice(0, fresh.length - BACKLOG);
  }

  function drop(source: string, ids: ReadonlyArray<string>): void {
    const deleted = new Set(ids.map((id) => `${source} ${id}`));
    for (const { id, comment } of kept.filter((each) => deleted.has(each.id))) {
      gone.push(comment.seq);
      fresh = fresh.filter(({ seq }) => seq !== comment.seq);
      kept.splice(
        kept.findIndex((each) => each.id === id),
        1,
      );
    }
  }

  hear(before);
  fresh = [];
  gone = [];

  return {
    hear,
    /** What a desk gets that comes now. */
    backlog: (): CommentBatch => ({ first: true, comments: kept.map(({ comment }) => comment), gone: [] }),
    /** What came since this was last asked, the oldest first; null when nothing did. Of much there is `more` to ask for. */
    take(): { readonly batch: CommentBatch; readonly more: boolean } | null {
      if (fresh.length === 0 && gone.length === 0) return null;
      const batch = { first: false, comments: fresh.splice(0, MOST_A_BATCH), gone };
      gone = [];
      return { batch, more: fresh.length > 0 };
    },
  };
}
