import type { LiveEvent } from '../../shared/events.ts';
import type { LiveSession } from '../../shared/live.ts';
import { type EpochMillis, toMillis } from '../../shared/time.ts';
import { sessionEntries } from '../store/journal.ts';
import type { KeptSceneChange } from '../store/scene-changes.ts';
import { readSession } from '../store/sessions.ts';
import type { Store } from '../store/store.ts';
import { sessionOnWire } from './live-state.ts';
import type { SceneHistory } from './scene-history.ts';

/** More than a session of many hours; a rehearsal of more would hold up the show. */
const MOST_REHEARSED = 20_000;

/** What the platform told in a live, and which scenes really came on in it; both oldest first. */
export interface PastLive {
  /** Null: there was none yet. */
  readonly live: { readonly startedAt: EpochMillis; readonly endedAt: EpochMillis | null } | null;
  readonly events: ReadonlyArray<LiveEvent>;
  readonly changes: ReadonlyArray<KeptSceneChange>;
  /** The scene that was on before these changes; null where nobody knows. */
  readonly began: string | null;
}

/** Of the live of that id, or of the current or last one (`newest`); of a very long one its beginning. Null: there is no such live. */
export async function pastLiveOf(
  store: Store,
  creatorId: string,
  id: string | null,
  newest: LiveSession['session'],
  history: Pick<SceneHistory, 'of' | 'beginningOf'>,
): Promise<PastLive | null> {
  const kept = id === null || id === newest?.id ? null : await readSession(store.db, creatorId, id);
  const session = kept ? sessionOnWire(kept) : newest;
  if (id !== null && session?.id !== id) return null;
  if (session === null) return { live: null, events: [], changes: [], began: null };
  const events: LiveEvent[] = [];
  for await (const page of sessionEntries(store.db, creatorId, session.id)) {
    events.push(...page.map(({ entry }) => entry));
    if (events.length >= MOST_REHEARSED) break;
  }
  const changes = await history.of(session.id);
  const { startedAt, endedAt } = session;
  const live = { startedAt: toMillis(startedAt), endedAt: endedAt === null ? null : toMillis(endedAt) };
  return { live, events: events.slice(0, MOST_REHEARSED), changes, began: await history.beginningOf(changes) };
}
