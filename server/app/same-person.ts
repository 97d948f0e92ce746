import { may, type Right } from '../../shared/rights.ts';
import type { OtherRequest } from '../../shared/same-person.ts';
import { wire } from '../core/booking/views.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { allServices } from '../store/offers.ts';
import { readRequest, readRequests } from '../store/requests.ts';
import { certainViewers, underWayOf, viewersOf } from '../store/viewers.ts';
import type { BookingParts } from './booking-parts.ts';
import { mailsOf } from './person.ts';

/** More of one person's is a flood, which has a line of its own. */
const MOST_SHOWN = 10;

/**
 * What else the person of a request has open or booked, as blocks know the same person, the newest first. That two share an
 * address is told to whoever may see contacts alone. Refuses with `not-found`.
 */
export async function othersOfPerson(
  { store, creatorId, clock }: BookingParts,
  id: string,
  rights: ReadonlyArray<Right>,
): Promise<OtherRequest[] | Refusal> {
  const { db } = store;
  const request = await readRequest(db, creatorId, id);
  if (!request) return refuse('not-found');
  const viewers = await viewersOf(db, creatorId, [id]);
  const mails = may({ rights }, 'see-contact') ? mailsOf(request.contact) : [];
  const find = async (by: { viewers: ReadonlyArray<string>; mails: ReadonlyArray<string> }) =>
    by.viewers.length + by.mails.length === 0 ? [] : underWayOf(db, creatorId, by, clock());
  const byViewer = new Set(await find({ viewers, mails: [] }));
  const all = [...new Set(await find({ viewers, mails }))].filter((other) => other !== id);
  const certain = await certainViewers(db, creatorId, [id, ...all]);
  const knownBy = (other: string): OtherRequest['by'] => {
    if (!byViewer.has(other)) return 'address';
    const viewer = certain.get(id);
    return viewer !== undefined && certain.get(other) === viewer ? 'viewer' : 'code';
  };
  const services = await allServices(db, creatorId);
  const others = (await readRequests(db, creatorId, all)).sort((a, b) => b.createdAt - a.createdAt);
  return others.slice(0, MOST_SHOWN).map(({ id: other, state, name, service, start }) => ({
    ...{ id: other, state, name, start: wire(start) },
    service: services.get(service)?.service.title ?? {},
    by: knownBy(other),
  }));
}
