import type { Bio, Service } from '../../shared/booking.ts';
import { isProduct } from '../../shared/product-link.ts';
import { isRefusal, type Refusal, refuse } from '../core/decision.ts';
import { listServices, readBio, wasHandleOf } from '../store/offers.ts';
import { offerOfOldSlug } from '../store/old-slugs.ts';
import type { Db, Tx } from '../store/store.ts';
import { onOffer } from './licences.ts';

/** An offered service by id or short name; `not-found` unless it is published and confirmed to need no licence. */
export async function offeredService(
  db: Db | Tx,
  creatorId: string,
  handle: string,
  idOrSlug: string,
): Promise<Service | Refusal> {
  const bio = await publishedUnder(db, creatorId, handle);
  if (!bio) return refuse('not-found');
  const services = await listServices(db, creatorId);
  const found = await namedIn(db, creatorId, services, idOrSlug);
  if (!found) return refuse('not-found');
  return (await onOffer(db, creatorId, [found], bio.region))[0] ?? refuse('not-found');
}

/** The same of what is taken by time: refuses a product with `sold-by-link`. */
export async function timedService(
  db: Db | Tx,
  creatorId: string,
  handle: string,
  idOrSlug: string,
): Promise<Service | Refusal> {
  const service = await offeredService(db, creatorId, handle, idOrSlug);
  return !isRefusal(service) && isProduct(service) ? refuse('sold-by-link') : service;
}

/** The one of the services with the id or short name, else the one that had the short name before. */
export async function namedIn(
  db: Db | Tx,
  creatorId: string,
  services: ReadonlyArray<Service>,
  idOrSlug: string,
): Promise<Service | null> {
  const named = services.find(({ id, slug }) => id === idOrSlug || slug === idOrSlug);
  if (named) return named;
  const renamed = await offerOfOldSlug(db, creatorId, idOrSlug);
  return services.find(({ id }) => id === renamed) ?? null;
}

/** What is published under the handle, or under the one that this was before; null for anybody else's. */
export async function publishedUnder(db: Db | Tx, creatorId: string, handle: string): Promise<Bio | null> {
  const bio = (await readBio(db, creatorId))?.published;
  const asked = handle.replace(/^@/, '').toLowerCase();
  if (!bio) return null;
  return bio.handle === asked || (await wasHandleOf(db, creatorId, asked)) ? bio : null;
}
