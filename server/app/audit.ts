import type { AuditEntry } from '../../shared/people.ts';
import type { EpochMillis } from '../../shared/time.ts';
import { type AuditQuery, addAudit, type Noted, readAudit } from '../store/audit.ts';
import type { Store } from '../store/store.ts';

const PAGE = 500;

export type Audit = ReturnType<typeof createAudit>;

/** The log of what people did: added to, read, and never changed. */
export function createAudit(deps: {
  store: Store;
  creatorId: string;
  clock: () => EpochMillis;
  onFault: (error: unknown) => void;
}) {
  const { store, creatorId, clock } = deps;
  return {
    /** Never rejects: the act is done, and a log that cannot be written must not make it look undone. */
    note: (noted: Omit<Noted, 'at'>): Promise<void> =>
      addAudit(store, creatorId, { ...noted, at: clock() }).catch(deps.onFault),

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
