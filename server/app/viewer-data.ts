import type { ViewerData } from '../../shared/viewer-data.ts';
import { type KeptAsk, viewerData } from '../core/booking/viewer-data.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { mailsOf } from '../store/mails-of.ts';
import { withMerged } from '../store/merges.ts';
import { allServices, readBio } from '../store/offers.ts';
import { readRequestBySecret } from '../store/requests.ts';
import { wishesOf } from '../store/waitlist.ts';
import type { BookingParts } from './booking-parts.ts';
import { readThreads } from './merge.ts';
import { hashOf } from './thread-secret.ts';

/** Everything that is kept of whose private address it is, what was merged into it too. Refuses with `not-found`. */
export async function readViewerData(parts: BookingParts, secret: string): Promise<ViewerData | Refusal> {
  const { creatorId, clock } = parts;
  const { db } = parts.store;
  const own = await readRequestBySecret(db, creatorId, hashOf(secret));
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
