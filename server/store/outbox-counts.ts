import type { EpochMillis } from '../../shared/time.ts';
import type { Db } from './store.ts';

/** How many mails are due, planned for later, sent and failed. */
export async function countMails(
  db: Db,
  creatorId: string,
  now: EpochMillis,
): Promise<{ waiting: number; planned: number; sent: number; failed: number }> {
  const rows = await db
    .selectFrom('outbox')
    .select((query) => [
      'state',
      query
        .case()
        .when(query.and([query('kind', '=', 'reminder'), query('attempts', '=', 0), query('due_at', '>', now)]))
        .then(1)
        .else(0)
        .end()
        .as('planned'),
      query.fn.countAll<number>().as('count'),
    ])
    .where('creator_id', '=', creatorId)
    .groupBy(['state', 'planned'])
    .execute();
  const sum = (has: (row: (typeof rows)[number]) => boolean) =>
    rows.filter(has).reduce((total, row) => total + Number(row.count), 0);
  const isOpen = (state: string) => state === 'waiting' || state === 'sending';
  return {
    waiting: sum(({ state, planned }) => isOpen(state) && Number(planned) === 0),
    planned: sum(({ state, planned }) => isOpen(state) && Number(planned) === 1),
    sent: sum(({ state }) => state === 'sent'),
    failed: sum(({ state }) => state === 'failed'),
  };
}

/** The mails that failed last, newest first. */
export async function lastFailedMails(db: Db, creatorId: string, limit: number) {
  const rows = await db
    .selectFrom('outbox')
    .select(['id', 'kind', 'request_id', 'settled_at', 'why', 'said'])
    .where('creator_id', '=', creatorId)
    .where('state', '=', 'failed')
    .orderBy('settled_at', 'desc')
    .orderBy('id')
    .limit(limit)
    .execute();
  return rows.map(({ request_id: request, settled_at, ...row }) => ({ ...row, request, at: settled_at ?? 0 }));
}

/** Makes every waiting mail that was tried due at once: the way to the mail server has changed. */
export async function hurryMails(db: Db, creatorId: string, now: EpochMillis): Promise<void> {
  await db
    .updateTable('outbox')
    .set({ due_at: now })
    .where('creator_id', '=', creatorId)
    .where('state', '=', 'waiting')
    .where('attempts', '>', 0)
    .where('due_at', '>', now)
    .where('why', 'is not', null)
    .execute();
}

/** Forgets what was settled before. */
export async function forgetMails(db: Db, creatorId: string, before: EpochMillis): Promise<void> {
  await db.deleteFrom('outbox').where('creator_id', '=', creatorId).where('settled_at', '<', before).execute();
}
