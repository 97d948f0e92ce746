/*
 * What can be done with many requests at once, without zod, since the desk's page reads it. An act that is added here is a
 * case of `BulkAct` (bulk.ts), of `actFor` (server/app/bulk.ts) and a button of overlay/desk/bulk-bar.tsx.
 */

export const BULK_ACTS = ['claim', 'release', 'reply', 'snooze', 'label', 'decline', 'spam'] as const;
export type BulkActType = (typeof BULK_ACTS)[number];

/** More would keep everybody else waiting at the creator's door, and nobody looks through more. */
export const MOST_AT_ONCE = 200;
