import type { Bio, Service, ServiceDraft } from '../../shared/booking.ts';
import { PLAIN_TERMS } from '../../shared/offer-terms.ts';
import { languageTag } from '../../shared/spoken-languages.ts';
import type { EpochMillis } from '../../shared/time.ts';
import type { Db, Tx } from './store.ts';

/** The service bio and the offers. JSON that is read here went through its schema before it was kept. */

export interface KeptBio {
  readonly draft: Bio;
  /** What viewers see; null while nothing is published. */
  readonly published: Bio | null;
}

/** A service with what became of it: requests still name one that is deleted. */
export interface KeptService {
  readonly service: Service;
  readonly deleted: boolean;
}

/** Makes the creator's row when there is none; everything else refers to it. */
export async function ensureCreator(tx: Tx, creatorId: string, now: EpochMillis): Promise<void> {
  await tx
    .insertInto('creator')
    .values({ id: creatorId, created_at: now })
    .onConflict((at) => at.doNothing())
    .execute();
}

export async function readBio(db: Db | Tx, creatorId: string): Promise<KeptBio | null> {
  const row = await db
    .selectFrom('bio')
    .select(['draft', 'published'])
    .where('creator_id', '=', creatorId)
    .executeTakeFirst();
  if (!row) return null;
  return { draft: bioOf(row.draft), published: row.published === null ? null : bioOf(row.published) };
}

/** A bio that an older Cuedesk kept has no pictures and no translations, proofs of no kind (those were links), and languages as they were typed. */
function bioOf(text: string): Bio {
  const kept: Bio = { portrait: null, pictures: [], translations: {}, ...JSON.parse(text) };
  const proofs = kept.proofs.map((proof) => ({ ...proof, kind: proof.kind ?? 'link' }));
  return { ...kept, proofs, languages: [...new Set(kept.languages.map(languageTag))] };
}

export async function writeBioDraft(tx: Tx, creatorId: string, draft: Bio, now: EpochMillis): Promise<void> {
  const changed = { draft: JSON.stringify(draft), updated_at: now };
  await tx
    .insertInto('bio')
    .values({ creator_id: creatorId, published: null, published_handle: null, ...changed })
    .onConflict((at) => at.column('creator_id').doUpdateSet(changed))
    .execute();
}

/** Whether another creator's published bio has the handle. The unique key on it decides when two publish at once. */
export async function isHandleTaken(db: Db | Tx, creatorId: string, handle: string): Promise<boolean> {
  const row = await db
    .selectFrom('bio')
    .select('creator_id')
    .where('published_handle', '=', handle)
    .where('creator_id', '!=', creatorId)
    .executeTakeFirst();
  return row !== undefined;
}

/**
 * Publishes the bio. The handle before it leads on to the new one from now on; the new one leads to nobody else any more,
 * whoever had it.
 */
export async function publishBio(tx: Tx, creatorId: string, bio: Bio, now: EpochMillis): Promise<void> {
  const before = await tx
    .selectFrom('bio')
    .select('published_handle')
    .where('creator_id', '=', creatorId)
    .executeTakeFirst();
  await tx.deleteFrom('old_handle').where('handle', '=', bio.handle).execute();
  if (before?.published_handle && before.published_handle !== bio.handle) {
    await tx
      .insertInto('old_handle')
      .values({ handle: before.published_handle, creator_id: creatorId, left_at: now })
      .execute();
  }
  await tx
    .updateTable('bio')
    .set({ published: JSON.stringify(bio), published_handle: bio.handle, updated_at: now })
    .where('creator_id', '=', creatorId)
    .execute();
}

/**
 * Takes back what is published; false where nothing was. The handle leads to the creator again with the next publishing,
 * under whatever handle that is, until somebody else is published under it.
 */
