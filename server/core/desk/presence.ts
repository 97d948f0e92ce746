import type { DeskPresence } from '../../../shared/desk-team.ts';
import type { EpochMillis } from '../../../shared/time.ts';
import type { Member } from '../booking/request.ts';

/** Without a word from its page for this long, nobody is looking any more: a page says so every ten seconds. */
const LOOKING_MS = 30_000;
/** A page says every three seconds that somebody still types. */
const TYPING_MS = 7_000;

/** What one page last said of itself. */
export interface SeenAt {
  readonly person: Member;
  readonly request: string;
  readonly at: EpochMillis;
  /** Null while nobody types. */
  readonly typingAt: EpochMillis | null;
}

/** Who has which request open, each person once a request, by request and name. What was said too long ago is left out. */
export function presenceOf(pages: Iterable<SeenAt>, now: EpochMillis): DeskPresence[] {
  const found = new Map<string, DeskPresence>();
  for (const { person, request, at, typingAt } of pages) {
    if (now - at > LOOKING_MS) continue;
    const key = `${request} ${person.id}`;
    const typing = (typingAt !== null && now - typingAt <= TYPING_MS) || found.get(key)?.typing === true;
    found.set(key, { request, id: person.id, name: person.name, typing });
  }
  return [...found.values()].sort(
    (a, b) => a.request.localeCompare(b.request) || a.name.localeCompare(b.name) || a.id.localeCompare(b.id),
  );
}
