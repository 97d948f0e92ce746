import type { Db, Tx } from './store.ts';
import type { LicenceConfirmationTable } from './tables/offers.ts';

/** Confirmations of licences, and what the check came to when the bio was published. */

export type KeptConfirmation = Omit<LicenceConfirmationTable, 'creator_id'>;

export async function listConfirmations(db: Db | Tx, creatorId: string): Promise<KeptConfirmation[]> {
  return db
    .selectFrom('licence_confirmation')
    .select(['service_id', 'region', 'activity', 'by_name', 'at', 'rule_version', 'wording'])
    .where('creator_id', '=', creatorId)
    .execute();
}

/** In place of an older one for the same offer, region and activity. */
export async function writeConfirmation(tx: Tx, creatorId: string, given: KeptConfirmation): Promise<void> {
  const { by_name, at, rule_version, wording } = given;
  await tx
    .insertInto('licence_confirmation')
    .values({ creator_id: creatorId, ...given })
    .onConflict((row) =>
      row
        .columns(['creator_id', 'service_id', 'region', 'activity'])
        .doUpdateSet({ by_name, at, rule_version, wording }),
    )
    .execute();
}

/** What the bio was published on: kept as JSON beside it. */
export async function writeEligibility(tx: Tx, creatorId: string, result: unknown): Promise<void> {
  await tx
    .updateTable('bio')
    .set({ eligibility: JSON.stringify(result) })
    .where('creator_id', '=', creatorId)
    .execute();
}

/** Null before the first publishing, and for one of an older Cuedesk. */
export async function readEligibility(db: Db | Tx, creatorId: string): Promise<unknown> {
  const row = await db.selectFrom('bio').select('eligibility').where('creator_id', '=', creatorId).executeTakeFirst();
  return row?.eligibility ? JSON.parse(row.eligibility) : null;
}
