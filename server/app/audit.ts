import type { AuditEntry } from '../../shared/people.ts';
import { type EpochMillis, toInstant } from '../../shared/time.ts';
import { type AuditQuery, addAudit, type Noted, readAudit, removeAuditBefore } from '../store/audit.ts';
import type { Store } from '../store/store.ts';

const PAGE = 500;
const DAY_MS = 86_400_000;

export type Audit = ReturnType<typeof createAudit>;

/** The log of what people did: added to, read, shortened when it is old, and never changed. */
export function createAudit(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  /** How many days an entry is kept. */
  days: () => number;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock } = deps;
  const note = (noted: Omit<Noted, 'at'>): Promise<void> =>
    addAudit(store, creatorId, { ...noted, at: clock() }).catch(deps.onFault);
  return {
    /** Never rejects: the act is done, and a log that cannot be written must not make it look undone. */
    note,

    /** Takes away what is older than the days that it is kept, and notes how much, so that a shorter log is no riddle. */
    async shorten(): Promise<void> {
      const before = clock() - deps.days() * DAY_MS;
      const removed = await removeAuditBefore(store.db, creatorId, before);
      if (removed === 0) return;
      await note({
        person: null,
        act: 'audit.shorten',
        object: `${removed} before ${toInstant(before)}`,
        result: 'done',
      });
    },

    read: (query: AuditQuery): Promise<AuditEntry[]> => readAudit(store.db, creatorId, query),

    /** The whole log by pages, the newest first. */
    async *all(): AsyncGenerator<AuditEntry[]> {
      let before: number | undefined;
      for (;;) {
        const page = await readAudit(store.db, creatorId, { before, limit: PAGE });
        if (page.length > 0) yield page;
        if (page.length < PAGE) return;
        before = page.at(-1)?.seq;
      }
    },
  };
}
