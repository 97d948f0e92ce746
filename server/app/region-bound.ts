import type { Service } from '../../shared/booking.ts';
import { isOpenTo } from '../../shared/region-price.ts';
import { bookableFrom } from '../core/booking/licences.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { readBio } from '../store/offers.ts';
import type { Db, Tx } from '../store/store.ts';

/**
 * Refuses with `region-not-offered` who asks for a time of an offer that is for viewers of other countries: it was
 * checked for those alone. Who does not say where they are is of none of them.
 */
export async function refuseRegion(
  db: Db | Tx,
  creatorId: string,
  service: Service,
  region: string | null,
): Promise<Refusal | null> {
  if (service.regions.length === 0) return null;
  const bio = await readBio(db, creatorId);
  const regions = bookableFrom(service, (bio?.published ?? bio?.draft)?.region ?? '');
  return isOpenTo({ regions }, region) ? null : refuse('region-not-offered');
}

/**
 * The same for who asks in the thread. What was agreed stands, and so does what somebody at the desk offered or opened in
 * a viewer's name, who could see where it came from.
 */
export async function refuseRegionAnew(
  db: Db | Tx,
  creatorId: string,
  service: Service,
  was: BookingRequest,
  is: BookingRequest,
): Promise<Refusal | null> {
  const byDesk = was.terms.via === 'paste' || was.terms.via === 'tiktok' || was.offers.includes(is.start ?? 0);
  if (byDesk || was.state === 'booked' || was.state === 'called-off') return null;
  return refuseRegion(db, creatorId, service, was.terms.region);
}
