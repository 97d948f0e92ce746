import { KNOWN_BY, type KnownBy } from '../../shared/blocks.ts';
import type { BookingRequest } from '../core/booking/request.ts';
import { browsersOf } from '../store/browsers.ts';
import { conversationsOf } from '../store/direct-messages.ts';
import { viewersOfEach } from '../store/viewers.ts';
import type { BookingParts } from './booking-parts.ts';
import { mailsOf } from './person.ts';

/** By what a block would know the viewer of each of these requests again, beside its thread. */
export async function knownByOf(
  { store, creatorId }: Pick<BookingParts, 'store' | 'creatorId'>,
  requests: ReadonlyArray<BookingRequest>,
): Promise<(request: BookingRequest) => KnownBy[]> {
  const { db } = store;
  const ids = requests.map(({ id }) => id);
  const browsers = await browsersOf(db, creatorId, ids);
  const viewers = await viewersOfEach(db, creatorId, ids);
  const conversations = await conversationsOf(db, creatorId, ids);
  return ({ id, contact }) => {
    const known: Readonly<Record<KnownBy, boolean>> = {
      browser: browsers.has(id),
      mail: mailsOf(contact).length > 0,
      viewer: viewers.has(id),
      conversation: conversations.has(id),
    };
    return KNOWN_BY.filter((by) => known[by]);
  };
}