export async function unpublishBio(tx: Tx, creatorId: string, now: EpochMillis): Promise<boolean> {
  const row = await tx
    .selectFrom('bio')
    .select('published_handle')
    .where('creator_id', '=', creatorId)
    .executeTakeFirst();
  if (!row?.published_handle) return false;
  await tx
    .insertInto('old_handle')
    .values({ handle: row.published_handle, creator_id: creatorId, left_at: now })
    .execute();
  await tx
    .updateTable('bio')
    .set({ published: null, published_handle: null, updated_at: now })
    .where('creator_id', '=', creatorId)
    .execute();
  return true;
}

/** Whether the creator was published under the handle before, and nobody is now. */
export async function wasHandleOf(db: Db | Tx, creatorId: string, handle: string): Promise<boolean> {
  const row = await db
    .selectFrom('old_handle')
    .select('handle')
    .where('handle', '=', handle)
    .where('creator_id', '=', creatorId)
    .executeTakeFirst();
  return row !== undefined;
}

/** The offers that are not deleted, in the order in which they were made. */
export async function listServices(db: Db | Tx, creatorId: string): Promise<Service[]> {
  const rows = await db
    .selectFrom('service')
    .select(['id', 'body'])
    .where('creator_id', '=', creatorId)
    .where('deleted_at', 'is', null)
    .orderBy('created_at')
    .orderBy('id')
    .execute();
  return rows.map(serviceOf);
}

/** All services ever made, by id: for requests, which outlive them. */
export async function allServices(db: Db | Tx, creatorId: string): Promise<Map<string, KeptService>> {
  const rows = await db
    .selectFrom('service')
    .select(['id', 'body', 'deleted_at'])
    .where('creator_id', '=', creatorId)
    .execute();
  return new Map(rows.map((row) => [row.id, { service: serviceOf(row), deleted: row.deleted_at !== null }]));
}

/** An offer that an older Cuedesk kept has none of the terms that came later: they are the plain ones then. */
function serviceOf(row: { readonly id: string; readonly body: string }): Service {
  return { ...PLAIN_TERMS, ...JSON.parse(row.body), id: row.id };
}

/** Whether another offer of the creator has the short name. */
export async function isSlugTaken(db: Db | Tx, creatorId: string, slug: string, except: string): Promise<boolean> {
  const row = await db
    .selectFrom('service')
    .select('id')
    .where('creator_id', '=', creatorId)
    .where('slug', '=', slug)
    .where('id', '!=', except)
    .executeTakeFirst();
  return row !== undefined;
}

export async function addService(
  tx: Tx,
  creatorId: string,
  id: string,
  draft: ServiceDraft,
  now: EpochMillis,
): Promise<void> {
  const row = { creator_id: creatorId, id, slug: draft.slug, body: JSON.stringify(draft) };
  // A script adds several within one millisecond, and they are shown in the order in which it did.
  const last = await tx
    .selectFrom('service')
    .select((query) => query.fn.max('created_at').as('at'))
    .where('creator_id', '=', creatorId)
    .executeTakeFirst();
  const createdAt = Math.max(now, Number(last?.at ?? 0) + 1);
  await tx
    .insertInto('service')
    .values({ ...row, created_at: createdAt, deleted_at: null })
    .execute();
}

/** False when there is no such service (any more). */
export async function changeService(tx: Tx, creatorId: string, id: string, draft: ServiceDraft): Promise<boolean> {
  const result = await tx
    .updateTable('service')
    .set({ slug: draft.slug, body: JSON.stringify(draft) })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}

/** False when there is no such service (any more). Its bookings stand. */
export async function deleteService(tx: Tx, creatorId: string, id: string, now: EpochMillis): Promise<boolean> {
  const result = await tx
    .updateTable('service')
    .set({ slug: null, deleted_at: now })
    .where('creator_id', '=', creatorId)
    .where('id', '=', id)
    .where('deleted_at', 'is', null)
    .executeTakeFirst();
  return result.numUpdatedRows === 1n;
}
