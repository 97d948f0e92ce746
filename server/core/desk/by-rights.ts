import type { DeskRequest } from '../../../shared/desk-view.ts';
import type { Flood } from '../../../shared/floods.ts';
import type { DeskLive, LiveSession } from '../../../shared/live.ts';
import { may, type Right } from '../../../shared/rights.ts';

/*
 * What of the desk's view somebody may see. What may not be seen is not in the view: no page hides anything that was
 * sent to it. A viewer's own words are shown as written, whatever the viewer put into them.
 */

type Rights = ReadonlyArray<Right>;

/** The request without contact and amounts for whoever may not see them; the very same for whoever may. */
export function requestFor(request: DeskRequest, rights: Rights): DeskRequest {
  const contact = may({ rights }, 'see-contact');
  const amounts = may({ rights }, 'see-amounts');
  if (contact && amounts) return request;
  return {
    ...request,
    ...(contact ? {} : { contact: request.contact?.email ? { hidden: true } : null }),
    ...(amounts ? {} : { terms: { ...request.terms, price: null } }),
  };
}

const made = new WeakMap<ReadonlyArray<DeskRequest>, Map<string, DeskRequest[]>>();

/** The queue as somebody may see it; made once for a queue and a set of rights, however many moderators have it. */
export function requestsFor(requests: DeskRequest[], rights: Rights): DeskRequest[] {
  const key = rights.filter((right) => right.startsWith('see-')).join();
  const known = made.get(requests) ?? new Map<string, DeskRequest[]>();
  made.set(requests, known);
  const shown = known.get(key) ?? requests.map((request) => requestFor(request, rights));
  known.set(key, shown);
  return shown;
}

/** What floods the queue, without the domain of its contacts for whoever may not see those. */
export function floodsFor(floods: Flood[], rights: Rights): Flood[] {
  if (may({ rights }, 'see-contact')) return floods;
  return floods.map((flood) => (flood.by === 'domain' ? { ...flood, value: '' } : flood));
}

/** The live session without what it earned for whoever may not see amounts. */
export function liveFor(live: LiveSession, rights: Rights): DeskLive {
  if (may({ rights }, 'see-amounts')) return live;
  const { diamonds: _diamonds, tips: _tips, ...totals } = live.totals;
  return { ...live, totals };
}
