import { sql } from 'kysely';
import type { Store, Tx } from './store.ts';

/** What waits for itself only. */
export type TurnOf = 'booking' | 'desk-views' | 'labels' | 'passkeys' | 'prepared-replies' | 'spam-words';

/**
 * Lets the changes of one kind and creator pass one at a time across processes, until the transaction ends. Bookings wait
 * so that they need not start over: there the unique keys decide with or without it. Whatever counts before it adds has
 * nothing else: two that count at once would both find room. The embedded store has one writer, who is waited for anyway.
 */
export async function awaitTurn(store: Pick<Store, 'kind'>, tx: Tx, creatorId: string, of: TurnOf): Promise<void> {
  if (store.kind === 'sqlite') return;
  await sql`select pg_advisory_xact_lock(hashtextextended(${`${of}:${creatorId}`}, 0))`.execute(tx);
}
