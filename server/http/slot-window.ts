import type { z } from 'zod';
import { MOST_SLOT_DAYS } from '../../shared/public-page.ts';
import { Instant, toMillis } from '../../shared/time.ts';

const DAY = 24 * 60 * 60_000;

/** A window that free times are asked for in; each end may be left out. */
interface Ends {
  readonly from?: string | undefined;
  readonly to?: string | undefined;
}

/** The ends as an address has them; what else the query holds stands beside them. */
export const windowFields = { from: Instant.optional(), to: Instant.optional() };

/** The query with its window in order and no longer than one answer covers. */
export function boundedWindow<Q extends z.ZodType<Ends>>(query: Q): Q {
  return query
    .refine(({ from, to }) => !from || !to || toMillis(from) <= toMillis(to), {
      error: 'must not lie before from',
      path: ['to'],
    })
    .refine(({ from, to }) => !from || !to || toMillis(to) - toMillis(from) <= MOST_SLOT_DAYS * DAY, {
      error: `must lie within ${MOST_SLOT_DAYS} days of from`,
      path: ['to'],
    });
}

/** The ends in ms; null for one that was left out. */
export function windowOf({ from, to }: Ends): { readonly from: number | null; readonly to: number | null } {
  return { from: from === undefined ? null : toMillis(from), to: to === undefined ? null : toMillis(to) };
}
