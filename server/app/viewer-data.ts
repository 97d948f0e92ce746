import type { ViewerData } from '../../shared/viewer-data.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { type KeptAsk, viewerData } from '../core/booking/viewer-data.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { mailsOf } from '../store/mails-of.ts';
import { withMerged } from '../store/merges.ts';
import { allServices, readBio } from '../store/offers.ts';
import { readRequest, readRequestBySecret } from '../store/requests.ts';
import { wishesOf } from '../store/waitlist.ts';
import type { BookingParts } from './booking-parts.ts';
import { readThreads } from './merge.ts';
import { hashOf } from './thread-secret.ts';

/** Everything that is kept of whose private address it is, what was merged into it too. Refuses with `not-found`. */
export async function readViewerData(parts: BookingParts, secret: string): Promise<ViewerData | Refusal> {
  return dataOf(parts, await readRequestBySecret(parts.store.db, parts.creatorId, hashOf(secret)));
}

/** The same by the request's id, for a desk that answers its viewer. Of who was erased nothing is left to tell: `not-found`. */
export async function readViewerDataById(parts: BookingParts, id: string): Promise<ViewerData | Refusal> {
  const own = await readRequest(parts.store.db, parts.creatorId, id);
  return dataOf(parts, own?.name === '' ? null : own);
}

async function dataOf(parts: BookingParts, own: BookingRequest | null): Promise<ViewerData | Refusal> {
  const { creatorId, clock } = parts;
  const { db } = parts.store;
  const bio = own && (await readBio(db, creatorId));
  if (!own || !bio) return refuse('not-found');
  const requests = await withMerged(db, creatorId, [own.id]);
  const ids = requests.map(({ id }) => id);
  const services = await allServices(db, creatorId);
  const wishes = await wishesOf(db, creatorId, ids);
  const asks = requests.flatMap((request): KeptAsk[] => {
    const service = services.get(request.service)?.service;
    return service ? [{ request, service, wish: wishes.get(request.id) ?? null }] : [];
  });
  const entries = (await readThreads(parts, db, [own.id])).get(own.id) ?? [];
  const mails = await mailsOf(db, creatorId, ids);
  return viewerData({ creator: bio.published ?? bio.draft, asks, entries, mails }, clock());
}
