import type { EpochMillis } from '../../shared/time.ts';

/** One viewer's words are looked at this often: a finger on the enter key costs nothing. */
const SAME_VIEWER_MS = 3000;
const MOST_VIEWERS_KNOWN = 5000;

/** Whether the same viewer's word was looked at a moment ago. */
export function heardRecently(clock: () => EpochMillis): (viewer: string) => boolean {
  const seen = new Map<string, EpochMillis>();
  return (viewer) => {
    const now = clock();
    const last = seen.get(viewer);
    if (last !== undefined && now - last < SAME_VIEWER_MS) return true;
    const [oldest] = seen.keys();
    if (oldest !== undefined && seen.size >= MOST_VIEWERS_KNOWN) seen.delete(oldest);
    seen.delete(viewer);
    seen.set(viewer, now);
    return false;
  };
}
