import type { RequestMade } from '../../shared/public-page.ts';
import { may, type Right } from '../../shared/rights.ts';
import { type Refusal, refuse } from '../core/decision.ts';
import { mergedOf } from '../store/merges.ts';
import { raiseVersions, readRequest, readRequestBySecret } from '../store/requests.ts';
import { dropUnopened, unopenedOf } from '../store/unopened.ts';
import type { BookingParts } from './booking-parts.ts';
import { hashOf, threadAddress } from './thread-secret.ts';
import type { Turns } from './turn.ts';

/** Private addresses that the desk hands over by hand, until somebody has opened them. */
export interface Unopened {
  /** Somebody reads the thread: from now on its address is nobody's but theirs. Nothing for an unknown secret. */
  opened(secret: string): Promise<void>;
  /**
   * The address of a request that the desk opened, for the moderator to send to its viewer. Refuses with `not-found`, also
   * once it was opened: whoever has it acts for the viewer. With `not-allowed` where it would show a contact that the
   * asker may not see.
   */
  link(request: string, rights: ReadonlyArray<Right>): Promise<RequestMade | Refusal>;
}

export function createUnopened(parts: BookingParts, turns: Turns): Unopened {
  const { store, creatorId } = parts;
  return {
    opened: async (secret) => {
      const known = await readRequestBySecret(store.db, creatorId, hashOf(secret));
      if (!known || (await unopenedOf(store.db, creatorId, [known.id])).size === 0) return;
      await turns.change(async ({ tx, touched }) => {
        // The address of what was merged into it opens the same.
        const merged = await mergedOf(tx, creatorId, [known.id]);
        await dropUnopened(tx, creatorId, [known.id, ...merged.map(({ request }) => request)]);
        await raiseVersions(tx, creatorId, [known.id]);
        touched.add(known.id);
        return null;
      });
    },
    link: async (id, rights) => {
      const request = await readRequest(store.db, creatorId, id);
      if (!request || !(await unopenedOf(store.db, creatorId, [id])).has(id)) return refuse('not-found');
      if (request.contact?.email && !may({ rights }, 'see-contact')) return refuse('not-allowed');
      return { id, state: request.state, thread: threadAddress(parts.publicUrl(), parts.secret, id) };
    },
  };
}
