import { MOST_REPLIES, REPLY_WINDOW_HOURS } from '../../../shared/desk-doors.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import { type Refusal, refuse } from '../decision.ts';

/** What TikTok's limits on replies are counted from. */
export interface ReplyCount {
  /** When the viewer wrote last. */
  readonly lastInAt: EpochMillis;
  /** Replies since then. */
  readonly replies: number;
}

export function windowEndsAt({ lastInAt }: Pick<ReplyCount, 'lastInAt'>): EpochMillis {
  return lastInAt + REPLY_WINDOW_HOURS * 60 * 60_000;
}

export function repliesLeft({ replies }: Pick<ReplyCount, 'replies'>): number {
  return Math.max(0, MOST_REPLIES - replies);
}

/** Whether TikTok would take another reply; null when it would. */
export function replyRefusal(count: ReplyCount, now: EpochMillis): Refusal | null {
  if (now >= windowEndsAt(count)) return refuse('reply-window-closed');
  return repliesLeft(count) === 0 ? refuse('replies-used-up') : null;
}

/** When a reply that did not get through is tried again: half a minute, doubled each time, ten minutes at most. */
export function nextTry(tries: number, now: EpochMillis): EpochMillis {
  return now + Math.min(10 * 60_000, 30_000 * 2 ** Math.max(0, tries - 1));
}
