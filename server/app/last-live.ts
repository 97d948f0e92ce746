import type { LiveEvent } from '../../shared/events.ts';
import { sessionEntries } from '../store/journal.ts';
import type { Store } from '../store/store.ts';

/** More than a session of many hours; a rehearsal of more would hold up the show. */
const MOST_REHEARSED = 20_000;

/** What came in the current or last live session, oldest first; of a very long one its beginning. */
export async function lastLiveOf(store: Store, creatorId: string, session: string | null): Promise<LiveEvent[]> {
  const events: LiveEvent[] = [];
  if (session === null) return events;
  for await (const page of sessionEntries(store.db, creatorId, session)) {
    events.push(...page.map(({ entry }) => entry));
    if (events.length >= MOST_REHEARSED) break;
  }
  return events.slice(0, MOST_REHEARSED);
}
